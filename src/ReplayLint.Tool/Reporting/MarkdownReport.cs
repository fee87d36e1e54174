using System.Text;

namespace ReplayLint.Tool.Reporting;

/// <summary>Writes a report as Markdown, for a wiki or a ticket.</summary>
internal sealed class MarkdownReport(ReportTexts texts, ReportFacts facts)
{
    private readonly ReportTables _tables = new(texts, facts);
    private readonly StringBuilder _page = new();

    public string Write(Report report)
    {
        Heading(1, texts["title"]);
        Paragraph(texts["lead"]);
        List(facts.Of(report, texts));
        Paragraph("> " + Text(texts["disclaimer"]), isMarkdown: true);

        Heading(2, texts["summary"]);
        Table(_tables.Summary(report, static _ => ""));
        foreach (var repository in report.Logs)
            Add(repository);

        Heading(2, texts["checklist"]);
        Paragraph(texts["checklist.lead"]);
        foreach (var requirement in Requirement.All.Where(static requirement => requirement.Rules.Count == 0))
            _page.Append($"- [ ] {requirement.Id}: {Text(texts.Of(requirement))}\n");

        return _page.ToString();
    }

    private void Add(RepositoryReport repository)
    {
        var log = repository.Log;
        Heading(2, log.Name);
        List(facts.Of(log, texts));
        if (repository.Recorders.Count == 0)
            Paragraph(texts["no-recorder"]);
        else if (!repository.HasEvidence)
            Paragraph(texts["no-evidence"]);

        foreach (var recorder in repository.Recorders)
            Add(log, recorder);

        Heading(3, texts["findings"]);
        Table(_tables.Findings(repository));
        Heading(3, texts["suppressions"]);
        Table(_tables.Suppressions(repository));
        Heading(3, texts["unseen"]);
        Table(_tables.Unseen(repository));
    }

    private void Add(ReplayLog log, RecorderSection recorder)
    {
        Heading(3, recorder.Name);
        Heading(4, texts["starts"]);
        Table(_tables.Starts(log, recorder));
        Heading(4, texts["requirements"]);
        Table(_tables.Requirements(log, recorder));
        Heading(4, texts["settings"]);
        Table(_tables.Settings(log, recorder));
        Heading(4, texts["identity"]);
        Table(_tables.Identity(log, recorder));
        Heading(4, texts["policy"]);
        Table(_tables.Policies(log, recorder));
        Paragraph(facts.VendorRetention(recorder, texts));
    }

    private void Heading(int level, string text) => _page.Append('#', level).Append(' ').Append(Text(text)).Append("\n\n");

    private void Paragraph(string text, bool isMarkdown = false) => _page.Append(isMarkdown ? text : Text(text)).Append("\n\n");

    private void List(IEnumerable<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
            _page.Append($"- {Text(name)}: {Text(value)}\n");

        _page.Append('\n');
    }

    private void Table(ReportTable table)
    {
        if (table.Rows.Count == 0)
        {
            Paragraph(table.Otherwise);
            return;
        }

        _page.Append($"| {string.Join(" | ", table.Headings.Select(Text))} |\n|{string.Concat(table.Headings.Select(static _ => " --- |"))}\n");
        foreach (var row in table.Rows)
            _page.Append($"| {string.Join(" | ", row.Select(Cell))} |\n");

        _page.Append('\n');
    }

    private static string Cell(ReportCell cell)
    {
        var content = cell.Kind switch
        {
            CellKind.Code when cell.Address is null => Code(cell.Text),
            CellKind.Verdict when cell.Verdict == Verdict.Bad => $"**{Text(cell.Text)}**",
            CellKind.List => "",
            _ => Text(cell.Text),
        };
        if (!string.IsNullOrEmpty(cell.Address))
            content = $"[{content}]({cell.Address.Replace("(", "%28").Replace(")", "%29")})";

        return cell.Kind == CellKind.List ? string.Join(", ", cell.More.Select(Cell)) : string.Join(" ", cell.More.Select(Cell).Append(content));
    }

    /// <summary>Text in which nothing means anything to Markdown or HTML, in one line.</summary>
    private static string Text(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in (text ?? "").ReplaceLineEndings(" "))
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~')
                escaped.Append('\\');

            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>Code as it is, between more backticks than it has in a row; in a table a bar has to be escaped all the same.</summary>
    private static string Code(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var line = text.ReplaceLineEndings(" ").Replace("|", "\\|");
        var (longest, run) = (0, 0);
        foreach (var letter in line)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return longest == 0 ? $"`{line}`" : $"{fence} {line} {fence}";
    }
}
