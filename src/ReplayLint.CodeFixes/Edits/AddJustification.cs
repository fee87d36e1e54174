using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Gives <c>SuppressMessage</c> a place for the reason. The finding stays until a human has filled it in.</summary>
internal sealed class AddJustification() : FixEdit(Descriptors.RPL9001_SuppressionWithoutJustification)
{
    internal const string Key = nameof(AddJustification);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && Find(root, diagnostic) is not null
            ? ImmutableArray.Create(new FixOffer(Key, "Add a justification to fill in"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic) is { } attribute)
            editor.ReplaceNode(attribute, static (current, _) => SuppressMessageSyntax.AddJustification((AttributeSyntax)current));
    }

    private static AttributeSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList.Arguments.Count: > 0 } attribute
        && attribute.Span == diagnostic.Location.SourceSpan
        && !SuppressMessageSyntax.HasJustification(attribute)
            ? attribute
            : null;
}
