using System.Reflection;
using System.Text.RegularExpressions;
using ReplayLint.Package.Tests;
using ReplayLint.Tool.Loading;
using Xunit;

namespace ReplayLint.Tool.Tests.Verification;

/// <summary>A folder with projects as people have them, which is gone after the test.</summary>
internal sealed class TestRepository : IDisposable
{
    public TestRepository()
    {
        // Whatever is needed has been restored with this project, so no test waits for a network or fails with it.
        Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>\n");
        Write(".gitignore", "bin/\nobj/\n");
    }

    public static string SourceRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public string Root { get; } = Directory.CreateTempSubdirectory("replaylint-tool-").FullName;

    public string this[string path] => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public string Read(string path) => File.ReadAllText(this[path]);

    /// <summary>Copies samples, which reference the package or know nothing of it.</summary>
    public void CopySamples(bool withPackage, params string[] samples)
    {
        var from = Path.Combine(SourceRoot, "tests", "samples");
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", ".editorconfig" })
            File.Copy(Path.Combine(from, file), this[file]);

        // The package's own files, without waiting for a build of the analyzers, which are those of the tool.
        var targets = File.ReadAllText(Path.Combine(from, "Directory.Build.targets"))
            .Replace("$([MSBuild]::NormalizeDirectory('$(MSBuildThisFileDirectory)../..'))", SourceRoot, StringComparison.Ordinal);
        targets = Regex.Replace(targets, "<ProjectReference [^>]*OutputItemType=\"Analyzer\"[^>]*>", "");
        Write("Directory.Build.targets", withPackage ? targets : Regex.Replace(targets, "<Import [^>]*ReplayLint[^>]*>", ""));

        foreach (var sample in samples)
            Copy(Path.Combine(from, sample), this[sample]);
    }

    /// <summary>The text of every file that a developer wrote.</summary>
    public Dictionary<string, string> ReadAll() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(static path => !path.Split('/').Any(static part => part is "bin" or "obj" or ".git"))
            .ToDictionary(static path => path, Read);

    /// <summary>Puts everything under version control.</summary>
    public async Task CommitAsync()
    {
        await GitAsync("init", "-q");
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "Test");
    }

    public async Task<string> GitAsync(params string[] arguments)
    {
        var result = await ChildProcess.RunAsync("git", Root, arguments, CancellationToken.None);
        Assert.True(result?.ExitCode == 0, result?.Output ?? "There is no git.");
        return result!.Value.Output;
    }

    /// <summary>Builds a project for real.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(string project) =>
        Dotnet.RunAsync(this[project], "build", "--nologo", "-p:UseSharedCompilation=false");

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);

        Directory.Delete(Root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));

        foreach (var folder in Directory.EnumerateDirectories(from).Where(static folder => Path.GetFileName(folder) is not ("bin" or "obj")))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static string Metadata(string key) =>
        typeof(TestRepository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
