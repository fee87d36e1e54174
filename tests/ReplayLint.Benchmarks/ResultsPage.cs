using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Benchmarks;

/// <summary>Writes the figures of a run into <c>RESULTS.md</c>, between its marks; the rest of the page stays.</summary>
internal static class ResultsPage
{
    private const double Limit = 100;

    public static int Write(IConfig config)
    {
        var shapes = ShapeTimes.Measure();
        var projects = ProjectTimes.Measure();
        var pages = PageTimes.Measure();
        var consent = BenchmarkRunner.Run<ConsentBenchmarks>(config);
        var analyzer = BenchmarkRunner.Run<AnalyzerBenchmarks>(config);
        var reading = BenchmarkRunner.Run<PageBenchmarks>(config);
        if (consent.HasCriticalValidationErrors || analyzer.HasCriticalValidationErrors || reading.HasCriticalValidationErrors)
            return 1;

        var page = new StringBuilder();
        AppendMachine(page);
        AppendShapes(page, shapes, consent);
        AppendProjects(page, projects, analyzer);
        AppendPages(page, pages, reading);

        Replace("figures", page);
        return WriteCatalog();
    }

    /// <summary>Writes what the catalogue costs, which is measured apart from the rest.</summary>
    public static int WriteCatalog()
    {
        var time = CatalogTimes.Measure();
        var page = new StringBuilder();
        AppendMachine(page);
        page.AppendLine().AppendLine("## The catalogue, and a compiler that has just started").AppendLine();
        page.AppendLine("| what | time | required |").AppendLine("| --- | ---: | ---: |");
        page.AppendLine(Invariant($"| reading all {CatalogBenchmarks.Size.Files} files, {CatalogBenchmarks.Size.Characters / 1e3:F0} thousand characters | {time.Parse:F1} ms | {CatalogTime.Required:F0} ms |"));
        page.AppendLine(Invariant($"| reading and indexing them | {time.ParseAndIndex:F1} ms | |"));
        page.AppendLine(Invariant($"| a compiler that starts, compiles one class and ends, without analyzers | {time.Start.Compiler:F0} ms | |"));
        page.AppendLine(Invariant($"| with an analyzer that does nothing | {time.Start.Empty - time.Start.Compiler:+0} ms | |"));
        page.AppendLine(Invariant($"| with ours instead, without a recorder | {time.Start.WithoutRecorder - time.Start.Empty:+0;-0;0} ms | {ColdStartTimes.Required:F0} ms |"));
        page.AppendLine(Invariant($"| the same with a page that loads a recorder | {time.Start.WithRecorder - time.Start.WithoutRecorder:+0} ms | |"));
        Replace("catalogue", page);
        return 0;
    }

    /// <summary>Puts figures between their marks.</summary>
    public static void Replace(string figures, StringBuilder page)
    {
        var (first, last) = ($"<!-- {figures} -->", $"<!-- end of {figures} -->");
        var path = TestReferences.RepositoryPath("tests", "ReplayLint.Benchmarks", "RESULTS.md");
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(first, StringComparison.Ordinal) + first.Length;
        var end = text.IndexOf(last, StringComparison.Ordinal);
        File.WriteAllText(path, text[..begin] + "\n\n" + page.ToString().ReplaceLineEndings("\n") + "\n" + text[end..]);
    }

    public static void AppendMachine(StringBuilder page) => page.AppendLine(Invariant(
        $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, compiler {typeof(Compilation).Assembly.GetName().Version!.ToString(3)}, x64 build machine that does other work too."));

    private static void AppendShapes(StringBuilder page, IReadOnlyList<ShapeTime> shapes, Summary summary)
    {
        page.AppendLine().AppendLine("## One method").AppendLine();
        page.AppendLine("| shapes | number | mean | slowest | mean in BenchmarkDotNet | allocated |");
        page.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var family in Shapes.Families)
        {
            var times = shapes.Where(shape => shape.Family == family).ToArray();
            var report = ReportOf(summary, family);
            var methods = times.Sum(static time => time.Methods);
            page.AppendLine(Invariant(
                $"| {family} | {times.Length} | {times.Average(static time => time.Microseconds):F0} µs | {times[0].Microseconds:F0} µs | {report.ResultStatistics!.Mean / 1000 / methods:F0} µs | {BytesOf(report) / 1024.0 / methods:F1} KB |"));
        }

        var above = shapes.Count(static shape => shape.Microseconds > Limit);
        page.AppendLine().AppendLine(Invariant($"{above} of {shapes.Count} are above {Limit:F0} µs. The slowest:")).AppendLine();
        page.AppendLine("| time | shapes | test or kind | source |").AppendLine("| ---: | --- | --- | --- |");
        foreach (var shape in shapes.Take(6))
            page.AppendLine(Invariant($"| {shape.Microseconds:F0} µs | {shape.Family} | {shape.Shape.Name} | {SourceOf(shape)} |"));
    }

    private static void AppendProjects(StringBuilder page, IReadOnlyList<ProjectTime> projects, Summary summary)
    {
        page.AppendLine().AppendLine(Invariant($"## A project of {GeneratedProject.Methods} methods")).AppendLine();
        page.AppendLine("| project | in the analyzer | for each start | allocated | whole run | mean in BenchmarkDotNet | with an idle analyzer | findings |");
        page.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var without = projects.First(static project => project.Project is { HasRecorder: true, Starts: 0 });
        foreach (var project in projects)
        {
            var starts = project.Project.Starts;
            var each = starts == 0 ? "" : Invariant($"{(project.Milliseconds - without.Milliseconds) * 1000 / starts:F0} µs");
            page.AppendLine(Invariant(
                $"| {project.Project} | {project.Milliseconds:F1} ms | {each} | {project.OwnMegabytes:F1} MB | {project.Whole:F0} ms | {ReportOf(summary, project.Project.Name).ResultStatistics!.Mean / 1e6:F0} ms | {project.Compiler:F0} ms | {project.Findings} |"));
        }
    }

    private static void AppendPages(StringBuilder page, IReadOnlyList<PageTime> times, Summary summary)
    {
        page.AppendLine().AppendLine("## Pages and scripts").AppendLine();
        page.AppendLine("| files without a recorder | number | size | | best | required | mean in BenchmarkDotNet | allocated for each byte |");
        page.AppendLine("| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: |");
        foreach (var time in times)
        {
            var method = time.What == "searched" ? nameof(PageBenchmarks.Scan) : nameof(PageBenchmarks.Parse);
            var report = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && report.BenchmarkCase.Parameters.Items.Any(item => item.Value.ToString() == time.Pages.Name));
            page.AppendLine(Invariant(
                $"| {time.Pages} | {time.Pages.Files.Length} | {time.Pages.Length / 1e6:F1} MB | {time.What} | {time.Speed:F0} MB/s | {(time.Required is { } required ? required.ToString("F0", CultureInfo.InvariantCulture) + " MB/s" : "")} | {time.Pages.Length / 1e6 / (report.ResultStatistics!.Mean / 1e9):F0} MB/s | {time.Allocated:F1} B |"));
        }
    }

    private static BenchmarkReport ReportOf(Summary summary, string parameter) =>
        summary.Reports.Single(report => report.BenchmarkCase.Parameters.Items.Any(item => item.Value.ToString() == parameter));

    private static long BytesOf(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    private static string SourceOf(ShapeTime shape) =>
        shape.Shape.Members.Contains('\n', StringComparison.Ordinal) ? "" : $"`{shape.Shape.Members.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
