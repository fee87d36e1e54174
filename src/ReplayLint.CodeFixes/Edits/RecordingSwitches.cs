using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Where it is written whether a start records.</summary>
internal static class RecordingSwitches
{
    /// <summary>The writes of the settings that make the call record; none when one of them cannot be edited.</summary>
    public static async Task<IReadOnlyList<(DocumentEditor Editor, SyntaxNode Write)>> FindAsync(SolutionEdit edit, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var writes = new List<(DocumentEditor, SyntaxNode)>();
        foreach (var location in diagnostic.EditedLocations())
        {
            if (await edit.EditAsync(location.SourceTree, cancellationToken).ConfigureAwait(false) is not { } editor
                || PageValue.Find(editor.OriginalRoot, location.SourceSpan) is not { } write)
            {
                return [];
            }

            writes.Add((editor, write));
        }

        return writes;
    }

    /// <summary>Where the value that records nothing can be written: at the settings that make the call record, or at the start itself.</summary>
    public static async Task<IReadOnlyList<(DocumentEditor Editor, SyntaxNode Write)>> FindOffWritesAsync(SolutionEdit edit, Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Get(FixProperties.SwitchOff) is not { } off)
            return [];

        if (diagnostic.EditedLocations().Any())
        {
            var switches = await FindAsync(edit, diagnostic, cancellationToken).ConfigureAwait(false);
            return switches.All(static s => s.Write is not AssignmentExpressionSyntax || s.Write.IsKind(SyntaxKind.SimpleAssignmentExpression)) ? switches : [];
        }

        var editor = await edit.EditAsync(document, cancellationToken).ConfigureAwait(false);
        return StartSyntax.Find(editor.OriginalRoot, diagnostic.Location.SourceSpan, editor.SemanticModel, cancellationToken) switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => [(editor, assignment)],
            InvocationExpressionSyntax call when call.ArgumentList.Arguments.FirstOrDefault(argument => Takes(argument, off)) is { } argument => [(editor, argument)],
            _ => [],
        };

        bool Takes(ArgumentSyntax argument, string value) =>
            editor.SemanticModel.GetOperation(argument, cancellationToken) is IArgumentOperation { Parameter.Type: { } type }
            && (type.TypeKind == TypeKind.Enum ? !type.GetMembers(value).IsEmpty : type.SpecialType == SpecialType.System_Boolean && value is "true" or "false");
    }
}
