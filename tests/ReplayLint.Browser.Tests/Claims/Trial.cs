using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>One or several visits that decide claims.</summary>
/// <param name="start">How the recorder is started.</param>
/// <param name="name">What is tried.</param>
internal abstract class Trial(StartTemplate start, string name)
{
    public StartTemplate Start { get; } = start;

    public RecorderDescription Recorder => Start.Recorder;

    public string Name { get; } = name;

    public abstract Task<IEnumerable<Claim>> RunAsync(Chromium chromium);

    /// <summary>Uses a page until a recording of all of it has arrived. What is said to be in clear is given some time: pictures come later than the rest.</summary>
    protected async Task<bool> RecordAsync(Visit visit, IReadOnlyList<MarkedPlace>? places = null, bool withKeys = false, IReadOnlyCollection<Canary>? shown = null)
    {
        await visit.UseAsync(places, withKeys);
        await visit.MarkAsync("end");
        if (Recorder.Trigger is { } trigger)
            await visit.RunAsync(trigger);

        if (!await visit.ArrivesAsync("end", awaited: () => shown?.All(canary => visit.Holds(canary.Text)) != false))
            return false;

        await visit.SettleAsync();
        return true;
    }

    protected Claim Claim(ClaimKind kind, string subject, bool holds, string detail) => new(Recorder, kind, subject, holds ? Outcome.Proven : Outcome.Disproven, detail);

    /// <summary>Nothing can be said where nothing was recorded.</summary>
    protected Claim Unrecorded(ClaimKind kind, string subject, Visit visit) =>
        new(Recorder, kind, subject, Outcome.Disproven, $"nothing was recorded ({visit.Capture.Requests.Count} requests; {string.Join("; ", visit.Errors.Take(3))})");

    /// <summary>That some of the texts turned up, or none of them.</summary>
    protected Claim Leaks(ClaimKind kind, string subject, Visit visit, IReadOnlyCollection<Canary> shown)
    {
        if (!shown.Any())
            throw new InvalidOperationException($"Nothing on the page shows what {subject} is about.");

        var missing = shown.Where(canary => !visit.Holds(canary.Text)).Select(static canary => canary.Kind).ToList();
        return Claim(kind, subject, missing.Count == 0, missing.Count == 0 ? "in clear" : $"not in clear: {string.Join(", ", missing)}");
    }

    protected Claim Keeps(ClaimKind kind, string subject, Visit visit, IEnumerable<Canary> hidden)
    {
        var leaks = hidden.Where(canary => visit.Holds(canary.Text)).Select(static canary => canary.Kind).ToList();
        if (Recorder.Exceptions.TryGetValue(subject, out var exception) && kind == ClaimKind.Fixed && !leaks.Remove(exception))
            return Claim(kind, subject, false, $"{exception} is not in clear any more: the exception is out of date");

        if (leaks.Count > 0)
            return Claim(kind, subject, false, $"in clear: {string.Join(", ", leaks)}");

        return Opaque(visit) is { } opaque ? new Claim(Recorder, kind, subject, Outcome.NotTestable, opaque) : Claim(kind, subject, true, "not in clear");
    }

    /// <summary>What could not be read of recordings, from which therefore nothing follows.</summary>
    private string? Opaque(Visit visit) => Recorder.Binary is null && visit.Recordings.SelectMany(static request => request.Payload.Opaque).FirstOrDefault() is { } opaque
        ? $"a part of the recording cannot be read: {opaque}"
        : null;
}
