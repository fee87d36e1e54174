using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Loading;

namespace ReplayLint.Tool.Analysis;

/// <summary>What the analyzers say of one project.</summary>
/// <param name="Diagnostics">As they are reported, suppressed ones too.</param>
/// <param name="Compilation">What was analysed.</param>
/// <param name="Problems">Why not all of the project could be read.</param>
internal sealed record ProjectResult(ImmutableArray<Diagnostic> Diagnostics, Compilation Compilation, IReadOnlyList<ProjectProblem> Problems);
