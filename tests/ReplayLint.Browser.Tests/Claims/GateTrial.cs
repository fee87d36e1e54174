using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>Nothing is recorded before consent, and something after it.</summary>
/// <param name="start">How the recorder is started.</param>
/// <param name="kind">What is claimed.</param>
/// <param name="name">What holds back.</param>
/// <param name="page">The page.</param>
/// <param name="consent">What the page runs after consent.</param>
internal sealed class GateTrial(StartTemplate start, ClaimKind kind, string name, Func<string> page, Func<string> consent) : Trial(start, name)
{
    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        await using var visit = await Visit.OpenAsync(chromium, Recorder, page());
        await visit.UseAsync();
        await visit.MarkAsync("before");
        await TriggerAsync(visit);
        if (!await visit.StaysSilentAsync(() => visit.HasMark("before") || visit.Recordings.Any(), leave: false))
            return [Claim(kind, Name, false, "recorded before consent")];

        await visit.ConsentAsync(consent());
        if (Recorder.IsConsentForNextPage)
            await visit.UseAsync();

        await visit.MarkAsync("after");
        await TriggerAsync(visit);
        return [Claim(kind, Name, await visit.ArrivesAsync("after"), visit.HasMark("after") ? "nothing before consent, something after it" : $"nothing after consent either ({string.Join("; ", visit.Errors.Take(3))})")];
    }

    private Task TriggerAsync(Visit visit) => Recorder.Trigger is { } trigger ? visit.RunAsync(trigger) : Task.CompletedTask;
}
