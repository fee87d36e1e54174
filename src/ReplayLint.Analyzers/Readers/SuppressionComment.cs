using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers;

/// <summary>A comment that keeps rules from reporting what follows it: <c>replaylint-disable RPL1001: the reason</c>.</summary>
/// <param name="Rules">The rules that it names.</param>
/// <param name="Reason">The reason that it gives; empty when there is none.</param>
/// <param name="Span">The comment.</param>
/// <param name="Covered">What follows it: an element, or a statement.</param>
internal sealed record SuppressionComment(ImmutableArray<string> Rules, string Reason, TextSpan Span, TextSpan Covered)
{
    public const string Directive = "replaylint-disable";

    /// <summary>Whether the comment, if its reason counts, keeps a rule from reporting at a place.</summary>
    public bool Covers(string rule, TextSpan place) =>
        Rules.Contains(rule, StringComparer.OrdinalIgnoreCase) && Covered.Contains(place.Start);

    /// <summary>The rules that the comment names, as far as they are among the given ones, which it may write in any letters.</summary>
    public ImmutableArray<string> RulesAmong(ImmutableHashSet<string> ids) =>
        Rules.Select(static rule => rule.ToUpperInvariant()).Where(ids.Contains).Distinct().ToImmutableArray();

    /// <summary>Reads the words of a comment; null when they are no such directive.</summary>
    public static SuppressionComment? Read(string words, TextSpan span, TextSpan covered)
    {
        var start = words.IndexOf(Directive, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || words.Substring(0, start).Trim().Length > 0)
            return null;

        var rest = words.Substring(start + Directive.Length);
        var colon = rest.IndexOf(':');
        var rules = (colon < 0 ? rest : rest.Substring(0, colon)).Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return rules.Length == 0 ? null : new SuppressionComment(rules.ToImmutableArray(), colon < 0 ? "" : rest.Substring(colon + 1).Trim(), span, covered);
    }
}
