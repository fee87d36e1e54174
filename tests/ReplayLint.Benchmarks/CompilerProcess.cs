using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ReplayLint.Benchmarks;

/// <summary>Runs the compiler of the SDK in a process of its own, as a build without a compiler server does.</summary>
internal static partial class CompilerProcess
{
    public static string RuntimeFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Compiles once.</summary>
    /// <exception cref="InvalidOperationException">The compiler reports an error.</exception>
    public static CompilerRun Run(IEnumerable<string> arguments)
    {
        var (before, begin) = (TimeOfEnded(), Stopwatch.GetTimestamp());
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Compiler, "-nologo", "-noconfig", "-nullable-", .. arguments]) { RedirectStandardOutput = true })!;
        var reading = process.StandardOutput.ReadToEndAsync();

        // How much memory it held is known as long as it runs.
        long peak = 0;
        while (!process.WaitForExit(20))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It has ended since.
            }
        }

        var output = reading.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output[..Math.Min(output.Length, 2000)]);

        return new CompilerRun(TimeOfEnded() - before, Stopwatch.GetElapsedTime(begin).TotalMilliseconds, AnalyzerTime(output), peak);
    }

    /// <summary>The compiler of the newest SDK beside the runtime.</summary>
    private static string Compiler { get; } =
        Directory.GetDirectories(Path.GetFullPath(Path.Combine(RuntimeFolder, "..", "..", "..", "sdk")))
            .Select(static sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
            .Where(File.Exists)
            .OrderBy(static compiler => Version.TryParse(compiler.Split(Path.DirectorySeparatorChar)[^4], out var version) ? version : new Version())
            .Last();

    /// <summary>What the compiler says that all analyzers took, in milliseconds; 0 where it was not asked.</summary>
    private static double AnalyzerTime(string output) =>
        TotalTime().Match(output) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 1000 : 0;

    /// <summary>The processor time of all processes that this one started and that have ended, in milliseconds: elsewhere than on Windows, nobody can ask one of them.</summary>
    private static double TimeOfEnded()
    {
        const int OfChildren = -1;
        var usage = new long[32];
        if (GetUsage(OfChildren, usage) != 0)
            throw new InvalidOperationException("The system does not say what the compiler took.");

        return ((usage[0] + usage[2]) * 1000) + ((usage[1] + usage[3]) / 1000.0);
    }

    /// <summary>Seconds and microseconds in the program, then in the system, then what is of no interest here.</summary>
    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int whose, [In, Out] long[] usage);

    [GeneratedRegex(@"Total analyzer execution time: ([\d.]+) seconds")]
    private static partial Regex TotalTime();
}

/// <summary>What a run of the compiler took.</summary>
/// <param name="Processor">Processor time, in milliseconds.</param>
/// <param name="Clock">Time by the clock, in milliseconds.</param>
/// <param name="Analyzers">What the compiler counts for the analyzers, in milliseconds.</param>
/// <param name="Peak">The most memory that it held, in bytes.</param>
internal sealed record CompilerRun(double Processor, double Clock, double Analyzers, long Peak);
