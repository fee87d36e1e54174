using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>Policies that a project declares as items.</summary>
[Collection(nameof(PackedPackage))]
public class PolicyItemTests(PackedPackage package)
{
    private static readonly (string, string) Library = ("C.cs", "public class C { }");
    private static readonly (string, string) Program = ("Program.cs", "System.Console.WriteLine();");
    private static readonly (string, string) Page = ("wwwroot/index.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>");

    [Fact]
    public async Task Items_reach_the_analyzers_whatever_they_hold()
    {
        var project = CreateProject(
            """
            <SessionReplayPolicy Include="Clarity" Purpose="ErrorDiagnosis" RetentionDays="30" Reference="R 1; it's #2 (50%25) = &quot;é&quot;" ConsentMechanism="Banner" />
            <SessionReplayPolicy Include="Clarity;PostHog" Purpose="Support" RetentionHours="$(Hours)" />
            <SessionReplayPolicy Include="*" Purpose="ExperienceImprovement" RetentionDays="60" />
            """,
            Library,
            ("Clarity/Readme.txt", ""),
            ("LICENSE", ""));
        var props = Path.Combine(Path.GetDirectoryName(project)!, "Directory.Build.props");

        var input = await CompilerInput.ReadAsync(package, project, "-p:Hours=4");

        Assert.Equal(
            [
                $"Clarity|ErrorDiagnosis|30||R 1; it's #2 (50%) = \"é\"|Banner|{props}",
                $"Clarity|Support||4|||{props}",
                $"PostHog|Support||4|||{props}",
                $"*|ExperienceImprovement|60||||{props}",
            ],
            Decode(input.EditorConfig));
        Assert.Contains("build_property.ReplayLintIsLibrary = true", input.EditorConfig);
    }

    [Fact]
    public async Task A_project_without_items_hands_over_none()
    {
        var input = await CompilerInput.ReadAsync(package, package.CreateProject("Microsoft.NET.Sdk.Web", "<TargetFramework>net10.0</TargetFramework>", [Program]));

        Assert.Empty(Decode(input.EditorConfig));
        Assert.DoesNotContain("build_property.ReplayLintIsLibrary = true", input.EditorConfig);
        Assert.DoesNotContain("build_property.ReplayLintHasProjectReferences = true", input.EditorConfig);
    }

    [Fact]
    public async Task An_item_covers_a_recorder_and_a_wrong_one_is_reported_at_its_file()
    {
        var project = package.CreateProject("Microsoft.NET.Sdk.Web", "<TargetFramework>net10.0</TargetFramework>", [Program, Page]);
        Assert.Contains("warning RPL5001", await BuildAsync(project));

        WriteItems(project, """<SessionReplayPolicy Include="Clarity" Purpose="ExperienceImprovement" RetentionDays="30" Reference="R-1" />""");
        var covered = await BuildAsync(project);
        Assert.DoesNotContain("RPL5", covered);
        Assert.Contains("warning RPL1001", covered);

        WriteItems(project, """<SessionReplayPolicy Include="Clarty" Purpose="ExperienceImprovement" RetentionDays="400" />""");
        var wrong = await BuildAsync(project);
        Assert.Contains("warning RPL5001", wrong);
        Assert.Matches(@"Directory\.Build\.props\(1,1\): warning RPL5005: This session replay policy names 'Clarty', which is no known recorder; did you mean 'Clarity'\?", wrong);
        Assert.Matches(@"Directory\.Build\.props\(1,1\): warning RPL5002:", wrong);
    }

    [Fact]
    public async Task A_build_compiles_again_only_when_a_policy_has_changed()
    {
        var project = CreateProject("""<SessionReplayPolicy Include="Clarity" Purpose="ErrorDiagnosis" RetentionDays="$(Days)" />""", Library);
        var assembly = Path.Combine(project, "obj", "Debug", "netstandard2.0", "App.dll");

        async Task<DateTime> WrittenAsync(int days)
        {
            await BuildAsync(project, $"-p:Days={days}");
            return File.GetLastWriteTimeUtc(assembly);
        }

        var first = await WrittenAsync(30);
        Assert.Equal(first, await WrittenAsync(30));
        Assert.NotEqual(first, await WrittenAsync(60));
    }

    private string CreateProject(string items, params (string Name, string Text)[] files)
    {
        var project = package.CreateProject("", files);
        WriteItems(project, items);
        return project;
    }

    private static void WriteItems(string project, string items) =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(project)!, "Directory.Build.props"), $"<Project><ItemGroup>{items}</ItemGroup></Project>");

    private async Task<string> BuildAsync(string project, params string[] arguments)
    {
        var (exitCode, output) = await package.BuildAsync(project, arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private static IEnumerable<string> Decode(string editorConfig)
    {
        var encoded = Regex.Match(editorConfig, @"^build_property\.ReplayLintPolicies = ?(.*)$", RegexOptions.Multiline).Groups[1].Value.Trim();
        return Encoding.UTF8.GetString(Convert.FromBase64String(encoded))
            .Split('\x1E', StringSplitOptions.RemoveEmptyEntries)
            .Select(static policy => policy.Replace('\x1F', '|'));
    }
}
