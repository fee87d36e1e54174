using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Benchmarks;

/// <summary>The analyzer on a whole project, the compiler's own work included.</summary>
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(4)]
[EvaluateOverhead(false)]
public class AnalyzerBenchmarks
{
    private Compilation? _compilation;

    public static IEnumerable<GeneratedProject> Projects => GeneratedProject.All;

    [ParamsSource(nameof(Projects))]
    public GeneratedProject Project { get; set; } = GeneratedProject.All[0];

    [IterationSetup]
    public void Compile() => _compilation = Project.Compile();

    [Benchmark]
    public Task<AnalysisResult> Analyze() => GeneratedProject.AnalyzeAsync(_compilation!, new ReplayLintAnalyzer());
}
