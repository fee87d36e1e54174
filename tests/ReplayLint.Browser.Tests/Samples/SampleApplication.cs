using System.Diagnostics;
using System.Text.RegularExpressions;
using ReplayLint.Browser.Tests.Packages;

namespace ReplayLint.Browser.Tests.Samples;

/// <summary>A sample that runs as a server of its own, on a free port.</summary>
internal sealed partial class SampleApplication : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private SampleApplication(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts a sample that was built with this project.</summary>
    public static async Task<SampleApplication> StartAsync(string name)
    {
        var folder = Path.Combine(ProjectFolders.Repository, "tests", "samples", name);
        // Both samples of a pair have the name of the one.
        var assembly = name.Replace(".Compliant", "", StringComparison.Ordinal) + ".dll";
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder, "bin", ProjectFolders.Configuration, "net10.0", assembly)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                // Files that the framework brings along are served from where they are built.
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Logging__Console__FormatterName"] = "simple",
            },
        })!;
        using var limit = new CancellationTokenSource(Limit);
        var output = new List<string>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                output.Add(line);
                if (Listening().Match(line) is not { Success: true } match)
                    continue;

                // Read on, so that it never waits for us.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new SampleApplication(process, match.Groups[1].Value);
            }

            throw new InvalidOperationException($"{name} ended: {string.Join("\n", output)}\n{await process.StandardError.ReadToEndAsync(limit.Token)}");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://[\d.:]+)")]
    private static partial Regex Listening();
}
