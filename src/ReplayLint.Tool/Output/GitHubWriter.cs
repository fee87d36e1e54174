using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Analysis;

namespace ReplayLint.Tool.Output;

/// <summary>Writes findings as workflow commands, which GitHub Actions shows beside the lines of a pull request.</summary>
internal sealed class GitHubWriter(DisplayPath paths, DiagnosticSeverity from)
{
    public IEnumerable<string> Write(CheckResult result)
    {
        foreach (var finding in result.Open(from))
            yield return Command(finding);

        foreach (var problem in result.Incomplete)
            yield return $"::error title=replaylint could not analyse {Property(paths.Of(problem.Project))}::{Data(problem.Reason)}";
    }

    private string Command(Finding finding)
    {
        var level = finding.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "notice" };
        var title = Property($"{finding.Id} {finding.Rule.Title.ToString(CultureInfo.InvariantCulture)}");

        // It draws columns within one line only.
        var place = finding.Place is not { } at ? ""
            : $"file={Property(paths.Of(at.Path))},line={at.Line},endLine={at.EndLine}{(at.Line == at.EndLine ? $",col={at.Column},endColumn={at.EndColumn}" : "")},";
        return $"::{level} {place}title={title}::{Data(finding.Message)}";
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
