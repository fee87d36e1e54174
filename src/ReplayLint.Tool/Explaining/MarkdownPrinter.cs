using System.Text.RegularExpressions;
using Spectre.Console;

namespace ReplayLint.Tool.Explaining;

/// <summary>Prints the Markdown of the project's own pages: headings, paragraphs, lists, tables and code.</summary>
internal sealed partial class MarkdownPrinter(IAnsiConsole console)
{
    public void Print(string markdown)
    {
        var table = new List<string[]>();
        var isCode = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!isCode && line.StartsWith('|'))
            {
                table.Add([.. line.Trim('|').Split('|').Select(static cell => cell.Trim())]);
                continue;
            }

            PrintTable(table);
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                console.MarkupLine($"    [grey]{Markup.Escape(line)}[/]");
            else if (line.StartsWith('#'))
                console.MarkupLine($"[bold underline]{Styled(line.TrimStart('#', ' '))}[/]");
            else
                console.MarkupLine(Styled(line));
        }

        PrintTable(table);
    }

    /// <summary>Each row a line, its cells in columns; the line that only draws, and empty headings, are left out.</summary>
    private void PrintTable(List<string[]> rows)
    {
        var shown = rows.Where(static row => row.Any(static cell => cell.Trim('-', ':').Length > 0)).ToList();
        rows.Clear();
        if (shown.Count == 0)
            return;

        var grid = new Grid();
        for (var column = 0; column < shown.Max(static row => row.Length); column++)
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0) });

        foreach (var row in shown)
            grid.AddRow([.. row.Select(static cell => new Markup(Styled(cell)))]);

        console.Write(grid);
    }

    /// <summary>Code and links lose their marks, what is stressed gets a style.</summary>
    private static string Styled(string text)
    {
        var styled = Markup.Escape(Link().Replace(text, static link => link.Groups["address"].Value.StartsWith("http", StringComparison.Ordinal) ? $"{link.Groups["text"].Value} ({link.Groups["address"].Value})" : link.Groups["text"].Value));
        return Stressed().Replace(Code().Replace(styled, "[blue]$1[/]"), "[italic]$1[/]");
    }

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<address>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![*\w])\*([^*\s][^*]*)\*(?![*\w])")]
    private static partial Regex Stressed();
}
