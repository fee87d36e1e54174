using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>For recorders whose package only loads them: whether the recorder is asked for, and, where consent is asked, when.</summary>
/// <param name="start">How the recorder is started.</param>
/// <param name="kind">What is claimed.</param>
/// <param name="name">What is tried.</param>
/// <param name="page">The page.</param>
/// <param name="consent">What the page runs after consent; null where it does not wait for any.</param>
internal sealed class LoadTrial(StartTemplate start, ClaimKind kind, string name, Func<string> page, string? consent = null) : Trial(start, name)
{
    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        await using var visit = await Visit.OpenAsync(chromium, Recorder, page());
        if (consent is not null)
        {
            if (!await visit.StaysSilentAsync(() => IsAsked(visit), leave: false))
                return [Claim(kind, Name, false, "asked for before consent")];

            await visit.RunAsync(consent);
        }

        var isAsked = await visit.Capture.WaitAsync(() => IsAsked(visit), Visit.Arrival);
        return [Claim(kind, Name, isAsked, isAsked ? "the page asks for the recorder" : $"the page does not ask for the recorder ({string.Join("; ", visit.Errors.Take(3))})")];
    }

    private bool IsAsked(Visit visit) => visit.Sent.Any(request => Recorder.Records.IsMatch(request.Url));
}
