using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Readers.CSharp;

namespace ReplayLint.Readers.Interop;

/// <summary>Finds the texts that a body puts together; what is appended to one object is one text.</summary>
internal static class CodeTexts
{
    private const string Format = "AppendFormat";
    private const string Source = "src";

    /// <summary>What a text is joined to in several statements.</summary>
    private static readonly HashSet<string> Appending = new(StringComparer.Ordinal) { "Append", "AppendLine", Format, "AppendHtml", "AppendHtmlLine", "Write", "WriteLine" };

    /// <summary>What gives an element an attribute.</summary>
    private static readonly HashSet<string> SettingAttributes = new(StringComparer.Ordinal) { "SetAttribute", "MergeAttribute", "AddAttribute", "Add", "TryAdd" };

    /// <summary>The operations that write each text: those that stand for themselves first.</summary>
    public static IEnumerable<IReadOnlyList<IOperation>> Find(IEnumerable<IOperation> blocks)
    {
        var appended = new Dictionary<string, List<IOperation>>(StringComparer.Ordinal);
        var texts = new List<IReadOnlyList<IOperation>>();
        foreach (var root in blocks.SelectMany(static block => Roots(block)))
        {
            if (KeyOf(root) is not { } key)
                texts.Add([root]);
            else if (appended.TryGetValue(key, out var places))
                places.Add(root);
            else
                appended.Add(key, [root]);
        }

        return texts.Concat(appended.Values);
    }

    /// <summary>Writes the text that operations write.</summary>
    public static void Append(CodeText text, IEnumerable<IOperation> places)
    {
        foreach (var place in places)
        {
            if (IsSource(place))
            {
                text.Append("<script src=\"", place.Syntax);
                text.Append(place);
                text.Append("\"></script>", place.Syntax);
            }
            else if (AppenderOf(place) is not { } appender)
            {
                text.Append(place);
            }
            else
            {
                if (appender.TargetMethod.Name == Format)
                    text.AppendFormat(appender);
                else
                    text.Append(place);

                text.AppendLine();
            }
        }
    }

    /// <summary>The call that joins the text to others, or null.</summary>
    public static IInvocationOperation? AppenderOf(IOperation text) =>
        text.OuterUse() is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } call } && Appending.Contains(name) ? call : null;

    /// <summary>The outermost operations that are texts.</summary>
    private static IEnumerable<IOperation> Roots(IOperation block)
    {
        var pending = new Stack<IOperation>();
        pending.Push(block);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (CodeText.IsText(operation)
                || operation is IInterpolatedStringHandlerCreationOperation
                || (operation is IFieldReferenceOperation { Type.SpecialType: SpecialType.System_String } && (AppenderOf(operation) is not null || IsSource(operation))))
            {
                yield return operation;
                continue;
            }

            // That is read with the call.
            if (operation is IInvocationOperation call && InteropReader.GivesScript(call))
                continue;

            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    /// <summary>Whether the text becomes the source of an element.</summary>
    private static bool IsSource(IOperation text) => text.OuterUse() switch
    {
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } call } argument => SettingAttributes.Contains(name) && call.Arguments.Any(other => other != argument && IsNameOfSource(other.Value)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } } => IsNameOfSource(keys[0].Value),
        _ => false,
    };

    private static bool IsNameOfSource(IOperation name) => name.ConstantValue is { HasValue: true, Value: Source };

    /// <summary>The object that the text is appended to, through a chain of calls, or that is made of it to be appended to.</summary>
    private static string? KeyOf(IOperation text)
    {
        if (AppenderOf(text) is not { } call)
        {
            return text.OuterUse() is IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "StringBuilder" } creation } && creation.OuterUse() is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Name: var name } }
                ? name
                : null;
        }

        var receiver = ReceiverOf(call);
        while (receiver is IInvocationOperation inner && Appending.Contains(inner.TargetMethod.Name))
            receiver = ReceiverOf(inner);

        return receiver?.Syntax.ToString() ?? "";
    }

    private static IOperation? ReceiverOf(IInvocationOperation call) => (call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value))?.Unwrap();
}
