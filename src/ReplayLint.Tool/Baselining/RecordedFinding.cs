using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Baselining;

/// <summary>A finding as a baseline knows it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fingerprint">What it is known by.</param>
/// <param name="Path">Its file, with <c>/</c>.</param>
/// <param name="Line">The number of its line, from 0.</param>
/// <param name="Severity">As the project configures it.</param>
/// <param name="IsSuppressed">Whether code suppresses it.</param>
internal sealed record RecordedFinding(string Rule, string Fingerprint, string Path, int Line, DiagnosticSeverity Severity, bool IsSuppressed);
