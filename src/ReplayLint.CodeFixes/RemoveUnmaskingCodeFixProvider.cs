using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes;

/// <summary>Removes the call that takes content out of masking; what the call hands on is handed on without it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveUnmaskingCodeFixProvider)), Shared]
public sealed class RemoveUnmaskingCodeFixProvider() : RecorderCodeFixProvider(Descriptors.RPL2003_ContentUnmasked)
{
    internal const string RemoveUnmasking = nameof(RemoveUnmasking);

    private protected override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && Find(root, diagnostic) is { } expression && CodeRemoval.CanRemove(expression)
            ? ImmutableArray.Create(new FixOffer(RemoveUnmasking, "Remove the exception from masking"))
            : ImmutableArray<FixOffer>.Empty;
    }

    private protected override async Task ApplyAsync(SolutionEdit edit, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await edit.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic) is { } expression)
            CodeRemoval.Remove(editor, expression);
    }

    private static ExpressionSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<ExpressionSyntax>(static node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax);
}
