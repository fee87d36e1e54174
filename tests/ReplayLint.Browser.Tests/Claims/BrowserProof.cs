using System.Collections.Concurrent;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>All claims about all recorders, tried once.</summary>
internal sealed class BrowserProof
{
    /// <summary>Visits mostly wait.</summary>
    private static readonly int VisitsAtOnce = Math.Max(6, Environment.ProcessorCount);

    private const int Attempts = 3;

    private BrowserProof(IReadOnlyList<RecorderDescription> recorders, IReadOnlyList<Claim> claims, IReadOnlyDictionary<RecorderDescription, IReadOnlyList<Canary>> leaked) =>
        (Recorders, Claims, Leaked) = (recorders, claims, leaked);

    /// <summary>The recorders that were tried.</summary>
    public IReadOnlyList<RecorderDescription> Recorders { get; }

    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>What left the page with each recorder when nothing was configured.</summary>
    public IReadOnlyDictionary<RecorderDescription, IReadOnlyList<Canary>> Leaked { get; }

    public static async Task<BrowserProof> RunAsync(Chromium chromium, IEnumerable<RecorderDescription> recorders)
    {
        var pages = new FixedPages();
        // In turn: the trials of one recorder wait for the same things.
        var trials = recorders.SelectMany(recorder => RecorderTrials.Of(recorder, pages).Select(static (trial, turn) => (trial, turn))).OrderBy(static each => each.turn).Select(static each => each.trial).ToList();
        if (Environment.GetEnvironmentVariable("REPLAYLINT_BROWSER_TRIAL") is { Length: > 0 } only)
            trials.RemoveAll(trial => !trial.Name.Contains(only, StringComparison.Ordinal) && !trial.GetType().Name.Contains(only, StringComparison.Ordinal));

        await pages.FixAsync();

        var claims = new ConcurrentBag<Claim>();
        await Parallel.ForEachAsync(trials, new ParallelOptions { MaxDegreeOfParallelism = VisitsAtOnce }, async (trial, _) =>
        {
            foreach (var claim in await TryAsync(chromium, trial))
                claims.Add(claim);
        });

        foreach (var recorder in trials.Select(static trial => trial.Recorder).Distinct())
        {
            foreach (var (subject, reason) in recorder.NotTestable)
                claims.Add(new Claim(recorder, ClaimKind.Default, subject, Outcome.NotTestable, reason));
        }

        var leaked = trials.OfType<DefaultTrial>().GroupBy(static trial => trial.Recorder).ToDictionary(static group => group.Key, static group => group.First().Leaked);
        return new BrowserProof([.. trials.Select(static trial => trial.Recorder).Distinct()], [.. claims.OrderBy(static claim => claim.Recorder.Folder, StringComparer.Ordinal).ThenBy(static claim => claim.Kind).ThenBy(static claim => claim.Subject, StringComparer.Ordinal)], leaked);
    }

    /// <summary>Runs a trial; again where the browser did not answer in time. What it says is never asked for twice.</summary>
    private static async Task<IEnumerable<Claim>> TryAsync(Chromium chromium, Trial trial)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await trial.RunAsync(chromium);
            }
            catch (Exception exception) when (exception is Microsoft.Playwright.PlaywrightException or TimeoutException && attempt < Attempts)
            {
                continue;
            }
            catch (Exception exception) when (exception is Microsoft.Playwright.PlaywrightException or TimeoutException or KeyNotFoundException or InvalidOperationException)
            {
                return [new Claim(trial.Recorder, ClaimKind.Default, trial.Name, Outcome.Disproven, $"the trial failed: {exception.Message}")];
            }
        }
    }
}
