using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Loading;

/// <summary>Projects that were loaded, and what could not be.</summary>
/// <param name="solution">The projects, with everything that the package would hand to its analyzers.</param>
/// <param name="problems">Projects that were not loaded, or only in part.</param>
/// <param name="skipped">Projects that no analyzer of ours reads, with the reason.</param>
internal sealed class LoadedSolution(Solution solution, IReadOnlyList<ProjectProblem> problems, IReadOnlyList<ProjectProblem> skipped)
{
    private Solution? _solution = solution;

    public IReadOnlyList<ProjectProblem> Problems { get; } = problems;

    public IReadOnlyList<ProjectProblem> Skipped { get; } = skipped;

    /// <summary>Hands the projects over, once: whoever has them decides what is kept. The files of a solution that someone holds stay parsed.</summary>
    public Solution Take() => Interlocked.Exchange(ref _solution, null) ?? throw new InvalidOperationException("The solution was handed over before.");
}
