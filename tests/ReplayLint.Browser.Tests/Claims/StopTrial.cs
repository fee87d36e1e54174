using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>Recording ends with a call.</summary>
internal sealed class StopTrial(StartTemplate start, string name, string stop) : Trial(start, name)
{
    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        await using var visit = await Visit.OpenAsync(chromium, Recorder, TestPage.Write(Recorder, Start.Write()));
        await visit.UseAsync();
        await visit.MarkAsync("before");
        await TriggerAsync(visit);
        if (!await visit.ArrivesAsync("before", leave: false))
            return [Unrecorded(ClaimKind.Gate, Name, visit)];

        await visit.RunAsync(stop);
        await visit.UseAsync();
        await visit.MarkAsync("later");
        await TriggerAsync(visit);
        var isSilent = await visit.StaysSilentAsync(() => visit.HasMark("later"));
        return [Claim(ClaimKind.Gate, Name, isSilent, isSilent ? "recorded before it, not after it" : "recorded after it")];
    }

    private Task TriggerAsync(Visit visit) => Recorder.Trigger is { } trigger ? visit.RunAsync(trigger) : Task.CompletedTask;
}
