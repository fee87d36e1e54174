using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>A build heeds a baseline beside a project or above it.</summary>
[Collection(nameof(PackedPackage))]
public class BaselineTests(PackedPackage package)
{
    /// <summary>The name of every baseline.</summary>
    internal const string File = "replaylint-baseline.txt";

    private const string Reason = "The shop is replaced in spring (PRIV-9)";
    private const string Start = "Vendor.Tracker.Begin();";

    /// <summary>A line of a baseline, as the tool writes it.</summary>
    internal static string Entry(string rule, string recorder, string line, string file, string reason)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}\n{recorder}\n{line}")))[..16];
        return $"{rule} {fingerprint} {file}{(reason.Length == 0 ? "" : " reason=" + reason)}\n";
    }

    [Fact]
    public async Task What_is_listed_may_stay_and_what_is_new_is_reported()
    {
        var project = CreateProject("");
        Assert.Equal([new Finding("App.cs", 1, "RPL1001")], await BuildAsync(project));

        WriteAbove(project, Entry("RPL1001", "Tracker", App(Start), "App/App.cs", Reason));
        Assert.Empty(await BuildAsync(project));

        System.IO.File.Move(Path.Combine(project, "App.cs"), Path.Combine(project, "Program.cs"));
        System.IO.File.WriteAllText(Path.Combine(project, "Program.cs"), "// Renamed, moved.\n\n  " + App(Start));
        System.IO.File.WriteAllText(Path.Combine(project, "More.cs"), App(Start, "More"));
        Assert.Equal([new Finding("More.cs", 1, "RPL1001")], await BuildAsync(project));
    }

    [Fact]
    public async Task A_build_compiles_again_when_the_baseline_comes_changes_and_goes()
    {
        var project = CreateProject("");
        var entry = Entry("RPL1001", "Tracker", App(Start), "App/App.cs", Reason);
        Assert.Single(await BuildAsync(project));

        WriteAbove(project, entry);
        Assert.Empty(await BuildAsync(project));

        WriteAbove(project, entry.Replace(" reason=", " reason=TODO "));
        Assert.Equal([new Finding("App.cs", 1, "RPL1001"), new Finding(File, 1, "RPL9001")], await BuildAsync(project));

        WriteAbove(project, entry);
        Assert.Empty(await BuildAsync(project));

        System.IO.File.Delete(Path.Combine(project, "..", File));
        Assert.Single(await BuildAsync(project));
    }

    [Fact]
    public async Task The_nearest_baseline_holds_and_is_handed_over_once()
    {
        var project = CreateProject("<ItemGroup><AdditionalFiles Include=\"replaylint-baseline.txt\" /></ItemGroup>");
        WriteAbove(project, Entry("RPL1001", "Tracker", App(Start), "App/App.cs", Reason));
        System.IO.File.WriteAllText(Path.Combine(project, File), "# Nothing.\n");

        Assert.Equal([File, "replaylint.team.txt"], (await CompilerInput.ReadAsync(package, project)).AdditionalFiles);
        Assert.Single(await BuildAsync(project));
    }

    [Fact]
    public async Task The_day_of_the_build_ends_an_entry()
    {
        var project = CreateProject("<PropertyGroup><ReplayLintMode>strict</ReplayLintMode></PropertyGroup>");
        WriteAbove(project, Entry("RPL1001", "Tracker", App(Start), "App/App.cs", Reason + ", until 2027-03-31"));

        Assert.Empty(await BuildAsync(project, "-p:ReplayLintToday=2027-03-31"));
        Assert.Equal([new Finding("App.cs", 1, "RPL1001"), new Finding(File, 1, "RPL9004")], await BuildAsync(project, "-p:ReplayLintToday=2027-04-01"));
    }

    private string CreateProject(string elements)
    {
        var project = package.CreateProject(
            "",
            ("App.cs", App(Start)),
            ("Vendor.cs", "[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30, Reference = \"R-1\")]\nnamespace Vendor { public static class Tracker { public static void Begin() { } } }\n"),
            ("replaylint.team.txt", "recorder Tracker\n  api T:Vendor.Tracker\n  start M:Vendor.Tracker.Begin\n"));
        System.IO.File.WriteAllText(Path.Combine(project, "..", "Directory.Build.targets"), $"<Project>{elements}</Project>");
        return project;
    }

    private static string App(string statement, string name = "App") => $"public class {name} {{ public void Run() {{ {statement} }} }}";

    private static void WriteAbove(string project, string text) => System.IO.File.WriteAllText(Path.Combine(project, "..", File), text);

    private async Task<IReadOnlyList<Finding>> BuildAsync(string project, params string[] properties)
    {
        var (_, output) = await package.BuildAsync(project, properties);
        Assert.DoesNotMatch("error (?:CS|MSB|NU)", output);
        return Finding.Parse(output);
    }
}
