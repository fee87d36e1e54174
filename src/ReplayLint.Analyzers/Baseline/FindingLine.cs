using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Baseline;

/// <summary>The line in which a finding stands. A finding of a view stands in the view, whatever C# was made of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Number">From 0.</param>
/// <param name="Words">The line as a fingerprint takes it; where there is no text, the message.</param>
/// <param name="Source">The text of the file; null when it is not at hand.</param>
internal sealed record FindingLine(string Path, int Number, string Words, SourceText? Source)
{
    /// <summary>What the finding is known by.</summary>
    public string FingerprintOf(Diagnostic finding) =>
        Fingerprint.Of(finding.Id, finding.Properties.TryGetValue(FixProperties.Recorder, out var recorder) ? recorder : null, Words);
}
