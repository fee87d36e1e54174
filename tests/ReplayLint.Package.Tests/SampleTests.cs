using System.Text.Json;
using Xunit;

namespace ReplayLint.Package.Tests;

[Collection(nameof(PackedPackage))]
public class SampleTests(PackedPackage package)
{
    [Fact]
    public Task A_build_shows_exactly_the_findings_that_the_sample_expects() => ShowsExpectedFindingsAsync("Shop.Mobile");

    [Theory]
    [InlineData("Shop.Web")]
    [InlineData("Shop.Blazor")]
    public Task A_build_shows_exactly_the_findings_that_the_web_sample_expects(string name) => ShowsExpectedFindingsAsync(name);

    private async Task ShowsExpectedFindingsAsync(string name)
    {
        var sample = package.CopySample(name);
        var sarif = Path.Combine(sample, "findings.sarif");

        var (exitCode, output) = await package.BuildAsync(sample, $"-p:ErrorLog={sarif}%2cversion=2.1");

        Assert.True(exitCode == 0, output);
        var expected = Finding.Expected(sample);
        Assert.True(expected.Count >= 10, "The sample has lost its marks.");
        Assert.Equal(expected, Finding.Parse(output, sample));
        AssertSarif(sarif, expected.Count);
    }

    [Theory]
    [InlineData("Shop.Mobile.Compliant")]
    [InlineData("Shop.Web.Compliant")]
    [InlineData("Shop.Blazor.Compliant")]
    public async Task A_compliant_sample_builds_without_a_warning_also_in_strict_mode(string name)
    {
        var sample = package.CopySample(name);

        var (exitCode, output) = await package.BuildAsync(sample, "-p:ReplayLintMode=strict", "-warnaserror");

        Assert.True(exitCode == 0, output);
        Assert.Empty(Finding.Parse(output));
    }

    [Fact]
    public async Task The_mode_decides_whether_findings_fail_the_build()
    {
        var sample = package.CopySample("Shop.Mobile");

        // In any case, also where the case of a file's name matters.
        var strict = await package.BuildAsync(sample, "-p:ReplayLintMode=Strict");
        Assert.NotEqual(0, strict.ExitCode);
        Assert.Contains("error RPL1001", strict.Output);

        var advisory = await package.BuildAsync(sample, "-p:ReplayLintMode=advisory", "-warnaserror");
        Assert.True(advisory.ExitCode == 0, advisory.Output);
        Assert.Empty(Finding.Parse(advisory.Output));

        var off = await package.BuildAsync(sample, "-p:ReplayLintMode=off", "-p:ReplayLintOffReason=Another build analyses", "-warnaserror");
        Assert.True(off.ExitCode == 0, off.Output);

        var unknown = await package.BuildAsync(sample, "-p:ReplayLintMode=strickt");
        Assert.NotEqual(0, unknown.ExitCode);
        Assert.Contains("RPLPKG01", unknown.Output);

        // A team's own global configuration wins over the preset.
        File.WriteAllText(Path.Combine(sample, ".globalconfig"), "is_global = true\ndotnet_diagnostic.RPL2001.severity = none\nreplaylint.RPL2001.justification = The sample shows made-up names only.\n");
        var configured = await package.BuildAsync(sample);
        Assert.DoesNotContain(Finding.Parse(configured.Output), static f => f.Id == "RPL2001");
        Assert.Contains(Finding.Parse(configured.Output), static f => f.Id == "RPL3001");
    }

    [Fact]
    public async Task Dotnet_format_fixes_the_sample_once_and_for_all()
    {
        var sample = package.CopySample("Shop.Mobile");
        var restored = await Dotnet.RunAsync(sample, "restore", $"-p:ReplayLintVersion={package.Version}");
        Assert.True(restored.ExitCode == 0, restored.Output);

        await FormatAsync(sample);

        var (exitCode, output) = await package.BuildAsync(sample, "-p:ReplayLintMode=strict");
        Assert.True(exitCode == 0, output);
        Assert.Empty(Finding.Parse(output));

        var once = ReadSources(sample);
        Assert.Contains("The product pictures are public.", once["CrashReporting.cs"]);
        await FormatAsync(sample);
        Assert.Equal(once, ReadSources(sample));
    }

    [Theory]
    [InlineData("Shop.Web")]
    [InlineData("Shop.Blazor")]
    public async Task Dotnet_format_fixes_the_code_of_a_web_sample(string name)
    {
        var sample = package.CopySample(name);
        var restored = await Dotnet.RunAsync(sample, "restore", $"-p:ReplayLintVersion={package.Version}");
        Assert.True(restored.ExitCode == 0, restored.Output);

        await FormatAsync(sample);
        var (exitCode, output) = await package.BuildAsync(sample);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain(Finding.Parse(output, sample), static finding => finding.File.EndsWith(".cs", StringComparison.Ordinal));

        var once = ReadSources(sample);
        await FormatAsync(sample);
        Assert.Equal(once, ReadSources(sample));
    }

    private async Task FormatAsync(string sample)
    {
        package.PinVersion(sample);
        var (exitCode, output) = await Dotnet.RunAsync(sample, "format", "analyzers", "--no-restore", "--severity", "warn", "-v", "n");
        Assert.True(exitCode == 0, output);
    }

    private static Dictionary<string, string> ReadSources(string sample) =>
        Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(sample, path).Replace('\\', '/'))
            .Where(static path => Path.GetExtension(path) is ".cs" or ".csproj" && !path.Split('/').Any(static part => part is "bin" or "obj"))
            .ToDictionary(static path => path, path => File.ReadAllText(Path.Combine(sample, path)));

    private static void AssertSarif(string path, int findings)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(path));
        var run = log.RootElement.GetProperty("runs")[0];
        // Hints are in the log and not in the output; two recorders may have the same finding in one line.
        var results = run.GetProperty("results").EnumerateArray()
            .Where(static r => r.GetProperty("ruleId").GetString()!.StartsWith("RPL", StringComparison.Ordinal) && r.GetProperty("level").GetString() != "note")
            .Select(static r =>
            {
                var place = r.GetProperty("locations")[0].GetProperty("physicalLocation");
                return (r.GetProperty("ruleId").GetString(), place.GetProperty("artifactLocation").GetProperty("uri").GetString(), place.GetProperty("region").GetProperty("startLine").GetInt32());
            })
            .Distinct();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Where(static r => r.GetProperty("id").GetString()!.StartsWith("RPL", StringComparison.Ordinal)).ToList();

        Assert.Equal(findings, results.Count());
        Assert.NotEmpty(rules);
        Assert.All(rules, static rule => Assert.EndsWith($"/rules/{rule.GetProperty("id").GetString()}.md", rule.GetProperty("helpUri").GetString()));
    }
}
