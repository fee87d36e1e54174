using System.Globalization;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>A rate of zero records nothing, the full rate everything, and the rate that the fix writes a share.</summary>
internal sealed class SamplingTrial : Trial
{
    private readonly JsSettingFact _rate;
    private readonly string _full;
    private readonly string _none;
    private readonly FixedPage _fixed;

    public SamplingTrial(StartTemplate start, JsSettingFact rate, FixedPages pages)
        : base(start, rate.Path.ToString())
    {
        _rate = rate;
        _none = Write("0");
        _full = Write(rate.Full!.Value.ToString(CultureInfo.InvariantCulture));
        _fixed = pages.Add(start, _full);
    }

    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        var full = await IsRecordedAsync(chromium, _full, Chance.Outside, expected: true);
        var none = await IsRecordedAsync(chromium, _none, Chance.Inside, expected: false);
        var claims = new List<Claim> { Claim(ClaimKind.Sampling, Name, full && !none, $"0: {Say(none)}; {_rate.Full!.Value.ToString(CultureInfo.InvariantCulture)}: {Say(full)}") };
        if (_rate.Safe.IsEmpty)
            return claims;

        if (IsOnErrorOnly)
        {
            var quiet = await IsRecordedAsync(chromium, _fixed.Text, Chance.Inside, expected: false);
            var failed = await IsRecordedAsync(chromium, _fixed.Text, Chance.Inside, expected: true, OnErrorTrial.Error);
            claims.Add(Claim(ClaimKind.Fixed, Name, failed && !quiet, $"without an error: {Say(quiet)}; with one: {Say(failed)}"));
            return claims;
        }

        var inside = await IsRecordedAsync(chromium, _fixed.Text, Chance.Inside, expected: true);
        var outside = await IsRecordedAsync(chromium, _fixed.Text, Chance.Outside, expected: false);
        claims.Add(Claim(ClaimKind.Fixed, Name, inside && !outside, $"in the sample: {Say(inside)}; outside of it: {Say(outside)}"));
        return claims;
    }

    /// <summary>Whether the fix has put a rate that counts sessions with an error in the place of this one.</summary>
    private bool IsOnErrorOnly =>
        OptionValues.Settings(Start).Any(other => other.OnError && _fixed.Text.Contains(other.SimpleName + ":", StringComparison.Ordinal) && !_full.Contains(other.SimpleName + ":", StringComparison.Ordinal));

    private string Write(string rate) => TestPage.Write(Recorder, Start.Write(OptionValues.With(Recorder, new ScriptOption(_rate.Path.Call, _rate.Path.Option!, rate))));

    private async Task<bool> IsRecordedAsync(Chromium chromium, string page, double chance, bool expected, string? script = null)
    {
        await using var visit = await Visit.OpenAsync(chromium, Recorder, page, chance);
        if (Recorder.Beside.TryGetValue(Name, out var gate))
            await visit.RunAsync(Recorder.Consent[gate[..gate.IndexOf('=')]]);
        else if (page == _fixed.Text)
            await _fixed.ConsentAsync(visit);

        await visit.ClickAsync();
        await visit.MarkAsync("end");
        if ((script ?? Recorder.Trigger) is { } action)
            await visit.RunAsync(action);

        return expected ? await visit.ArrivesAsync("end") : !await visit.StaysSilentAsync(() => visit.HasMark("end") || visit.Recordings.Any());
    }

    private static string Say(bool isRecorded) => isRecorded ? "recorded" : "nothing";
}
