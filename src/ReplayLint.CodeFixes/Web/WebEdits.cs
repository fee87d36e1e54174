using System.Collections.Immutable;
using ReplayLint.CodeFixes.Web.Edits;

namespace ReplayLint.CodeFixes.Web;

/// <summary>The kinds of edit of pages and scripts, in the order in which they are offered.</summary>
internal static class WebEdits
{
    private static readonly ImmutableArray<WebEdit> All = ImmutableArray.Create<WebEdit>(
        new GuardScript(),
        new GateScript(),
        new GuardStatement(),
        new SetOption(),
        new AddOption(),
        new ReplaceArgument(),
        new RemoveOption(),
        new RemoveIdentity(),
        new ChangeMark(),
        new SetLifetime());

    /// <summary>The diagnostics for which there is an edit.</summary>
    public static ImmutableArray<string> DiagnosticIds { get; } = All.SelectMany(static edit => edit.DiagnosticIds).Distinct().ToImmutableArray();

    /// <summary>What the edits propose for a finding. What it makes of the file is not checked yet.</summary>
    public static IEnumerable<WebOffer> Propose(WebSource source, WebFinding finding)
    {
        foreach (var edit in All)
        {
            if (!edit.DiagnosticIds.Contains(finding.Id))
                continue;

            foreach (var offer in edit.GetOffers(source, finding))
                yield return offer;
        }
    }

    /// <summary>What can be offered for a finding, the best first: it changes the file and leaves it whole.</summary>
    public static ImmutableArray<WebOffer> GetOffers(WebSource source, WebFinding finding) =>
        Propose(source, finding).Where(offer => source.With(offer.Changes) is var changed && changed != source && source.IsIntactIn(changed)).ToImmutableArray();
}
