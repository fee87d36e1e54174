using System.Globalization;
using System.Text.Json;
using ReplayLint.Tool.Output;

namespace ReplayLint.Tool.Reporting;

/// <summary>Writes a report for programs. Words are those of rules and catalogue, in no language.</summary>
internal static class JsonReport
{
    public static string Write(Report report) => JsonSerializer.Serialize(
        new
        {
            Tool = "replaylint",
            ToolVersion.Version,
            Made = report.Made.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Sha256 = ReportFacts.HashOf(report),
            Repositories = Repositories(report),
        },
        JsonWriter.Options);

    /// <summary>What the report holds, without when and by what it was made.</summary>
    public static string ContentOf(Report report) => JsonSerializer.Serialize(Repositories(report), JsonWriter.Options);

    private static IEnumerable<object> Repositories(Report report) => report.Logs.Select(repository => new
    {
        repository.Log.Name,
        repository.Log.Repository,
        repository.Log.Commit,
        repository.Log.Tool,
        Recorders = repository.Recorders.Select(recorder => new
        {
            recorder.Name,
            VendorRetentionDays = recorder.VendorRetention is { } retention ? new { Minimum = retention.MinimumDays, Maximum = retention.MaximumDays } : null,
            Requirements = recorder.Requirements.Select(result => new { result.Requirement.Id, State = result.State.ToString(), RestsOn = result.Items.Select(Item) }),
            Evidence = recorder.Items.Where(item => item.IsEvidence && item.Recorder == recorder.Name).Select(Item),
        }),
        Findings = repository.Findings.Select(Item),
        Suppressed = repository.Suppressed.Select(Item),
        Suppressions = repository.Suppressions.Select(Item),
        NotAnalysed = repository.Log.Problems.Select(static problem => (object)new { problem.Project, problem.Reason, problem.IsMeant }).Concat(repository.Unreadable.Select(Item)),
    });

    private static object Item(LogItem item) => new
    {
        item.Rule,
        Severity = SeverityNames.Of(item.Severity),
        item.Message,
        File = item.Place?.Path,
        item.Place?.Line,
        Guard = item.Related is { } related ? new { File = related.Path, related.Line } : null,
        item.Suppression,
        Properties = item.Properties.Count > 0 ? new SortedDictionary<string, string>(item.Properties.ToDictionary(static pair => pair.Key, static pair => pair.Value), StringComparer.Ordinal) : null,
    };
}
