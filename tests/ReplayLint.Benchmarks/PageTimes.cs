using System.Diagnostics;

namespace ReplayLint.Benchmarks;

/// <summary>How fast pages and scripts are read: the best of many runs, which other work on the machine disturbs least.</summary>
internal static class PageTimes
{
    private const int WarmUps = 5;
    private const int Rounds = 30;

    public static IReadOnlyList<PageTime> Measure() =>
    [
        .. GeneratedPages.All.Select(static pages => Measure("searched", pages, new PageWork(pages).Scan, required: 50)),
        .. GeneratedPages.All.Select(static pages => Measure("parsed", pages, new PageWork(pages).Parse, required: pages.Name == "scripts" ? null : 10)),
    ];

    private static PageTime Measure(string what, GeneratedPages pages, Func<int> run, double? required)
    {
        for (var i = 0; i < WarmUps; i++)
            run();

        var least = double.MaxValue;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            run();
            least = Math.Min(least, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }

        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / Rounds;
        return new PageTime(what, pages, pages.Length / 1e6 / least, bytes / (double)pages.Length, required);
    }
}

/// <summary>How fast the files of one language are read.</summary>
/// <param name="What">What is done with them.</param>
/// <param name="Pages">The files.</param>
/// <param name="Speed">Megabytes (of 10⁶) a second.</param>
/// <param name="Allocated">Bytes of memory for each byte of text.</param>
/// <param name="Required">The speed that is asked for, or null when none is.</param>
internal sealed record PageTime(string What, GeneratedPages Pages, double Speed, double Allocated, double? Required)
{
    public override string ToString() => FormattableString.Invariant($"{Speed,8:F1} MB/s {Allocated,8:F2} B/B  {What}: {Pages} ({Pages.Files.Length} files, {Pages.Length / 1e6:F1} MB){(Required is { } mark ? $", at least {mark}" : "")}");
}
