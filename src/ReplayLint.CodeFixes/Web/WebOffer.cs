using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web;

/// <summary>An edit of a page or script that a code fix offers. It is made entirely or not at all.</summary>
internal sealed class WebOffer(string equivalenceKey, string title, IEnumerable<TextChange> changes)
{
    /// <summary>The same for all findings that "fix all" fixes together.</summary>
    public string EquivalenceKey { get; } = equivalenceKey;

    /// <summary>What the IDE shows.</summary>
    public string Title { get; } = title;

    /// <summary>What is written, in order; none overlaps another.</summary>
    public ImmutableArray<TextChange> Changes { get; } =
        changes.OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.End).ToImmutableArray();
}
