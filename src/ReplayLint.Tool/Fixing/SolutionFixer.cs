using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.CodeFixes;
using ReplayLint.CodeFixes.Web;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Terminal;

namespace ReplayLint.Tool.Fixing;

/// <summary>Makes the best edit for each finding, again and again, until nothing is left that an edit answers.</summary>
/// <param name="wanted">Which findings are to be fixed.</param>
/// <param name="terminal">Is told how far the work has come.</param>
internal sealed class SolutionFixer(Func<Diagnostic, bool> wanted, UserTerminal terminal)
{
    // Each round leaves fewer findings; should two edits ever undo each other, this ends it.
    private const int MaximumRounds = 20;

    private readonly List<Finding> _left = [];
    private readonly List<string> _refused = [];

    public async Task<FixResult> FixAsync(Solution solution, CancellationToken cancellation)
    {
        var projects = solution.GetProjectDependencyGraph().GetTopologicallySortedProjects(cancellation).ToList();
        var changed = await WorkProgress.RunAsync(terminal, "Fixing", async progress =>
        {
            progress.Expect(projects.Count);
            var current = solution;
            foreach (var id in projects)
            {
                progress.Begin(current.GetProject(id)!.Name);
                current = await FixProjectAsync(current, id, cancellation);
                progress.Finish();
            }

            return current;
        });

        return new FixResult(await SolutionChange.ReadAsync(solution, changed, cancellation), Finding.InOrder(_left), _refused);
    }

    private async Task<Solution> FixProjectAsync(Solution solution, ProjectId id, CancellationToken cancellation)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; ; round++)
        {
            var project = solution.GetProject(id)!;
            var result = await ProjectAnalysis.RunAsync(project, heedsBaseline: true, cancellation);
            var findings = result.Diagnostics.Where(diagnostic => !diagnostic.IsSuppressed && wanted(diagnostic)).ToList();
            var fixable = findings.Where(diagnostic => !refused.Contains(diagnostic.Id)).ToList();
            var next = round == MaximumRounds ? solution : await TryAsync(project, fixable, refused, cancellation);
            if (next == solution)
            {
                _left.AddRange(findings.Select(diagnostic => Finding.Of(diagnostic, project, result.Compilation)));
                _refused.AddRange(refused.Order(StringComparer.Ordinal).Select(rule => $"{project.Name}: {rule} was not fixed everywhere, because the code would not compile afterwards."));
                return solution;
            }

            solution = next;
        }
    }

    /// <summary>Fixes findings; where that would break the code, those of each rule by themselves, and no more those that break it.</summary>
    private static async Task<Solution> TryAsync(Project project, IReadOnlyList<Diagnostic> findings, HashSet<string> refused, CancellationToken cancellation)
    {
        var before = project.Solution;
        var after = await EditAsync(project, findings, cancellation);
        if (!after.GetChanges(before).GetProjectChanges().Any())
            return before;

        if (!await BreaksAsync(before, after, project.Id, cancellation))
            return after;

        var rules = findings.GroupBy(static finding => finding.Id).ToList();
        if (rules.Count == 1)
        {
            refused.Add(rules[0].Key);
            return before;
        }

        foreach (var rule in rules)
        {
            // One rule a round: what an edit moves, the next analysis finds again.
            if (await TryAsync(project, [.. rule], refused, cancellation) is var one && one != before)
                return one;
        }

        return before;
    }

    /// <summary>Code comes first: what is declared there for a page is not declared again for the page.</summary>
    private static async Task<Solution> EditAsync(Project project, IReadOnlyList<Diagnostic> findings, CancellationToken cancellation)
    {
        // The order of the edits must not depend on the order in which analysis finished.
        var inOrder = findings
            .OrderBy(static finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Location.SourceSpan.Start)
            .ThenBy(static finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(static finding => finding.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToList();
        var inCode = new List<(DocumentId, Diagnostic)>();
        foreach (var finding in inOrder)
        {
            if (project.GetDocument(finding.Location.SourceTree) is { } document and not SourceGeneratedDocument)
                inCode.Add((document.Id, finding));
        }

        var solution = inCode.Count == 0 ? project.Solution : await RecorderCodeFixProvider.ApplyAsync(project.Solution, inCode, equivalenceKey: null, cancellation);
        if (!solution.GetChanges(project.Solution).GetProjectChanges().Any())
            solution = await WebFixer.FixAsync(project, inOrder, equivalenceKey: null, cancellation);

        return await SharedFiles.SpreadAsync(project.Solution, solution, cancellation);
    }

    private static async Task<bool> BreaksAsync(Solution before, Solution after, ProjectId project, CancellationToken cancellation) =>
        await CountErrorsAsync(after.GetProject(project)!, cancellation) > await CountErrorsAsync(before.GetProject(project)!, cancellation);

    private static async Task<int> CountErrorsAsync(Project project, CancellationToken cancellation) =>
        (await project.GetCompilationAsync(cancellation))!.GetDiagnostics(cancellation).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
