using System.Text.Json;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>What a build hands to the compiler: its command line and what it lets analyzers know of the project.</summary>
internal sealed class CompilerInput
{
    private CompilerInput(string compiler, IReadOnlyList<string> commandLine, IReadOnlyList<string> additionalFiles, IReadOnlyList<string> analyzers, string editorConfig)
    {
        Compiler = compiler;
        CommandLine = commandLine;
        AdditionalFiles = additionalFiles;
        Analyzers = analyzers;
        EditorConfig = editorConfig;
    }

    /// <summary>The assembly of the compiler.</summary>
    public string Compiler { get; }

    /// <summary>All that it is told, in order.</summary>
    public IReadOnlyList<string> CommandLine { get; }

    /// <summary>Paths below the project's folder, with <c>/</c>, in order; a file that is handed over twice is there twice.</summary>
    public IReadOnlyList<string> AdditionalFiles { get; }

    /// <summary>File names.</summary>
    public IReadOnlyList<string> Analyzers { get; }

    /// <summary>The text of the configuration that the build writes for analyzers.</summary>
    public string EditorConfig { get; }

    /// <summary>Asks the build of a project, which runs up to the compiler, as it does in an IDE.</summary>
    public static async Task<CompilerInput> ReadAsync(PackedPackage package, string project, params string[] arguments)
    {
        var (exitCode, output) = await package.BuildAsync(project,
            ["-t:Compile", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath", .. arguments]);
        Assert.True(exitCode == 0, output);

        using var items = JsonDocument.Parse(output[output.IndexOf('{')..]);
        var words = items.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(static item => item.GetProperty("Identity").GetString()!)
            .ToList();

        // Wherever the temporary folder really is.
        IEnumerable<string> Values(string name) => words
            .Where(word => word.StartsWith(name, StringComparison.Ordinal))
            .Select(word => Path.GetFullPath(word[name.Length..].Trim('"'), project));

        return new CompilerInput(
            Path.Combine(items.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore", "csc.dll"),
            words,
            [.. Values("/additionalfile:").Select(path => Path.GetRelativePath(project, path).Replace('\\', '/')).Order(StringComparer.Ordinal)],
            [.. Values("/analyzer:").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)],
            File.ReadAllText(Values("/analyzerconfig:").Single(static path => path.EndsWith(".GeneratedMSBuildEditorConfig.editorconfig", StringComparison.Ordinal))));
    }
}
