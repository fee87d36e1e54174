using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Fuzz.Properties;

/// <summary>The same project gives the same findings: by one thread or many, and whatever the order of its files.</summary>
public class DeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Threads_and_the_order_of_files_change_nothing(int seed)
    {
        var random = new Random(seed);
        var code = Enumerable.Range(0, 6).Select(i => CSharpSyntaxTree.ParseText($"namespace N{i} {{\n#line 1\n" + CodePrograms.Create(new Random(random.Next())).Replace("namespace Shop;", "", StringComparison.Ordinal) + "\n}", path: $"Code{i}.cs")).ToImmutableArray<SyntaxTree>();
        var files = Enumerable.Range(0, 12).Select(i => new TestFile($"/fuzz/{i}/Page{(i % 3 == 0 ? ".js" : ".cshtml")}", i % 3 == 0 ? PagePrograms.CreateScript(random) : PagePrograms.CreatePage(random))).ToImmutableArray<AdditionalText>();
        var empty = Analysis.Compile(new FuzzInput([]));

        var expected = Show(Analysis.Find(empty.AddSyntaxTrees(code), files));

        Assert.True(expected.Split('\n').Length > 20, expected);
        Assert.Equal(expected, Show(Analysis.Find(empty.AddSyntaxTrees(code), files)));
        Assert.Equal(expected, Show(Analysis.Find(empty.AddSyntaxTrees(code), files, isConcurrent: true)));
        Assert.Equal(expected, Show(Analysis.Find(empty.AddSyntaxTrees(code.Reverse()), [.. files.Reverse()])));
        Assert.Equal(expected, Show(Analysis.Find(empty.AddSyntaxTrees(code.OrderBy(_ => random.Next())), [.. files.OrderBy(_ => random.Next())], isConcurrent: true)));
    }

    /// <summary>The findings with all that is said of them, in the order of their places, which is how hosts show them.</summary>
    private static string Show(ImmutableArray<Diagnostic> findings) =>
        string.Join('\n', findings
            .Select(static finding => $"{finding.Location.GetLineSpan()} {finding.Severity} {finding.Id} {finding.GetMessage()} {string.Join(' ', finding.Properties.OrderBy(static property => property.Key, StringComparer.Ordinal))} {string.Join(' ', finding.AdditionalLocations.Select(static place => place.GetLineSpan()))}")
            .Order(StringComparer.Ordinal));
}
