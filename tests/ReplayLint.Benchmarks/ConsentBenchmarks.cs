using BenchmarkDotNet.Attributes;

namespace ReplayLint.Benchmarks;

/// <summary>The consent state of every start in a family of shapes.</summary>
[MemoryDiagnoser]
public class ConsentBenchmarks
{
    private ShapeAnalysis[] _shapes = [];

    public static IEnumerable<string> Families => Shapes.Families;

    [ParamsSource(nameof(Families))]
    public string Family { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _shapes = [.. Shapes.Of(Family).Select(static shape => new ShapeAnalysis(shape))];

    [Benchmark]
    public int StateOfEachStart()
    {
        var granted = 0;
        foreach (var shape in _shapes)
            granted += shape.Run();

        return granted;
    }
}
