using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Loading;

namespace ReplayLint.Tool.Output;

/// <summary>Writes findings for scripts.</summary>
internal sealed class JsonWriter(DisplayPath paths, DiagnosticSeverity from)
{
    /// <summary>Names in camel case, and text as it is.</summary>
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public string Write(CheckResult result) => JsonSerializer.Serialize(
        new
        {
            Tool = "replaylint",
            ToolVersion.Version,
            Projects = result.Projects.Select(paths.Of),
            Findings = result.Open(from).Select(finding => new
            {
                Rule = finding.Id,
                Title = finding.Rule.Title.ToString(CultureInfo.InvariantCulture),
                Severity = SeverityNames.Of(finding.Severity),
                finding.Message,
                File = finding.Place is { } place ? paths.Of(place.Path) : null,
                finding.Place?.Line,
                finding.Place?.Column,
                finding.Place?.EndLine,
                finding.Place?.EndColumn,
                finding.Recorder,
                Project = finding.Project is { } project ? paths.Of(project) : null,
                Help = finding.Rule.HelpLinkUri,
            }),
            Incomplete = result.Incomplete.Select(Problem),
            Skipped = result.Skipped.Select(Problem),
        },
        Options);

    private object Problem(ProjectProblem problem) => new { Project = paths.Of(problem.Project), problem.Reason };
}
