using Microsoft.CodeAnalysis;

namespace ReplayLint.Consent;

/// <summary>The few types and members of .NET through which an answer passes unchanged.</summary>
internal static class ConsentTypes
{
    /// <summary>Whether a value of the type answers yes or no: <c>bool</c>, also nullable or in a task.</summary>
    public static bool IsTruth(ITypeSymbol? type) => Answer(type)?.SpecialType == SpecialType.System_Boolean;

    /// <summary>Whether a value of the type may be compared with a text: <c>string</c>, <c>object</c> or <c>StringValues</c>, also in a task.</summary>
    public static bool IsText(ITypeSymbol? type) =>
        Answer(type) is { } answer && (answer.SpecialType is SpecialType.System_String or SpecialType.System_Object || answer.Name == "StringValues");

    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" } && IsInNamespace(type, "Tasks");

    /// <summary>Whether the method hands on the task it is called on: <c>ConfigureAwait</c>, <c>AsTask</c>, <c>GetAwaiter</c>.</summary>
    public static bool PassesTaskOn(IMethodSymbol method) =>
        method is { Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "WaitAsync" or "Preserve" } && IsSystem(method.ContainingType);

    /// <summary>Whether the method returns only when the task it is called on is done.</summary>
    public static bool WaitsForTask(IMethodSymbol method) =>
        method is { Name: "GetResult" } or { Name: "Wait", Parameters.IsEmpty: true } && IsSystem(method.ContainingType);

    /// <summary>
    /// The value for which a call with this argument does not return, or null. A call that only a debug build makes checks nothing.
    /// </summary>
    public static bool? DoesNotReturnIf(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "DoesNotReturnIfAttribute"
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is bool value)
                return parameter.ContainingSymbol is IMethodSymbol { IsConditional: true } ? null : value;
        }

        return null;
    }

    /// <summary>Whether the member of a nullable or a task is the value inside it.</summary>
    public static bool IsValueInside(IPropertySymbol property) =>
        property switch
        {
            { Name: "Value" } => IsNullable(property.ContainingType),
            { Name: "Result" } => IsTask(property.ContainingType),
            _ => false,
        };

    public static bool IsSystem(INamedTypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;

        return space?.Name == "System";
    }

    private static ITypeSymbol? Answer(ITypeSymbol? type)
    {
        if (IsTask(type) && type is INamedTypeSymbol { TypeArguments.Length: 1 } task)
            type = task.TypeArguments[0];

        return IsNullable(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;
    }

    private static bool IsInNamespace(ITypeSymbol type, string name) => type.ContainingNamespace?.Name == name && IsSystem(type as INamedTypeSymbol);
}
