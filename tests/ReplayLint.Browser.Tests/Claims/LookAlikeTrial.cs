using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>What looks like a gate does not keep the recorder from recording.</summary>
internal sealed class LookAlikeTrial(StartTemplate start, string name, ScriptOption option) : Trial(start, name)
{
    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        await using var visit = await Visit.OpenAsync(chromium, Recorder, TestPage.Write(Recorder, Start.Write(option)));
        return [await RecordAsync(visit) ? Claim(ClaimKind.LookAlike, Name, true, "recorded all the same") : Unrecorded(ClaimKind.LookAlike, Name, visit)];
    }
}
