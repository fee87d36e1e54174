using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Readers.Script;

namespace ReplayLint.Consent;

/// <summary>Tells whether a person who uses an element asks to be recorded: <c>&lt;button @onclick="StartRecording"&gt;</c>.</summary>
internal static class UserGesture
{
    /// <summary>Whether a component runs the method when someone uses an element, and its name says that recording begins.</summary>
    public static bool AsksToBeRecorded(IMethodReferenceOperation method, IInvocationOperation taker, ConsentNames names) =>
        taker is { TargetMethod: { Name: "Create", ContainingType.Name: "EventCallbackFactory" } }
        && EventOf(taker) is { } name
        && CallbackReader.IsGesture(name)
        && names.SaysRecordingBegins(method.Method.Name);

    /// <summary>The event that a component hands its handler to, without <c>on</c>.</summary>
    private static string? EventOf(IInvocationOperation taker)
    {
        var value = taker.Parent;
        while (value is IConversionOperation)
            value = value.Parent;

        if (value is not IArgumentOperation { Parent: IInvocationOperation { Arguments: var added } })
            return null;

        foreach (var argument in added)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: string name } && name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                return name.Substring(2);
        }

        return null;
    }
}
