using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Loading;

namespace ReplayLint.Tool.Analysis;

/// <summary>What a check has found in all that it was given.</summary>
/// <param name="Findings">In the order in which they are shown; suppressed ones too.</param>
/// <param name="Incomplete">What could not be analysed, or not entirely.</param>
/// <param name="Skipped">What was left out on purpose, with the reason.</param>
/// <param name="Projects">The paths of the projects, or folders, that were analysed.</param>
internal sealed record CheckResult(IReadOnlyList<Finding> Findings, IReadOnlyList<ProjectProblem> Incomplete, IReadOnlyList<ProjectProblem> Skipped, IReadOnlyList<string> Projects)
{
    /// <summary>The findings that nobody suppressed, from a severity on; not the evidence.</summary>
    public IEnumerable<Finding> Open(DiagnosticSeverity from) => Findings.Where(finding => finding is { IsSuppressed: false, IsEvidence: false } && finding.Severity >= from);

    /// <summary>The same with the findings of some rules only; null for all.</summary>
    public CheckResult Only(IReadOnlyCollection<string>? rules) =>
        rules is { Count: > 0 } ? this with { Findings = [.. Findings.Where(finding => rules.Contains(finding.Id, StringComparer.OrdinalIgnoreCase))] } : this;
}
