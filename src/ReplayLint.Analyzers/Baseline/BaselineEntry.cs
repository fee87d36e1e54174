using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Baseline;

/// <summary>A line of a baseline: findings of one rule in one line of code that may stay.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fingerprint">What the finding is known by.</param>
/// <param name="Path">The file in which it stood.</param>
/// <param name="Reason">Why it may stay, and perhaps until when; null when nothing is written.</param>
/// <param name="Span">The entry in the baseline.</param>
internal sealed record BaselineEntry(string Rule, string Fingerprint, string Path, string? Reason, TextSpan Span)
{
    /// <summary>What comes before the reason.</summary>
    public const string ReasonKey = "reason=";

    /// <summary>Whether a file may be the one of the entry under another name: moved to another folder, or renamed in its own.</summary>
    public bool MayHaveMovedTo(string path) =>
        BaselinePath.Comparer.Equals(BaselinePath.NameOf(path), BaselinePath.NameOf(Path)) || BaselinePath.Comparer.Equals(BaselinePath.FolderOf(path), BaselinePath.FolderOf(Path));

    /// <summary>The line for a baseline in that folder.</summary>
    public string Write(string folder) => $"{Rule} {Fingerprint} {BaselinePath.Write(folder, Path)} {ReasonKey}{Reason}";
}
