using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Removes the call that takes content out of masking; what the call hands on is handed on without it.</summary>
internal sealed class RemoveUnmasking() : FixEdit(Descriptors.RPL2003_ContentUnmasked, Descriptors.RPL5004_SettingContradictsPurpose)
{
    internal const string Key = nameof(RemoveUnmasking);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && diagnostic.Properties.ContainsKey(FixProperties.Unmasking) && Find(root, diagnostic) is { } expression && CodeRemoval.CanRemove(expression)
            ? ImmutableArray.Create(new FixOffer(Key, "Remove the exception from masking"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic) is { } expression)
            CodeRemoval.Remove(editor, expression);
    }

    private static ExpressionSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<ExpressionSyntax>(static node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax);
}
