using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>The marks of the samples.</summary>
public class FindingTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateDirectories(Path.Combine(PackedPackage.RepositoryRoot, "tests", "samples"), "Shop.*").Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("C.cs", "Start(); // expect: RPL1001")]
    [InlineData("a/site.js", "start(); // expect: RPL1001")]
    [InlineData("a/b/Index.cshtml", "<p></p> @* expect: RPL1001 *@")]
    [InlineData("App.razor", "@code { int _i; } // expect: RPL1001")]
    [InlineData("index.html", "<p></p> <!-- expect: RPL1001 -->")]
    public void A_mark_is_read_in_the_language_of_the_file(string name, string line)
    {
        var folder = Directory.CreateTempSubdirectory("replaylint-").FullName;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), $"\n{line}\n{line.Replace("RPL1001", "RPL2001 RPL2002")}\n");
            Directory.CreateDirectory(Path.Combine(folder, "obj"));
            File.WriteAllText(Path.Combine(folder, "obj", "Copy.cs"), "// expect: RPL1001");

            Assert.Equal([new Finding(name, 2, "RPL1001"), new Finding(name, 3, "RPL2001"), new Finding(name, 3, "RPL2002")], Finding.Expected(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_mark_of_a_sample_is_understood_and_a_compliant_one_has_none(string sample)
    {
        var folder = Path.Combine(PackedPackage.RepositoryRoot, "tests", "samples", sample);
        var marks = Finding.MarkedFiles(folder).Sum(static path => File.ReadLines(path).Count(static line => line.Contains("expect:", StringComparison.Ordinal)));

        Assert.Equal(marks, Finding.Expected(folder).Select(static f => (f.File, f.Line)).Distinct().Count());
        Assert.Equal(sample.EndsWith(".Compliant", StringComparison.Ordinal), marks == 0);
    }
}
