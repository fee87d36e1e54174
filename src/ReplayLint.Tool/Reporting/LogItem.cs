using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Reporting;

/// <summary>A result of a log: a finding, or evidence of what code does.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Severity">As the project configures it.</param>
/// <param name="Message">What is wrong, or what is seen.</param>
/// <param name="Place">Where; null for the project as a whole.</param>
/// <param name="Related">Of evidence: the place of the guard that was relied on; null when there is none.</param>
/// <param name="Suppression">The reason that code gives for suppressing it, empty when it gives none; null when it is not suppressed.</param>
/// <param name="Properties">What a rule says for programs, by the keys of <see cref="EvidenceProperties"/>.</param>
internal sealed record LogItem(string Rule, DiagnosticSeverity Severity, string Message, LogPlace? Place, LogPlace? Related, string? Suppression, IReadOnlyDictionary<string, string> Properties)
{
    public static string EvidenceRule { get; } = Descriptors.RPL9009_Evidence.Id;

    /// <summary>The recorder that it is about; null where that is every one, or one that code does not name.</summary>
    public string? Recorder => this[EvidenceProperties.Recorder] is { Length: > 0 } name and not "*" ? name : null;

    public bool IsEvidence => Rule == EvidenceRule;

    /// <summary>Whether this is evidence of that kind.</summary>
    public bool IsA(string kind) => IsEvidence && this[EvidenceProperties.Kind] == kind;

    /// <summary>The value of a property; null when it is not there.</summary>
    public string? this[string property] => Properties.GetValueOrDefault(property);
}

/// <summary>A line of a file.</summary>
/// <param name="Path">From the root of the repository, with <c>/</c>, where the log says where that is.</param>
/// <param name="Line">From 1; null for the whole file.</param>
internal sealed record LogPlace(string Path, int? Line)
{
    public override string ToString() => Line is { } line ? $"{Path}:{line}" : Path;
}
