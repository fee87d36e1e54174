using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Writes the retention that a purpose asks for into a policy.</summary>
internal sealed class SetPolicyRetention() : FixEdit(Descriptors.RPL5002_RetentionTooLong)
{
    internal const string Key = nameof(SetPolicyRetention);

    private static readonly string[] Names = [FixProperties.RetentionDays, FixProperties.RetentionHours];

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return ArgumentFor(diagnostic) is { } argument && Find(root, diagnostic) is not null
            ? ImmutableArray.Create(new FixOffer(Key, $"Declare {argument}"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic) is not { ArgumentList: { } list } || ArgumentFor(diagnostic) is not { } text)
            return;

        // The first that says how long is replaced, and a second one says nothing new.
        var written = list.Arguments.Where(IsRetention).ToList();
        editor.ReplaceNode(written[0], SyntaxFactory.ParseAttributeArgumentList($"({text})")!.Arguments[0].WithTriviaFrom(written[0]));
        foreach (var second in written.Skip(1))
            editor.RemoveNode(second, SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>The argument to write: <c>RetentionDays = 90</c>.</summary>
    private static string? ArgumentFor(Diagnostic diagnostic) =>
        Names.Where(name => diagnostic.Get(name) is not null).Select(name => $"{name} = {diagnostic.Get(name)}").FirstOrDefault();

    private static AttributeSyntax? Find(SyntaxNode? root, Diagnostic diagnostic) =>
        diagnostic.Location.IsInSource
        && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList: { } list } attribute
        && list.Arguments.Any(IsRetention)
            ? attribute
            : null;

    private static bool IsRetention(AttributeArgumentSyntax argument) =>
        argument.NameEquals is { Name.Identifier.ValueText: var name } && Names.Contains(name);
}
