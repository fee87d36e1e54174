using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>A rate that counts sessions with an error: nothing leaves the page until there is one.</summary>
internal sealed class OnErrorTrial(StartTemplate start, string name, IReadOnlyList<ScriptOption> options) : Trial(start, name)
{
    public const string Error = "setTimeout(() => { throw new Error('The order failed.'); }); await new Promise(done => setTimeout(done, 50));";

    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        await using var visit = await Visit.OpenAsync(chromium, Recorder, TestPage.Write(Recorder, Start.Write(options)));
        await visit.UseAsync();
        await visit.MarkAsync("before");
        if (!await visit.StaysSilentAsync(() => visit.HasMark("before") || visit.Recordings.Any(), leave: false))
            return [Claim(ClaimKind.Sampling, Name, false, "recorded without an error")];

        await visit.RunAsync(Error);
        await visit.MarkAsync("after");
        return [Claim(ClaimKind.Sampling, Name, await visit.ArrivesAsync("before"), visit.HasMark("before") ? "nothing without an error, the session with one" : "nothing with an error either")];
    }
}
