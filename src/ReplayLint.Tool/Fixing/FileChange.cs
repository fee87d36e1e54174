namespace ReplayLint.Tool.Fixing;

/// <summary>What fixes make of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">Its text; null for a file that is added.</param>
/// <param name="After">Its text after the fixes.</param>
internal sealed record FileChange(string Path, string? Before, string After);
