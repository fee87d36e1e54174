using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Reporting;

/// <summary>What a privacy officer is given: what is known of the recorders of one repository, or of many.</summary>
/// <param name="Logs">The repositories.</param>
/// <param name="Made">When the report was made.</param>
internal sealed record Report(IReadOnlyList<RepositoryReport> Logs, DateTimeOffset Made)
{
    public static Report Of(IEnumerable<ReplayLog> logs, DateTimeOffset made) => new([.. logs.Select(RepositoryReport.Of)], made);
}

/// <summary>What is known of one repository.</summary>
/// <param name="Log">What was found and seen.</param>
/// <param name="Recorders">Recorder by recorder.</param>
internal sealed record RepositoryReport(ReplayLog Log, IReadOnlyList<RecorderSection> Recorders)
{
    /// <summary>What nobody suppressed, from hints on; what cannot be analysed and what is only an offer to fix are no findings.</summary>
    public IReadOnlyList<LogItem> Findings { get; } =
        [.. Log.Items.Where(static item => !item.IsEvidence && item.Suppression is null && item.Rule != Descriptors.RPL9006_NotAnalysable.Id && item.Rule != Descriptors.RPL9007_PagesCanBeFixedFromHere.Id).OrderByDescending(static item => item.Severity).ThenBy(static item => item.Place?.Path, StringComparer.Ordinal).ThenBy(static item => item.Place?.Line)];

    /// <summary>Findings that someone suppressed, wherever.</summary>
    public IReadOnlyList<LogItem> Suppressed { get; } = [.. Log.Items.Where(static item => (!item.IsEvidence && item.Suppression is not null) || item.IsA("hidden"))];

    /// <summary>Where rules are silenced, and why.</summary>
    public IReadOnlyList<LogItem> Suppressions { get; } = [.. Log.Items.Where(static item => item.IsA("suppression"))];

    /// <summary>Scripts and pages that nobody can read.</summary>
    public IReadOnlyList<LogItem> Unreadable { get; } = [.. Log.Items.Where(static item => item.Rule == Descriptors.RPL9006_NotAnalysable.Id)];

    /// <summary>Whether the log holds evidence at all; one of a build without it holds findings only.</summary>
    public bool HasEvidence { get; } = Log.Items.Any(static item => item.IsEvidence);

    public int Count(DiagnosticSeverity severity) => Findings.Count(item => item.Severity == severity);

    public static RepositoryReport Of(ReplayLog log) => new(log, [.. log.Recorders.Select(recorder => RecorderSection.Of(log, recorder))]);
}
