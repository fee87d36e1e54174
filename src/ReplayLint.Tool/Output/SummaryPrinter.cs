using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Analysis;
using Spectre.Console;

namespace ReplayLint.Tool.Output;

/// <summary>Prints how many findings there are, by rule and by recorder.</summary>
internal sealed class SummaryPrinter(IAnsiConsole console)
{
    public void Print(CheckResult result, IReadOnlyList<Finding> shown, DiagnosticSeverity from)
    {
        if (shown.Count > 0)
        {
            PrintTable("Rule", shown.GroupBy(static finding => finding.Id).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => (group.Key, group.Count(), group.First().Rule.Title.ToString(CultureInfo.InvariantCulture))));
            PrintTable("Recorder", shown.Where(static finding => finding.Recorder is not null).GroupBy(static finding => finding.Recorder!).OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase).Select(static group => (group.Key, group.Count(), "")));
        }

        var files = shown.Select(static finding => finding.Place?.Path).Distinct().Count();
        var findings = shown.Count == 0 ? "No findings" : $"{Count(shown.Count, "finding")} in {Count(files, "file")}";
        console.MarkupLine($"[bold]{findings}[/]; {Count(result.Projects.Count, "project")} analysed.");

        var hidden = result.Open(DiagnosticSeverity.Info).Count() - result.Open(from).Count();
        if (hidden > 0)
            console.MarkupLine($"[grey]{Count(hidden, "hint")} not shown; add --severity info to see them.[/]");

        if (shown.Count > 0)
            console.MarkupLine($"[grey]Reasons and examples: replaylint explain {shown[0].Id}[/]");
    }

    private void PrintTable(string what, IEnumerable<(string Name, int Count, string Text)> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0)
            return;

        var width = lines.Max(static row => row.Name.Length);
        var digits = lines.Max(static row => row.Count).ToString(CultureInfo.InvariantCulture).Length;
        console.MarkupLine($"[bold]{what}[/]");
        foreach (var (name, count, text) in lines)
            console.MarkupLine($"  {Markup.Escape(name.PadRight(width))}  {count.ToString(CultureInfo.InvariantCulture).PadLeft(digits)}  [grey]{Markup.Escape(text)}[/]");

        console.WriteLine();
    }

    private static string Count(int count, string what) => count == 1 ? "1 " + what : $"{count} {what}s";
}
