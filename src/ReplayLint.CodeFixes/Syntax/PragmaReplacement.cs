using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>A directive that goes, and the attributes that take its place.</summary>
/// <param name="Scope">What the directive was about.</param>
/// <param name="Rules">The rules that it, and what ends it, no longer name.</param>
/// <param name="Attributes">What is written on the member instead, without brackets.</param>
/// <param name="Layout">How the member was laid out where it stood.</param>
internal sealed record PragmaReplacement(PragmaScope Scope, ImmutableArray<string> Rules, ImmutableArray<string> Attributes, CodeLayout Layout)
{
    /// <summary>Makes all replacements in a file whose members are tracked.</summary>
    public static SyntaxNode Apply(SyntaxNode root, IReadOnlyList<PragmaReplacement> replacements)
    {
        var pragmas = PragmaScope.PragmasIn((CSharpSyntaxNode)root);
        var leaving = new Dictionary<SyntaxTrivia, HashSet<string>>();
        foreach (var replacement in replacements)
        {
            foreach (var index in replacement.Scope.Restores.Insert(0, replacement.Scope.Disable))
            {
                var trivia = pragmas[index].ParentTrivia;
                if (!leaving.TryGetValue(trivia, out var rules))
                    leaving.Add(trivia, rules = []);

                rules.UnionWith(replacement.Rules);
            }
        }

        var changed = root.ReplaceTokens(
            leaving.Keys.Select(static trivia => trivia.Token).Distinct(),
            (token, _) => token.WithLeadingTrivia(Without(token.LeadingTrivia, leaving)));
        foreach (var replacement in replacements)
        {
            // The last to be added comes first.
            foreach (var attribute in replacement.Attributes.Reverse())
            {
                if (changed.GetCurrentNode(replacement.Scope.Member!) is { } member)
                    changed = changed.ReplaceNode(member, AnnotationSyntax.Add(member, attribute, replacement.Layout));
            }
        }

        return changed;
    }

    private static IEnumerable<SyntaxTrivia> Without(SyntaxTriviaList list, Dictionary<SyntaxTrivia, HashSet<string>> leaving)
    {
        var kept = new List<SyntaxTrivia>();
        foreach (var trivia in list)
        {
            if (!leaving.TryGetValue(trivia, out var rules))
            {
                kept.Add(trivia);
                continue;
            }

            var pragma = (PragmaWarningDirectiveTriviaSyntax)trivia.GetStructure()!;
            var codes = Without(pragma.ErrorCodes, rules);
            if (codes.Count > 0 || pragma.ErrorCodes.Count == 0)
                kept.Add(SyntaxFactory.Trivia(pragma.WithErrorCodes(codes)));
            else if (kept.Count > 0 && kept[kept.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
                kept.RemoveAt(kept.Count - 1); // The directive goes with its line.
        }

        return kept;
    }

    private static SeparatedSyntaxList<ExpressionSyntax> Without(SeparatedSyntaxList<ExpressionSyntax> codes, HashSet<string> rules)
    {
        for (var i = codes.Count - 1; i >= 0; i--)
        {
            if (rules.Contains(codes[i].ToString()))
                codes = codes.RemoveAt(i);
        }

        return codes;
    }
}
