using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>What goes wrong around a build: each time the findings stay what they are, or the build says why not.</summary>
[Collection(nameof(PackedPackage))]
public partial class FaultTests(PackedPackage package)
{
    private const string Catalogue = "replaylint.team.txt";
    private const string Tracker = "recorder Tracker\n  api T:Vendor.Tracker\n  start M:Vendor.Tracker.Begin\n";
    private const string Policy = "[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30, Reference = \"R-1\")]\n";

    private static readonly Finding Begin = new("App.cs", 1, "RPL1001");

    [Fact]
    public async Task A_second_copy_is_named()
    {
        var project = CreateProject();
        var installed = await InstalledAsync(project);
        var other = Directory.CreateDirectory(Path.Combine(project, "..", "other")).FullName;
        foreach (var assembly in Directory.EnumerateFiles(installed, "*.dll", SearchOption.AllDirectories))
            File.Copy(assembly, Path.Combine(other, Path.GetFileName(assembly)));

        File.WriteAllText(Path.Combine(project, "..", "Directory.Build.targets"), """
            <Project>
              <ItemGroup>
                <Analyzer Include="$(MSBuildThisFileDirectory)other/ReplayLint.Analyzers.dll;$(MSBuildThisFileDirectory)other/Acornima.dll" />
              </ItemGroup>
            </Project>
            """);
        var (_, output) = await package.BuildAsync(project);

        Assert.Equal(Begin, Assert.Single(Finding.Parse(output)));
        Assert.Contains("warning RPLPKG05", output);
        Assert.DoesNotContain("AD0001", output);
    }

    /// <summary>Bytes that are no text, a file that ends in the middle, and one of another kind: the file is named, and what else is known of recorders still holds.</summary>
    [Fact]
    public async Task A_corrupted_catalogue_is_named_and_the_rest_is_analysed()
    {
        var project = CreateProject();
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        foreach (var content in new[] { noise, Encoding.Unicode.GetBytes(Tracker)[..41], Encoding.UTF8.GetBytes("{ \"recorder\": \"Tracker\" }") })
        {
            File.WriteAllBytes(Path.Combine(project, "replaylint.other.txt"), content);
            var (exitCode, output) = await package.BuildAsync(project);

            var findings = Finding.Parse(output);
            Assert.NotEqual(0, exitCode);
            Assert.Contains(Begin, findings);
            Assert.True(findings.Any(static finding => finding is { File: "replaylint.other.txt", Id: "RPL9005" }) || IsRefused().IsMatch(output), output);
            Assert.InRange(findings.Count, 1, 101);
            Assert.DoesNotContain("AD0001", output);
        }
    }

    [Fact]
    public async Task A_changed_catalogue_compiles_again_and_an_unchanged_one_does_not()
    {
        var project = CreateProject();
        Assert.Equal([Begin], await FindingsAsync(project));

        File.WriteAllText(Path.Combine(project, Catalogue), Tracker + "  start M:Vendor.Tracker.Resume\n");
        Assert.Equal([Begin, new Finding("Other.cs", 1, "RPL1001")], await FindingsAsync(project));
        Assert.Equal([Begin, new Finding("Other.cs", 1, "RPL1001")], await FindingsAsync(project, "--no-incremental"));

        // What has been compiled is compiled no more, and says nothing again: as every analyzer.
        Assert.Empty(await FindingsAsync(project));

        File.WriteAllText(Path.Combine(project, Catalogue), Tracker);
        Assert.Equal([Begin], await FindingsAsync(project));
    }

    [Fact]
    public async Task Projects_that_are_built_at_once_have_their_own_findings()
    {
        const int Count = 8;
        var first = CreateProject();
        var root = Path.GetDirectoryName(first)!;
        for (var i = 1; i < Count; i++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, $"App{i}")).FullName;
            foreach (var file in Directory.EnumerateFiles(first))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file).Replace("App.csproj", $"App{i}.csproj", StringComparison.Ordinal)));
        }

        File.WriteAllText(Path.Combine(root, "All.proj"), """
            <Project DefaultTargets="Build">
              <ItemGroup>
                <Each Include="*/*.csproj" />
              </ItemGroup>
              <Target Name="Restore">
                <MSBuild Projects="@(Each)" Targets="Restore" Properties="IsRestoring=true" />
              </Target>
              <Target Name="Build">
                <MSBuild Projects="@(Each)" Targets="Build" BuildInParallel="true" />
              </Target>
            </Project>
            """);
        var (_, output) = await package.BuildAsync(root, "All.proj", "-m:4");

        var names = Enumerable.Range(0, Count).Select(static i => i == 0 ? "App" : $"App{i}").Order(StringComparer.Ordinal);
        Assert.True(names.Select(static name => new Finding(name + "/App.cs", 1, "RPL1001")).SequenceEqual(Finding.Parse(output, root)), output);
    }

    /// <summary>An editor asks what the compiler would get, again and again: nothing is reported, and everything is handed over.</summary>
    [Fact]
    public async Task A_design_time_build_hands_everything_over()
    {
        var project = CreateProject();
        var build = await CompilerInput.ReadAsync(package, project);
        var design = await CompilerInput.ReadAsync(package, project, "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true");

        Assert.Equal(build.AdditionalFiles, design.AdditionalFiles);
        Assert.Equal(build.Analyzers, design.Analyzers);
        Assert.Contains("ReplayLint.Analyzers.dll", design.Analyzers);
    }

    /// <summary>Neither the folder of the package nor that of the project need be writable, apart from where the build writes.</summary>
    [Fact]
    public async Task Nothing_is_written_but_by_the_build()
    {
        var project = CreateProject();
        var installed = await InstalledAsync(project);
        var before = Files(installed).Concat(Files(project)).ToList();

        Assert.Equal([Begin], await FindingsAsync(project));

        Assert.Equal(before, Files(installed).Concat(Files(project)));
    }

    private string CreateProject() => package.CreateProject(
        "",
        ("App.cs", "public class App { public void Run() { Vendor.Tracker.Begin(); } }"),
        ("Other.cs", "public class Other { public void Run() { Vendor.Tracker.Resume(); } }"),
        ("Vendor.cs", Policy + "namespace Vendor { public static class Tracker { public static void Begin() { } public static void Resume() { } } }\n"),
        (Catalogue, Tracker));

    private async Task<IReadOnlyList<Finding>> FindingsAsync(string project, params string[] arguments)
    {
        var (exitCode, output) = await package.BuildAsync(project, arguments);
        Assert.True(exitCode == 0, output);
        return Finding.Parse(output);
    }

    /// <summary>Where the package lies once a project has restored it.</summary>
    private async Task<string> InstalledAsync(string project)
    {
        var (exitCode, output) = await Dotnet.RunAsync(project, "restore");
        Assert.True(exitCode == 0, output);
        return package.InstalledFolder;
    }

    /// <summary>What the compiler itself says of a file that is no text.</summary>
    [GeneratedRegex(@"replaylint\.other\.txt\b.*error CS2015|error CS2015:.*replaylint\.other\.txt")]
    private static partial Regex IsRefused();

    private static IEnumerable<(string Path, DateTime Written)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(static path => (path, File.GetLastWriteTimeUtc(path)));
}
