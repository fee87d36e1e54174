using System.Diagnostics;

namespace ReplayLint.Benchmarks;

/// <summary>What the catalogue costs: the best of many readings, and what it is part of where a compiler has just started.</summary>
internal static class CatalogTimes
{
    private const int Rounds = 200;

    public static CatalogTime Measure()
    {
        var benchmarks = new CatalogBenchmarks();
        return new CatalogTime(LeastOf(benchmarks.Parse), LeastOf(benchmarks.ParseAndIndex), ColdStart.Measure());
    }

    private static double LeastOf<T>(Func<T> run)
    {
        var least = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            run();
            least = Math.Min(least, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return least;
    }
}

/// <summary>What the catalogue costs, in milliseconds.</summary>
/// <param name="Parse">Reading all files.</param>
/// <param name="ParseAndIndex">Reading and indexing them.</param>
/// <param name="Start">What a compiler takes that has just started.</param>
internal sealed record CatalogTime(double Parse, double ParseAndIndex, ColdStartTimes Start)
{
    /// <summary>What is asked for of <see cref="Parse"/>.</summary>
    public const double Required = 5;
}
