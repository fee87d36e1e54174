using System.ComponentModel;
using System.Diagnostics;

namespace ReplayLint.Catalog.Tests.Npm;

/// <summary>Runs Node.js and npm.</summary>
internal static class NodeProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program to its end; throws with what it wrote when it fails or takes too long.</summary>
    public static void Run(string program, string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        // On Windows npm is a batch file, which is started by its shell only.
        var isBatch = OperatingSystem.IsWindows() && program == "npm";
        var start = new ProcessStartInfo(isBatch ? "cmd" : program, isBatch ? ["/c", program, .. arguments] : arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} took more than {Limit.TotalMinutes} minutes in {folder}.");
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed in {folder}:\n{error.Result}\n{output.Result}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException("The catalogue is compared with vendors' packages, and tried with them in a browser; npm fetches them, and it was not found. Install Node.js with npm (Debian: apt-get install npm).", error);
        }
    }
}
