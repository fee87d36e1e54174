using ReplayLint.Tool.Analysis;

namespace ReplayLint.Tool.Fixing;

/// <summary>What fixing has come to.</summary>
/// <param name="Changes">What is to be written.</param>
/// <param name="Left">The findings that no fix answers.</param>
/// <param name="Refused">The rules whose fixes would have broken the code, by project.</param>
internal sealed record FixResult(IReadOnlyList<FileChange> Changes, IReadOnlyList<Finding> Left, IReadOnlyList<string> Refused);
