using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>What is marked is kept out, with everything else in clear.</summary>
/// <param name="start">How the recorder is started.</param>
/// <param name="name">What is tried.</param>
/// <param name="options">Options beside those that show everything.</param>
/// <param name="marks">What is marked, and what the mark is for.</param>
internal sealed class MarkTrial(StartTemplate start, string name, IEnumerable<ScriptOption> options, IReadOnlyList<(MarkedPlace Place, MarkupEffect Effect, Protects? Only)> marks) : Trial(start, name)
{
    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        // The last one is not marked: what is in clear there would be in clear elsewhere.
        var unmarked = MarkedPlace.None;
        var places = marks.Select(static mark => mark.Place).Append(unmarked).ToList();
        await using var visit = await Visit.OpenAsync(chromium, Recorder, TestPage.Write(Recorder, Start.Write(OptionValues.ShowAll(Start).Concat(options)), places));
        if (!await RecordAsync(visit, places))
            return [Unrecorded(ClaimKind.Mark, Name, visit)];

        var visible = unmarked.Canaries.Where(canary => visit.Holds(canary.Text)).Select(static canary => canary.Kind).ToHashSet();
        var claims = marks.Select(mark => Judge(mark.Place, mark.Effect, mark.Only, visit, visible));
        return options.Any() ? claims : claims.Concat(OptionValues.Holding(Recorder).Select(fact => JudgeKind(fact, visit)).OfType<Claim>());
    }

    private Claim Judge(MarkedPlace place, MarkupEffect effect, Protects? only, Visit visit, HashSet<string> visible)
    {
        var hidden = place.Canaries.Where(canary => visible.Contains(canary.Kind)).Where(canary => (effect, only) switch
        {
            // Input events are those of the field itself.
            (MarkupEffect.Ignore, _) => canary.Kind == "field",
            (_, Protects.Inputs) => canary.Group == CanaryGroup.Inputs,
            (_, Protects.Text) => canary.Group == CanaryGroup.Text,
            (MarkupEffect.Mask, _) => canary.Group is CanaryGroup.Inputs or CanaryGroup.Text,
            _ => true,
        }).ToList();
        return hidden.Count == 0
            ? Claim(ClaimKind.Mark, place.Subject, false, "nothing of the kind is in clear without it")
            : Keeps(ClaimKind.Mark, place.Subject, visit, hidden);
    }

    /// <summary>Kinds of fields that stay masked whatever is configured.</summary>
    private Claim? JudgeKind(ScriptFact fact, Visit visit) => fact switch
    {
        NeverCapturedFact never => Keeps(ClaimKind.Default, $"never-captures {never.Field}, everything shown", visit, Exposure.OfKind(Protects.Inputs, never.Field)),
        MaskedKindFact { Content: Protects.Inputs } masked => Keeps(ClaimKind.Default, $"masks-field {masked.Kind}, everything shown", visit, Exposure.OfKind(Protects.Inputs, masked.Kind)),
        _ => null,
    };
}
