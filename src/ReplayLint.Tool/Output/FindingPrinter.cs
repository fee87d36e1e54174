using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Terminal;
using Spectre.Console;

namespace ReplayLint.Tool.Output;

/// <summary>Prints findings for people: grouped by file, with the line of source, and a summary.</summary>
internal sealed class FindingPrinter(UserTerminal terminal, DisplayPath paths, DiagnosticSeverity from)
{
    private readonly SourceLines _lines = new();
    private readonly IAnsiConsole _out = terminal.Out;

    public void Print(CheckResult result)
    {
        var findings = result.Open(from).ToList();
        if (terminal.Verbosity == Verbosity.Quiet)
        {
            foreach (var finding in findings)
                PrintLine(finding);
        }
        else
        {
            foreach (var file in findings.GroupBy(static finding => finding.Place?.Path ?? finding.Project))
                PrintFile(file.Key, file);

            new SummaryPrinter(_out).Print(result, findings, from);
        }

        foreach (var problem in result.Skipped)
            Note("skipped", "grey", problem.Project, problem.Reason);

        foreach (var problem in result.Incomplete)
            Note("incomplete", "red", problem.Project, problem.Reason);
    }

    private void PrintLine(Finding finding) =>
        _out.MarkupLine($"{Markup.Escape(PlaceOf(finding))}: {Severity(finding)} {finding.Id}: {Markup.Escape(finding.Message)}");

    private string PlaceOf(Finding finding) =>
        finding.Place is { } place ? $"{paths.Of(place.Path)}({place.Line},{place.Column})" : paths.Of(finding.Project ?? "");

    private void PrintFile(string? path, IEnumerable<Finding> findings)
    {
        _out.MarkupLine($"[bold underline]{Markup.Escape(paths.Of(path ?? ""))}[/]");
        foreach (var place in findings.GroupBy(static finding => (finding.Place?.Line, finding.Place?.Column, finding.Place?.EndLine, finding.Place?.EndColumn)))
        {
            PrintSource(place.First());
            foreach (var finding in place)
                _out.MarkupLine($"    {Severity(finding)} [bold]{finding.Id}[/] {Markup.Escape(finding.Message)}");
        }

        _out.WriteLine();
    }

    private void PrintSource(Finding finding)
    {
        if (finding.Place is not { } place || _lines.At(place) is not { } line)
            return;

        var excerpt = SourceExcerpt.Of(line, place);
        var number = place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _out.MarkupLine($"  [grey]{number} |[/] {Markup.Escape(excerpt.Text)}");
        _out.MarkupLine($"  [grey]{new string(' ', number.Length)} |[/] [{SeverityNames.StyleOf(finding.Severity)}]{excerpt.Caret}[/]");
    }

    private static string Severity(Finding finding) => $"[{SeverityNames.StyleOf(finding.Severity)}]{SeverityNames.Of(finding.Severity)}[/]";

    private void Note(string what, string style, string project, string reason) =>
        _out.MarkupLine($"[{style}]{what}[/] {Markup.Escape(paths.Of(project))}: {Markup.Escape(reason)}");
}
