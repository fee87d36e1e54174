using System.Text;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Reporting;

/// <summary>Writes a report as Markdown, for a wiki or a ticket.</summary>
internal sealed class MarkdownReport(ReportTexts texts, ReportFacts facts)
{
    private readonly StringBuilder _page = new();

    public string Write(Report report)
    {
        Heading(1, texts["title"]);
        Paragraph(texts["lead"]);
        List(facts.Of(report, texts));
        Paragraph("> " + Text(texts["disclaimer"]), isMarkdown: true);

        Heading(2, texts["summary"]);
        Table([texts["repository"], texts["recorders"], texts["definite"], texts["maybe"], texts["suppressed"], texts["incomplete"]], report.Logs.Select(repository => new[]
        {
            Text(repository.Log.Name),
            Text(repository.Recorders.Count == 0 ? texts["none"] : string.Join(", ", repository.Recorders.Select(static recorder => recorder.Name))),
            Number(repository.Findings.Count - repository.Count(DiagnosticSeverity.Info)),
            Number(repository.Count(DiagnosticSeverity.Info)),
            Number(repository.Suppressed.Count),
            Number(repository.Log.Problems.Count(static problem => !problem.IsMeant)),
        }), texts["none"]);

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
        Table([texts["rule"], texts["severity"], texts["finding"], texts["place"]], repository.Findings.Select(item => new[]
        {
            item.Rule, Text(texts["severity." + item.Severity]), Text(item.Message), Place(log, item.Place),
        }), texts["findings.none"]);

        Heading(3, texts["suppressions"]);
        Table([texts["rule"], texts["form"], texts["reason"], texts["place"]], repository.Suppressions.Select(item => new[]
        {
            Text(item[EvidenceProperties.Rules]?.Replace(";", ", ")), Text(texts.Word(item[EvidenceProperties.Form])), Reason(item[EvidenceProperties.Justification]), Place(log, item.Place),
        }).Concat(repository.Suppressed.Select(item => new[]
        {
            Text(item.IsA("hidden") ? item[EvidenceProperties.Rules] : item.Rule), Text(item[EvidenceProperties.Finding] ?? item.Message), Reason(item[EvidenceProperties.Justification] ?? item.Suppression), Place(log, item.Place),
        })), texts["suppressions.none"]);

        Heading(3, texts["unseen"]);
        Table([texts["project"], texts["reason"]], log.Problems.Select(static problem => new[] { Code(problem.Project), Text(problem.Reason) })
            .Concat(repository.Unreadable.Select(item => new[] { Place(log, item.Place), Text(item.Message) })), texts["unseen.none"]);
    }

    private void Add(ReplayLog log, RecorderSection recorder)
    {
        Heading(3, recorder.Name);
        Heading(4, texts["starts"]);
        Table([texts["place"], texts["what"], texts["consent"], texts["guard"]], recorder.Evidence("start").Select(start => new[]
        {
            Place(log, start.Place),
            Code(start[EvidenceProperties.Member]),
            Text(start[EvidenceProperties.Gated] == "true" && start[EvidenceProperties.Consent] != "granted" ? texts["gated"] : texts.Word(start[EvidenceProperties.Consent])),
            start[EvidenceProperties.Guard] is { } guard ? Code(guard) : Text(texts["guard.none"]),
        }), texts["starts.none"]);

        Heading(4, texts["requirements"]);
        Table([texts["requirement"], texts["what"], texts["state"], texts["rests-on"]], recorder.Requirements.Where(static result => result.State != RequirementState.Checklist).Select(result => new[]
        {
            result.Requirement.Id,
            Text(texts.Of(result.Requirement)),
            result.State == RequirementState.NotMet ? $"**{texts["state." + result.State]}**" : texts["state." + result.State],
            string.Join(", ", result.Items.DistinctBy(static item => (item.Rule, item.Place)).Select(item => (item.IsEvidence ? "" : item.Rule + " ") + Place(log, item.Place))),
        }), texts["none"]);

        Heading(4, texts["settings"]);
        Table([texts["setting"], texts["protects"], texts["value"], texts["safe"], texts["place"]], recorder.Evidence("setting", "unmask").Select(setting => new[]
        {
            Code(setting[EvidenceProperties.Member]),
            Text(texts.Word(setting[EvidenceProperties.Protects] ?? setting[EvidenceProperties.Kind])),
            Code(setting[EvidenceProperties.Value]),
            Text(texts.Word(setting[EvidenceProperties.Safe] ?? "unknown")),
            Place(log, setting.Place),
        }), texts["none"]);

        Heading(4, texts["policy"]);
        Table([texts["purpose"], texts["retention"], texts["reference"], texts["mechanism"], texts["place"]], recorder.Evidence("policy").Select(policy => new[]
        {
            Text(texts.Word(policy[EvidenceProperties.Purpose])),
            Text(facts.Retention(policy[EvidenceProperties.RetentionDays], texts)),
            Text(policy[EvidenceProperties.Reference]),
            Text(policy[EvidenceProperties.ConsentMechanism]),
            Place(log, policy.Place),
        }), texts["policy.none"]);
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

    private void Table(string[] headings, IEnumerable<string[]> rows, string otherwise)
    {
        var cells = rows.ToList();
        if (cells.Count == 0)
        {
            Paragraph(otherwise);
            return;
        }

        _page.Append($"| {string.Join(" | ", headings)} |\n|{string.Concat(headings.Select(static _ => " --- |"))}\n");
        foreach (var row in cells)
            _page.Append($"| {string.Join(" | ", row)} |\n");

        _page.Append('\n');
    }

    private string Reason(string? reason) => string.IsNullOrWhiteSpace(reason) ? $"**{texts["reason.none"]}**" : Text(reason);

    private static string Place(ReplayLog log, LogPlace? place) =>
        place is null ? "" : SourceLinks.Of(log, place) is { } address ? $"[{Text(place.ToString())}]({address})" : Code(place.ToString());

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

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

    /// <summary>Code as it is; in a table a bar has to be escaped all the same.</summary>
    private static string Code(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var line = text.ReplaceLineEndings(" ").Replace("|", "\\|");
        return line.Contains('`') ? $"`` {line} ``" : $"`{line}`";
    }
}
