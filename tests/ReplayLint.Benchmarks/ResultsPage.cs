using BenchmarkDotNet.Configs;

namespace ReplayLint.Benchmarks;

internal static class ResultsPage
{
    public static int Write(IConfig config) => 0;
}
