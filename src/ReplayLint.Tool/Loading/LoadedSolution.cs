using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Loading;

/// <summary>Projects that were loaded, and what could not be.</summary>
/// <param name="Solution">The projects, with everything that the package would hand to its analyzers.</param>
/// <param name="Problems">Projects that were not loaded, or only in part.</param>
/// <param name="Skipped">Projects that no analyzer of ours reads, with the reason.</param>
internal sealed record LoadedSolution(Solution Solution, IReadOnlyList<ProjectProblem> Problems, IReadOnlyList<ProjectProblem> Skipped);
