using BenchmarkDotNet.Attributes;

namespace ReplayLint.Benchmarks;

/// <summary>Pages and scripts without a recorder: the search in them, and making trees of them.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private PageWork? _work;

    public static IEnumerable<string> Languages => GeneratedPages.All.Select(static pages => pages.Name);

    [ParamsSource(nameof(Languages))]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _work = new PageWork(GeneratedPages.All.Single(pages => pages.Name == Language));

    [Benchmark]
    public int Scan() => _work!.Scan();

    [Benchmark]
    public int Parse() => _work!.Parse();
}
