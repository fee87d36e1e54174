using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;

namespace ReplayLint.Benchmarks;

/// <summary>The built-in catalogue: reading all of its files, which a process does once, and indexing them.</summary>
[MemoryDiagnoser]
public class CatalogBenchmarks
{
    private static readonly SourceText[] Texts = [.. ReadTexts()];

    /// <summary>How many files there are, and how many characters in all.</summary>
    public static (int Files, int Characters) Size => (Texts.Length, Texts.Sum(static text => text.Length));

    [Benchmark]
    public int Parse() => Texts.Sum(static text => CatalogParser.Parse(text).Members.Length);

    [Benchmark]
    public bool ParseAndIndex() => RecorderCatalog.Empty.With([.. Texts.Select(CatalogParser.Parse)]).Scripts.HasName("");

    private static IEnumerable<SourceText> ReadTexts()
    {
        var assembly = typeof(RecorderCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".txt", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return SourceText.From(stream);
        }
    }
}
