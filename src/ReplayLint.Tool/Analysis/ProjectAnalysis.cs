using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Baseline;
using ReplayLint.Tool.Loading;

namespace ReplayLint.Tool.Analysis;

/// <summary>Runs the analyzer over a project as a build does.</summary>
internal static class ProjectAnalysis
{
    /// <summary>Analyses a project as far as it can be read, and says what could not be.</summary>
    /// <param name="project">The project.</param>
    /// <param name="heedsBaseline">Whether findings that a baseline covers are left out.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<ProjectResult> RunAsync(Project project, bool heedsBaseline, CancellationToken cancellation)
    {
        var problems = new List<ProjectProblem>();
        var path = project.FilePath ?? project.Name;
        var failures = ViewGenerators.Watch(project);
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        problems.AddRange(failures().Select(reason => new ProjectProblem(path, reason)));

        var crashes = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            heedsBaseline ? project.AnalyzerOptions : WithoutBaseline(project.AnalyzerOptions),
            (exception, _, _) => crashes.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var analysis = compilation.WithAnalyzers([new ReplayLintAnalyzer()], options);
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(cancellation);

        var errors = compilation.GetDiagnostics(cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            problems.Add(new ProjectProblem(path, $"It does not compile ({Count(errors.Count, "error")}), so findings may be missing. The first: {errors[0].Id} {errors[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));

        problems.AddRange(crashes.Take(1).Select(exception => new ProjectProblem(path, $"The analyzer failed, which is a fault of ReplayLint: {exception.Message}")));
        return new ProjectResult([.. diagnostics.Where(static diagnostic => diagnostic.Id.StartsWith("RPL", StringComparison.Ordinal))], compilation, problems);
    }

    private static AnalyzerOptions WithoutBaseline(AnalyzerOptions options) =>
        new([.. options.AdditionalFiles.Where(static file => !BaselineFile.Is(file.Path))], options.AnalyzerConfigOptionsProvider);

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
