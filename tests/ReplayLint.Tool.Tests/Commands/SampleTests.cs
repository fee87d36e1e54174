using ReplayLint.Package.Tests;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Commands;

/// <summary>The tool on the samples, of which the tests of the package know that a build finds what is marked in them.</summary>
public class SampleTests
{
    /// <summary>What no fix answers, because it needs a decision or a fact that only people have.</summary>
    private static readonly Dictionary<string, string[]> LeftToPeople = new()
    {
        ["Shop.Mobile"] = [],
        ["Shop.Web"] =
        [
            "Pages/Checkout.cshtml RPL2005",
            "SessionReplayPolicy.cs RPL5003",
            "Views/Shared/_Layout.cshtml RPL4001",
            "Views/Shared/_PostHog.cshtml RPL4001",
            "wwwroot/js/site.js RPL1001",
        ],
        ["Shop.Blazor"] =
        [
            "Components/App.razor RPL1001",
            "Components/Pages/Account.razor RPL4001",
        ],
    };

    [Theory]
    [InlineData("Shop.Mobile")]
    [InlineData("Shop.Web")]
    [InlineData("Shop.Blazor")]
    public async Task Finds_what_a_build_finds_and_fixes_it_once_and_for_all(string sample)
    {
        using var repository = new TestRepository();
        repository.CopySamples(withPackage: true, sample);
        var folder = repository[sample];
        var expected = Finding.Expected(folder);

        var check = await CommandLine.RunAsync("check", folder, "--format", "json", "--severity", "warning");
        Assert.True(check.ExitCode == ExitCodes.Findings, check.Output + check.Error);
        Assert.Equal(expected, JsonFindings.Read(check.Output, folder));

        var fix = await CommandLine.RunAsync("fix", folder, "--no-restore");
        var left = LeftToPeople[sample];

        // It compiles what it fixed: with an error the exit code would be 2.
        Assert.True(fix.ExitCode == (left.Length == 0 ? ExitCodes.Clean : ExitCodes.Findings), fix.Output + fix.Error);
        Assert.Equal(left, Left(fix.Error, folder));

        var once = repository.ReadAll();
        var again = await CommandLine.RunAsync("fix", folder, "--no-restore");
        Assert.Contains("Changed: 0.", again.Error);
        Assert.Equal(left, Left(again.Error, folder));
        Assert.Equal(once, repository.ReadAll());
    }

    private static IEnumerable<string> Left(string error, string folder) =>
        from line in error.Split('\n')
        where line.StartsWith("left to you: ", StringComparison.Ordinal)
        let words = line.Split(": ")
        select $"{Path.GetRelativePath(folder, Path.GetFullPath(words[1].Split('(')[0])).Replace('\\', '/')} {words[2].Split(' ')[^1]}";

    [Fact]
    public async Task Finds_nothing_in_compliant_samples()
    {
        string[] samples = ["Shop.Mobile.Compliant", "Shop.Web.Compliant", "Shop.Blazor.Compliant"];
        using var repository = new TestRepository();
        repository.CopySamples(withPackage: true, samples);

        var check = await CommandLine.RunAsync(["check", .. samples.Select(sample => repository[sample])]);

        Assert.True(check.ExitCode == ExitCodes.Clean, check.Output + check.Error);
        Assert.StartsWith("No findings; 3 projects analysed.", check.Output);
    }

    [Fact]
    public async Task Finds_the_same_where_no_project_references_the_package_and_leaves_their_builds_alone()
    {
        using var repository = new TestRepository();
        repository.CopySamples(withPackage: false, "Shop.Web");
        var folder = repository["Shop.Web"];

        var check = await CommandLine.RunAsync("check", folder, "--format", "json", "--severity", "warning");

        Assert.Equal(Finding.Expected(folder), JsonFindings.Read(check.Output, folder));
        Assert.Empty(Directory.GetFiles(folder, "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories));

        // What needs the package's annotations would not compile without them.
        var fix = await CommandLine.RunAsync("fix", folder, "--no-restore");
        Assert.Equal(ExitCodes.Findings, fix.ExitCode);
        Assert.False(File.Exists(Path.Combine(folder, "SessionReplayPolicy.cs")));
        Assert.Contains("RPL5001", fix.Error);
        var (exitCode, output) = await repository.BuildAsync("Shop.Web");
        Assert.True(exitCode == 0, output);
    }
}
