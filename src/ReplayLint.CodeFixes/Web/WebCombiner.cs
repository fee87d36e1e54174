using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web;

/// <summary>
/// Makes the edits of many findings in one file. Those that touch each other are made one after the other, each on what the
/// former left, so that the result depends on nothing but the file and its findings.
/// </summary>
internal static class WebCombiner
{
    /// <param name="source">The file.</param>
    /// <param name="findings">The findings in it, in any order.</param>
    /// <param name="choose">Picks the edit to make among those proposed for a finding, or none.</param>
    public static WebSource Apply(WebSource source, IEnumerable<WebFinding> findings, Func<IEnumerable<WebOffer>, WebOffer?> choose)
    {
        var pending = findings.OrderBy(static finding => finding.Span.Start).ThenBy(static finding => finding.Span.End).ThenBy(static finding => finding.Id, StringComparer.Ordinal).ToList();
        while (pending.Count > 0)
        {
            var offered = new List<(WebFinding Finding, WebOffer Offer)>();
            foreach (var finding in pending)
            {
                if (choose(WebEdits.Propose(source, finding)) is { } offer)
                    offered.Add((finding, offer));
            }

            var (changes, changed, left) = Combine(source, [], source, offered);
            if (changes.Count == 0)
                break;

            pending = left.Select(finding => finding.After(changes)).OfType<WebFinding>().ToList();
            source = changed;
        }

        return source;
    }

    /// <summary>Adds to changes of a file those of more edits that leave it whole; which of many breaks it is found by halves.</summary>
    /// <returns>The changes in order, what they make of the file, and the findings whose edits touch one of them.</returns>
    private static (List<TextChange> Changes, WebSource Changed, List<WebFinding> Left) Combine(
        WebSource source,
        List<TextChange> made,
        WebSource changed,
        List<(WebFinding Finding, WebOffer Offer)> offered)
    {
        var changes = made.ToList();
        var left = new List<WebFinding>();
        foreach (var (finding, offer) in offered)
        {
            if (!TryAdd(changes, offer))
                left.Add(finding);
        }

        if (changes.Count == made.Count)
            return (made, changed, left);

        var result = source.With(changes);
        if (source.IsIntactIn(result))
            return (changes, result, left);

        if (offered.Count == 1)
            return (made, changed, []);

        var half = offered.Count / 2;
        var first = Combine(source, made, changed, offered.GetRange(0, half));
        var second = Combine(source, first.Changes, first.Changed, offered.GetRange(half, offered.Count - half));
        second.Left.InsertRange(0, first.Left);
        return second;
    }

    /// <summary>Adds the changes of an edit, those that are there already not again; or none when one touches another.</summary>
    private static bool TryAdd(List<TextChange> changes, WebOffer offer)
    {
        var places = new List<(int Index, TextChange Change)>();
        foreach (var change in offer.Changes)
        {
            // Changes that stand do not touch each other: only the neighbours can be in the way.
            var index = changes.BinarySearch(change, ByPlace.Instance);
            if (index >= 0 && changes[index] == change)
                continue;

            if (index < 0)
                index = ~index;

            if (Touches(changes, index, change) || Touches(changes, index - 1, change))
                return false;

            places.Add((index, change));
        }

        for (var i = places.Count - 1; i >= 0; i--)
            changes.Insert(places[i].Index, places[i].Change);

        return true;
    }

    private static bool Touches(List<TextChange> changes, int index, TextChange change) =>
        index >= 0 && index < changes.Count && changes[index].Span.IntersectsWith(change.Span);

    private sealed class ByPlace : IComparer<TextChange>
    {
        public static readonly ByPlace Instance = new();

        public int Compare(TextChange one, TextChange other) => one.Span.CompareTo(other.Span);
    }
}
