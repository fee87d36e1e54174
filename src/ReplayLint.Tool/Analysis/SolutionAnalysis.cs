using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Baselining;
using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Terminal;

namespace ReplayLint.Tool.Analysis;

/// <summary>Analyses the projects of solutions one after the other, and keeps of each only what was found.</summary>
/// <param name="terminal">Is told how far the work has come.</param>
/// <param name="collector">Is given what projects have for their baselines, which are not heeded then; null where they are.</param>
internal sealed class SolutionAnalysis(UserTerminal terminal, BaselineCollector? collector = null)
{
    private readonly List<Finding> _findings = [];
    private readonly List<ProjectProblem> _incomplete = [];
    private readonly List<ProjectProblem> _skipped = [];
    private readonly HashSet<string> _projects = [];

    public CheckResult Result => new(Finding.InOrder(_findings), _incomplete, _skipped, [.. _projects.Order(StringComparer.Ordinal)]);

    /// <summary>Notes what could not be loaded at all.</summary>
    public void Add(ProjectProblem problem) => _incomplete.Add(problem);

    /// <summary>Analyses what was loaded; each project once, also where several solutions hold it.</summary>
    public Task RunAsync(LoadedSolution loaded, CancellationToken cancellation)
    {
        _incomplete.AddRange(loaded.Problems);
        _skipped.AddRange(loaded.Skipped);
        return RunAsync(new ProjectQueue(loaded.Take()), cancellation);
    }

    private Task RunAsync(ProjectQueue queue, CancellationToken cancellation)
    {
        var known = _projects.ToHashSet();
        return WorkProgress.RunAsync(terminal, "Analysing", async progress =>
        {
            progress.Expect(queue.Count);
            while (queue.Next() is { } project)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Begin(project.Name);
                if (!known.Contains(PathOf(project)))
                    await AnalyzeAsync(project, cancellation);

                await queue.ReleaseAsync(project, cancellation);
                progress.Finish();
            }

            return true;
        });
    }

    private async Task AnalyzeAsync(Project project, CancellationToken cancellation)
    {
        if (ProjectSettings.IsOff(project))
        {
            _skipped.Add(new ProjectProblem(PathOf(project), "ReplayLintMode is off."));
            return;
        }

        var watch = Stopwatch.StartNew();
        var result = await ProjectAnalysis.RunAsync(project, heedsBaseline: collector is null, cancellation);
        collector?.Add(project, result);
        _findings.AddRange(result.Diagnostics.Select(diagnostic => Finding.Of(diagnostic, project, result.Compilation)));
        _incomplete.AddRange(result.Problems.Where(problem => !_incomplete.Contains(problem)));
        _projects.Add(PathOf(project));
        terminal.TellDetail($"{project.Name}: {watch.ElapsedMilliseconds} ms");
    }

    private static string PathOf(Project project) => project.FilePath ?? project.Name;
}
