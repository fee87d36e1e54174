namespace ReplayLint.Benchmarks;

/// <summary>
/// What the analyzer adds to a compiler that has just started: loading it, compiling its code for the machine and reading the
/// catalogue. A compiler server pays it once; the processor time is counted, which other work disturbs less than a clock.
/// </summary>
internal static class ColdStart
{
    private const int Rounds = 9;

    public static ColdStartTimes Measure()
    {
        var folder = Directory.CreateTempSubdirectory("ReplayLint.Benchmarks");
        try
        {
            var runtime = CompilerProcess.RuntimeFolder;
            var (source, page, empty) = (Path.Combine(folder.FullName, "Class.cs"), Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "EmptyAnalyzer.dll"));
            File.WriteAllText(source, "public class C { public int M(int x) => x + 1; }");
            File.WriteAllText(page, """<script src="https://www.clarity.ms/tag/abc"></script>""");
            EmptyAnalyzer.Emit(empty);

            string[] compile = ["-target:library", "-r:" + Path.Combine(runtime, "System.Runtime.dll"), "-r:" + Path.Combine(runtime, "System.Private.CoreLib.dll"), "-out:" + Path.Combine(folder.FullName, "Class.dll"), source];
            var ours = "-analyzer:" + typeof(ReplayLintAnalyzer).Assembly.Location;
            string[][] runs = [compile, [.. compile, "-analyzer:" + empty], [.. compile, ours], [.. compile, ours, "-analyzer:" + typeof(Acornima.Parser).Assembly.Location, "-additionalfile:" + page]];

            var times = Array.ConvertAll(runs, static _ => new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                for (var run = 0; run < runs.Length; run++)
                    times[run].Add(CompilerProcess.Run(runs[run]).Processor);
            }

            return new ColdStartTimes(MedianOf(times[0]), MedianOf(times[1]), MedianOf(times[2]), MedianOf(times[3]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double MedianOf(List<double> times) => times.Order().ElementAt(times.Count / 2);
}

/// <summary>The median processor time, in milliseconds, of a compiler that starts, compiles one class and ends.</summary>
/// <param name="Compiler">Without analyzers.</param>
/// <param name="Empty">With an analyzer that does nothing.</param>
/// <param name="WithoutRecorder">With ours, without a recorder.</param>
/// <param name="WithRecorder">With ours, and a page that loads a recorder.</param>
internal sealed record ColdStartTimes(double Compiler, double Empty, double WithoutRecorder, double WithRecorder)
{
    /// <summary>What ours may take more than one that does nothing.</summary>
    public const double Required = 60;
}
