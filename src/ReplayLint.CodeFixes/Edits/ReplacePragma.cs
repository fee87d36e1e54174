using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.Rules;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>
/// Puts <c>SuppressMessage</c> with a place for the reason in place of <c>#pragma warning disable</c>, where the directive is
/// about one member or type. What it says already is kept, though it does not count as a reason.
/// </summary>
internal sealed class ReplacePragma() : FixEdit(Descriptors.RPL9001_SuppressionWithoutJustification)
{
    internal const string Key = nameof(ReplacePragma);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root is CSharpSyntaxNode csharp
            && PragmaScope.Find(csharp, diagnostic.Location.SourceSpan, RulesOf(diagnostic)) is { Member: { } member }
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && SuppressMessageSyntax.PrefixOf(model, member.SpanStart) is not null
                ? ImmutableArray.Create(new FixOffer(Key, "Suppress with an attribute that has a justification to fill in"))
                : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        var rules = RulesOf(diagnostic);
        if (PragmaScope.Find((CSharpSyntaxNode)editor.OriginalRoot, diagnostic.Location.SourceSpan, rules) is not { Member: { } member } scope
            || SuppressMessageSyntax.PrefixOf(editor.SemanticModel, member.SpanStart) is not { } prefix)
        {
            return;
        }

        // Directives are known by their number in the file, so all that go are taken out in one step.
        var replaced = solution.Share((document.Id, nameof(ReplacePragma)), () =>
        {
            var all = new List<PragmaReplacement>();
            editor.ReplaceNode(editor.OriginalRoot, (root, _) => PragmaReplacement.Apply(root, all));
            return all;
        });
        editor.TrackNode(member);
        diagnostic.Properties.TryGetValue(FixProperties.Justification, out var justification);
        var attributes = RuleList.Descriptors.Where(rule => rules.Contains(rule.Id)).Select(rule => SuppressMessageSyntax.Write(prefix, rule, justification));
        replaced.Add(new PragmaReplacement(scope, rules, attributes.ToImmutableArray(), CodeLayout.Of(member)));
    }

    private static ImmutableArray<string> RulesOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Rules, out var rules) && rules is not null ? rules.Split(';').ToImmutableArray() : ImmutableArray<string>.Empty;
}
