using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using ReplayLint.Benchmarks;
using ReplayLint.Benchmarks.Peers;

// Nothing is restored or built for a run: the benchmarks run where they are.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(3)
    .WithIterationCount(8)
    .WithIterationTime(TimeInterval.FromMilliseconds(100));

if (args is ["--results"])
    return ResultsPage.Write(ManualConfig.CreateMinimumViable().AddJob(job).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "ReplayLint.Benchmarks")));

if (args is ["--shapes"])
{
    Console.WriteLine(string.Join(Environment.NewLine, ShapeTimes.Measure()));
    return 0;
}

if (args is ["--projects"])
{
    Console.WriteLine(string.Join(Environment.NewLine, ProjectTimes.Measure()));
    return 0;
}

if (args is ["--pages"])
{
    Console.WriteLine(string.Join(Environment.NewLine, PageTimes.Measure()));
    return 0;
}

if (args is ["--edits"])
{
    Console.WriteLine(string.Join(Environment.NewLine, EditTimes.Measure()));
    return 0;
}

if (args is ["--catalog"])
    return ResultsPage.WriteCatalog();

if (args is ["compare-peers", .. var sizes])
    return ComparePeers.Write(sizes);

BenchmarkSwitcher.FromAssembly(typeof(ConsentBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
