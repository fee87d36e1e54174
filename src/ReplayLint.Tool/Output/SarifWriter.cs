using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using ReplayLint.Rules;
using ReplayLint.Tool.Analysis;

namespace ReplayLint.Tool.Output;

/// <summary>
/// Writes findings as SARIF 2.1.0. All rules are in it, also those that found nothing: a reader can tell silence from absence.
/// What code suppresses is in it with its reason. Properties stand where the compiler's own log has them.
/// </summary>
/// <param name="root">The folder from which paths count: that of the repository.</param>
/// <param name="from">The least severity that is written.</param>
/// <param name="origin">The commit that was analysed, and the page of its repository; null where they are not known.</param>
internal sealed class SarifWriter(string root, DiagnosticSeverity from, (string Commit, string? Page)? origin)
{
    private const string Root = "SRCROOT";
    private const string Information = "https://github.com/replaylint/replaylint";

    private static readonly IReadOnlyList<DiagnosticDescriptor> Rules = [.. RuleList.Descriptors.OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private static readonly IReadOnlyDictionary<string, int> Indices = Rules.Select(static (rule, index) => (rule.Id, index)).ToDictionary(static rule => rule.Id, static rule => rule.index);

    private readonly DisplayPath _paths = new(root);

    public string Write(CheckResult result)
    {
        var run = new Dictionary<string, object>
        {
            ["tool"] = new { Driver = new { Name = "replaylint", SemanticVersion = ToolVersion.Version, InformationUri = Information, Rules = Rules.Select(Rule) } },
            ["columnKind"] = "utf16CodeUnits",
            ["originalUriBaseIds"] = new Dictionary<string, object> { [Root] = new { Uri = new Uri(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar).AbsoluteUri } },
            ["invocations"] = new[] { Invocation(result) },
            ["versionControlProvenance"] = origin is { Page: { } page } known ? [new { RepositoryUri = page, RevisionId = known.Commit }] : Array.Empty<object>(),
            ["results"] = result.Findings.Where(finding => finding.Severity >= from).Select(Result),
        };
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[] { run },
        }, JsonWriter.Options);
    }

    private static object Rule(DiagnosticDescriptor rule) => new
    {
        rule.Id,
        ShortDescription = new { Text = rule.Title.ToString(CultureInfo.InvariantCulture) },
        FullDescription = new { Text = rule.Description.ToString(CultureInfo.InvariantCulture) },
        HelpUri = rule.HelpLinkUri,
        DefaultConfiguration = new { Level = LevelOf(rule.DefaultSeverity) },
        Properties = new { rule.Category, Tags = new[] { "privacy", "session-replay" } },
    };

    private object Invocation(CheckResult result) => new
    {
        ExecutionSuccessful = result.Incomplete.Count == 0,
        ToolExecutionNotifications = result.Incomplete.Select(problem => Notification(problem.Project, problem.Reason, "error"))
            .Concat(result.Skipped.Select(problem => Notification(problem.Project, problem.Reason, "note"))),
    };

    private object Notification(string project, string reason, string level) => new
    {
        Level = level,
        Message = new { Text = reason },
        Locations = new[] { new { PhysicalLocation = new { ArtifactLocation = Artifact(project) } } },
    };

    private object Result(Finding finding) => new
    {
        RuleId = finding.Id,
        RuleIndex = Indices[finding.Id],
        Level = LevelOf(finding.Severity),
        Message = new { Text = finding.Message },
        Locations = finding.Place is { } place ? new[] { Location(place.Path, Region(place)) } : finding.Project is { } project ? [Location(project, null)] : [],
        Suppressions = finding.IsSuppressed ? new[] { new { Kind = "inSource", Justification = finding.Suppression } } : null,
        RelatedLocations = finding.Related.Count > 0 ? finding.Related.Select(place => Location(place.Path, Region(place))) : null,
        Properties = finding.Properties.Count > 0 ? new { CustomProperties = finding.Properties.OrderBy(static property => property.Key, StringComparer.Ordinal).ToDictionary(static property => property.Key, static property => property.Value) } : null,
    };

    private object Location(string path, object? region) => new { PhysicalLocation = new { ArtifactLocation = Artifact(path), Region = region } };

    private static object Region(FindingPlace place) => new { StartLine = place.Line, StartColumn = place.Column, place.EndLine, place.EndColumn };

    private object Artifact(string path)
    {
        var shown = _paths.Of(path);
        return Path.IsPathRooted(shown)
            ? new { Uri = new Uri(path).AbsoluteUri, UriBaseId = (string?)null }
            : new { Uri = string.Join('/', shown.Split('/').Select(Uri.EscapeDataString)), UriBaseId = (string?)Root };
    }

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
