using System.Reflection;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>The package, packed once for all tests under a version of its own, and copies of the samples that restore it.</summary>
[CollectionDefinition(nameof(PackedPackage))]
public sealed class PackedPackage : IAsyncLifetime, ICollectionFixture<PackedPackage>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replaylint-").FullName;

    /// <summary>A version that no cache has seen.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks}";

    public string Path => System.IO.Path.Combine(_folder, "feed", $"ReplayLint.{Version}.nupkg");

    /// <summary>Where it lies once a project has restored it.</summary>
    public string InstalledFolder => System.IO.Path.Combine(Metadata("PackageRoot"), "replaylint", Version);

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public async Task InitializeAsync()
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            System.IO.Path.Combine(RepositoryRoot, "src", "ReplayLint.Package"),
            "pack", "--no-build", "-c", Metadata("Configuration"), "-o", System.IO.Path.Combine(_folder, "feed"), $"-p:Version={Version}");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Copies a sample to a new folder, in which it restores the package as a user's project does.</summary>
    public string CopySample(string sample)
    {
        var folder = NewFolder();
        CopyFolder(System.IO.Path.Combine(RepositoryRoot, "tests", "samples", sample), System.IO.Path.Combine(folder, sample));
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig" })
            File.Copy(System.IO.Path.Combine(RepositoryRoot, "tests", "samples", file), System.IO.Path.Combine(folder, file));

        return System.IO.Path.Combine(folder, sample);
    }

    /// <summary>Makes a library of the given files that references the package.</summary>
    public string CreateProject(string properties, params (string Name, string Text)[] files) =>
        CreateProject("Microsoft.NET.Sdk", "<TargetFramework>netstandard2.0</TargetFramework>" + properties, files);

    /// <summary>Makes a project of an SDK and the given files that references the package.</summary>
    public string CreateProject(string sdk, string properties, IEnumerable<(string Name, string Text)> files)
    {
        var folder = System.IO.Path.Combine(NewFolder(), "App");
        Directory.CreateDirectory(folder);
        File.WriteAllText(System.IO.Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ReplayLint" Version="{Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(folder, name))!);
            File.WriteAllText(System.IO.Path.Combine(folder, name), text);
        }

        return folder;
    }

    /// <summary>Makes a project from a template of the SDK, as <c>dotnet new</c> does, that references the package.</summary>
    public async Task<string> CreateFromTemplateAsync(string template)
    {
        var folder = NewFolder();
        File.WriteAllText(System.IO.Path.Combine(folder, "Directory.Build.targets"), $"""
            <Project>
              <ItemGroup>
                <PackageReference Include="ReplayLint" Version="{Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        var (exitCode, output) = await Dotnet.RunAsync(folder, ["new", .. template.Split(' '), "--output", "Shop", "--no-restore"]);
        Assert.True(exitCode == 0, output);
        return System.IO.Path.Combine(folder, "Shop");
    }

    /// <summary>Lets the project of a sample say which version it wants: dotnet format takes no MSBuild properties.</summary>
    public void PinVersion(string sample)
    {
        var properties = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(sample)!, "Directory.Build.props");
        var text = File.ReadAllText(properties);
        if (!text.Contains("<ReplayLintVersion>", StringComparison.Ordinal))
            File.WriteAllText(properties, text.Replace("<PropertyGroup>", $"<PropertyGroup><ReplayLintVersion>{Version}</ReplayLintVersion>"));
    }

    /// <summary>Builds a project with the package from this test's folder.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(string folder, params string[] arguments) =>
        Dotnet.RunAsync(folder, ["build", "--nologo", $"-p:ReplayLintVersion={Version}", "-p:UseSharedCompilation=false", .. arguments]);

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);

        // Restoring has unpacked it there, and nobody will ask for this version again.
        if (Directory.Exists(InstalledFolder))
            Directory.Delete(InstalledFolder, recursive: true);

        return Task.CompletedTask;
    }

    private string NewFolder()
    {
        var folder = System.IO.Path.Combine(_folder, System.IO.Path.GetRandomFileName());
        Directory.CreateDirectory(folder);

        // Whatever else is needed has been restored with this project, so no test waits for a network or fails with it.
        File.WriteAllText(System.IO.Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{System.IO.Path.Combine(_folder, "feed")}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));

        foreach (var folder in Directory.EnumerateDirectories(from).Where(static f => System.IO.Path.GetFileName(f) is not ("bin" or "obj")))
            CopyFolder(folder, System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)));
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
