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

            var round = new Round(source);
            var rest = offered.FindAll(candidate => !round.Take(candidate.Offer));
            if (!round.IsSound)
                (round, rest) = OneByOne(source, offered);

            if (round.Changes.Count == 0)
                break;

            pending = rest.Select(candidate => candidate.Finding.After(round.Changes)).OfType<WebFinding>().ToList();
            source = round.Result;
        }

        return source;
    }

    /// <summary>Finds out which edits break the file, and leaves them out.</summary>
    private static (Round Made, List<(WebFinding Finding, WebOffer Offer)> Left) OneByOne(WebSource source, List<(WebFinding Finding, WebOffer Offer)> offered)
    {
        var round = new Round(source);
        var rest = new List<(WebFinding, WebOffer)>();
        foreach (var candidate in offered)
        {
            var before = round.Changes;
            if (!round.Take(candidate.Offer))
                rest.Add(candidate);
            else if (!round.IsSound)
                round = new Round(source, before);
        }

        return (round, rest);
    }

    /// <summary>Changes that can be made together.</summary>
    private sealed class Round(WebSource source, List<TextChange>? changes = null)
    {
        private WebSource? _result;

        /// <summary>The changes, in order.</summary>
        public List<TextChange> Changes { get; private set; } = changes ?? [];

        public WebSource Result => _result ??= source.With(Changes);

        public bool IsSound => Changes.Count == 0 || source.IsIntactIn(Result);

        /// <summary>Adds the changes of an edit, those that another makes as well only once; or none when one touches another.</summary>
        public bool Take(WebOffer offer)
        {
            var added = offer.Changes.Where(change => !Changes.Contains(change)).ToList();
            if (added.Exists(change => Changes.Exists(other => other.Span.IntersectsWith(change.Span))))
                return false;

            _result = null;
            Changes = Changes.Concat(added).OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.End).ToList();
            return true;
        }
    }
}
