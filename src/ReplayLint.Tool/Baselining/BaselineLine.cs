using ReplayLint.Baseline;

namespace ReplayLint.Tool.Baselining;

/// <summary>An entry of a new baseline.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Before">The entry of the old baseline that it was; null for a new one.</param>
internal sealed record BaselineLine(BaselineEntry Entry, BaselineEntry? Before);
