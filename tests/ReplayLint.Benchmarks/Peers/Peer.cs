using System.Diagnostics;
using System.Text.Json;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Benchmarks.Peers;

/// <summary>An analyzer package that the compiler is run with, as its author delivers it.</summary>
/// <param name="Name">What it is called in the results.</param>
/// <param name="Version">The version of the package; empty for what is built here.</param>
/// <param name="Assemblies">The files that the compiler loads.</param>
/// <param name="Arguments">What else it is told.</param>
internal sealed record Peer(string Name, string Version, IReadOnlyList<string> Assemblies, params string[] Arguments)
{
    private const string NetAnalyzers = "Microsoft.CodeAnalysis.NetAnalyzers";

    /// <summary>None, one that does nothing, ours, and those of <c>Peers.csproj</c>.</summary>
    /// <param name="empty">The assembly of the one that does nothing.</param>
    public static IReadOnlyList<Peer> All(string empty) =>
    [
        new("no analyzers", "", []),
        new("an empty analyzer", "", [empty]),
        new("ReplayLint", "", [typeof(ReplayLintAnalyzer).Assembly.Location, typeof(Acornima.Parser).Assembly.Location]),
        .. Restore(),
    ];

    /// <summary>Whether it is one of the others.</summary>
    public bool IsOther => Version.Length > 0;

    private static IEnumerable<Peer> Restore()
    {
        var project = TestReferences.RepositoryPath("tests", "ReplayLint.Benchmarks", "Peers", "Peers.csproj");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-restore", "-nologo", "-t:ResolvePackageAssets", "-getItem:ResolvedAnalyzers"]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);

        using var items = JsonDocument.Parse(output);
        return items.RootElement.GetProperty("Items").GetProperty("ResolvedAnalyzers").EnumerateArray()
            .GroupBy(static item => (Id: item.GetProperty("NuGetPackageId").GetString()!, Version: item.GetProperty("NuGetPackageVersion").GetString()!))
            .Select(static package => new Peer(
                package.Key.Id,
                package.Key.Version,
                [.. package.Select(static item => item.GetProperty("Identity").GetString()!)],
                package.Key.Id == NetAnalyzers ? ["-analyzerconfig:" + EverythingOn(package.First().GetProperty("Identity").GetString()!)] : []))
            .OrderBy(static peer => peer.Name, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The package's own configuration for the analysis mode <c>All</c>.</summary>
    private static string EverythingOn(string assembly) =>
        Path.GetFullPath(Path.Combine(assembly, "..", "..", "..", "..", "buildTransitive", "config", "analysislevel_11_all.globalconfig"));
}
