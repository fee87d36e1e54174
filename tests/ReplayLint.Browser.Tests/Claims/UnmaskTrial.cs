using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>Classes, attributes and options that show content: with them it is in clear where it would not be, and after the fix it is not.</summary>
internal sealed class UnmaskTrial : Trial
{
    private readonly IReadOnlyList<MarkedPlace> _places;
    private readonly IReadOnlyList<Canary>? _shown;
    private readonly string _page;
    private readonly string _options;
    private readonly FixedPage _fixed;

    /// <param name="start">How the recorder is started.</param>
    /// <param name="name">What is tried.</param>
    /// <param name="options">The options that it takes.</param>
    /// <param name="places">What is marked; each is a claim of its own.</param>
    /// <param name="shown">Other texts that are to be in clear; null for those of the places.</param>
    /// <param name="pages">Where the fix comes from.</param>
    public UnmaskTrial(StartTemplate start, string name, IEnumerable<ScriptOption> options, IReadOnlyList<MarkedPlace> places, IReadOnlyList<Canary>? shown, FixedPages pages)
        : base(start, name)
    {
        // What is in clear at the last one, which is not marked, would be in clear elsewhere.
        (_places, _shown) = (places.Count > 0 ? [.. places, MarkedPlace.None] : places, shown);
        _options = string.Join(", ", options.Select(static option => $"{option.Path}: {option.Value}"));
        _page = TestPage.Write(Recorder, start.Write(options), _places);
        _fixed = pages.Add(start, _page);
    }

    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        await using var before = await Visit.OpenAsync(chromium, Recorder, _page);
        if (!await RecordAsync(before, _places, shown: _shown))
            return [Unrecorded(ClaimKind.Unsafe, Name, before)];

        await using var after = await Visit.OpenAsync(chromium, Recorder, _fixed.Text);
        await _fixed.ConsentAsync(after);
        if (!await RecordAsync(after, _places))
            return [Unrecorded(ClaimKind.Fixed, Name, after)];

        return _shown is not null
            ? [Leaks(ClaimKind.Unsafe, Name, before, _shown), Keeps(ClaimKind.Fixed, Name, after, _shown)]
            : _places.Where(static place => place != MarkedPlace.None).SelectMany(place => Judge(place, before, after));
    }

    private IEnumerable<Claim> Judge(MarkedPlace place, Visit before, Visit after)
    {
        var anyway = MarkedPlace.None.Canaries.Where(canary => before.Holds(canary.Text)).Select(static canary => canary.Kind).ToHashSet();
        var shown = place.Canaries.Where(canary => before.Holds(canary.Text) && !anyway.Contains(canary.Kind)).ToList();
        yield return Claim(ClaimKind.Unsafe, place.Subject, shown.Count > 0, shown.Count > 0 ? $"in clear: {string.Join(", ", shown.Select(static canary => canary.Kind))}" : "nothing in clear that is not without it");
        if (_fixed.Text.Contains(place.Html, StringComparison.Ordinal) && _fixed.Text.Contains(_options, StringComparison.Ordinal))
            yield return new Claim(Recorder, ClaimKind.Fixed, place.Subject, Outcome.NotTestable, "no fix is offered");
        else
            yield return Keeps(ClaimKind.Fixed, place.Subject, after, shown);
    }
}
