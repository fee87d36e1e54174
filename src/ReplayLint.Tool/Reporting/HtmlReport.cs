using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Reporting;

/// <summary>Writes a report as one page that needs nothing else: no script, no other file, no network.</summary>
internal sealed class HtmlReport(ReportTexts texts, ReportFacts facts)
{
    private static readonly string Style = ReadStyle();

    public string Write(Report report) => "<!DOCTYPE html>\n" + Html.Of($"""
        <html lang="{texts.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{texts["title"]}</title>
        <style>{new Html(Style)}</style>
        </head>
        <body>
        <header>
        <h1>{texts["title"]}</h1>
        <p>{texts["lead"]}</p>
        {Facts(facts.Of(report, texts))}
        <p class="note">{texts["disclaimer"]}</p>
        </header>
        <main>
        {Contents(report)}
        {Summary(report)}
        {report.Logs.Select(Repository)}
        {Checklist()}
        </main>
        <footer><p>{texts["disclaimer"]}</p></footer>
        </body>
        </html>

        """).Markup;

    private static Html Facts(IEnumerable<(string Name, string Value)> values) =>
        Html.Of($"<dl class=\"facts\">{values.Select(static value => Html.Of($"<dt>{value.Name}</dt><dd>{value.Value}</dd>"))}</dl>\n");

    private Html Contents(Report report) => Html.Of($"""
        <nav aria-label="{texts["contents"]}">
        <h2>{texts["contents"]}</h2>
        <ul>
        <li><a href="#summary">{texts["summary"]}</a></li>
        {report.Logs.Select((repository, i) => Html.Of($"<li><a href=\"#{Anchor(i)}\">{repository.Log.Name}</a></li>\n"))}<li><a href="#checklist">{texts["checklist"]}</a></li>
        </ul>
        </nav>
        """);

    private Html Summary(Report report) => Html.Of($"""
        <section id="summary" aria-labelledby="summary-title">
        <h2 id="summary-title">{texts["summary"]}</h2>
        {Table([texts["repository"], texts["recorders"], texts["definite"], texts["maybe"], texts["suppressed"], texts["incomplete"]], report.Logs.Select((repository, i) => new[]
        {
            Html.Of($"<a href=\"#{Anchor(i)}\">{repository.Log.Name}</a>"),
            Text(repository.Recorders.Count == 0 ? texts["none"] : string.Join(", ", repository.Recorders.Select(static recorder => recorder.Name))),
            Number(repository.Findings.Count - repository.Count(DiagnosticSeverity.Info), "bad"),
            Number(repository.Count(DiagnosticSeverity.Info), "open"),
            Number(repository.Suppressed.Count, ""),
            Number(repository.Log.Problems.Count(static problem => !problem.IsMeant), "open"),
        }))}
        </section>
        """);

    private Html Repository(RepositoryReport repository, int index) => Html.Of($"""
        <section class="repository" id="{Anchor(index)}" aria-labelledby="{Anchor(index)}-title">
        <h2 id="{Anchor(index)}-title">{repository.Log.Name}</h2>
        {Facts(facts.Of(repository.Log, texts))}
        {(repository.Recorders.Count == 0 ? Note("no-recorder") : Html.Empty)}{(repository.HasEvidence || repository.Recorders.Count == 0 ? Html.Empty : Note("no-evidence"))}
        {repository.Recorders.Select(recorder => Recorder(repository.Log, recorder))}
        {Findings(repository)}
        {Suppressions(repository)}
        {Unseen(repository)}
        </section>
        """);

    private Html Recorder(ReplayLog log, RecorderSection recorder) => Html.Of($"""
        <section>
        <h3>{recorder.Name}</h3>
        <h4>{texts["starts"]}</h4>
        {TableOr("starts.none", [texts["place"], texts["what"], texts["consent"], texts["guard"]], recorder.Evidence("start").Select(start => new[]
        {
            Place(log, start.Place),
            Code(start[EvidenceProperties.Member]),
            Badge(start[EvidenceProperties.Gated] == "true" && start[EvidenceProperties.Consent] != "granted" ? texts["gated"] : texts.Word(start[EvidenceProperties.Consent]), ConsentClass(start)),
            start[EvidenceProperties.Guard] is { } guard ? Html.Of($"{Code(guard)} <span class=\"soft\">{Place(log, start.Related)}</span>") : Text(texts["guard.none"]),
        }))}
        {(recorder.Evidence("start").Any(static start => start[EvidenceProperties.VolumeInConsole] == "true") ? Note("console-volume") : Html.Empty)}
        <h4>{texts["requirements"]}</h4>
        {Table([texts["requirement"], "", texts["state"], texts["rests-on"]], recorder.Requirements.Where(static result => result.State != RequirementState.Checklist).Select(result => new[]
        {
            Text(result.Requirement.Id),
            Text(texts.Of(result.Requirement)),
            Badge(texts["state." + result.State], StateClass(result.State)),
            Places(log, result.Items),
        }), texts.Format("requirements.caption", recorder.Name))}
        <h4>{texts["settings"]}</h4>
        {TableOr("none", [texts["setting"], texts["protects"], texts["value"], texts["safe"], texts["place"]], recorder.Evidence("setting", "unmask").Select(setting => new[]
        {
            Code(setting[EvidenceProperties.Member]),
            Text(texts.Word(setting[EvidenceProperties.Protects] ?? setting[EvidenceProperties.Kind])),
            setting[EvidenceProperties.Value] is { } value ? Code(value) : Text(setting.IsA("unmask") ? "" : texts["unknown"]),
            setting[EvidenceProperties.Safe] is { } safe ? Badge(texts.Word(safe), safe == "true" ? "good" : "bad") : Text(setting.IsA("unmask") ? texts.Word("false") : texts["unknown"]),
            Place(log, setting.Place),
        }))}
        {recorder.Evidence("start").Select(static start => start[EvidenceProperties.Defaults]).OfType<string>().Distinct().Select(defaults => Html.Of($"<p>{texts.Format("left-to-default", defaults.Replace(";", ", "))}</p>\n"))}
        <h4>{texts["identity"]}</h4>
        {TableOr("identity.none", [texts["what"], texts["setting"], texts["place"]], recorder.Evidence("identify", "link", "share").Select(identity => new[]
        {
            Text(texts.Word(identity[EvidenceProperties.Kind])),
            Code(identity[EvidenceProperties.Identifier] ?? identity[EvidenceProperties.Member]),
            Place(log, identity.Place),
        }))}
        <h4>{texts["policy"]}</h4>
        {TableOr("policy.none", [texts["purpose"], texts["retention"], texts["reference"], texts["mechanism"], texts["place"]], recorder.Evidence("policy").Select(policy => new[]
        {
            Text(texts.Word(policy[EvidenceProperties.Purpose])),
            Text(facts.Retention(policy[EvidenceProperties.RetentionDays], texts)),
            Text(policy[EvidenceProperties.Reference]),
            Text(policy[EvidenceProperties.ConsentMechanism]),
            Place(log, policy.Place),
        }))}
        <p>{facts.VendorRetention(recorder, texts)}</p>
        </section>

        """);

    private Html Findings(RepositoryReport repository) => Html.Of($"""
        <h3>{texts["findings"]}</h3>
        {TableOr("findings.none", [texts["rule"], texts["severity"], texts["finding"], texts["place"]], repository.Findings.Select(item => new[]
        {
            Html.Of($"{item.Rule}"),
            Badge(texts["severity." + item.Severity], item.Severity == DiagnosticSeverity.Info ? "open" : "bad"),
            Html.Of($"{texts.TitleOf(item.Rule)}<br><span class=\"soft\" lang=\"en\">{item.Message}</span>"),
            Place(repository.Log, item.Place),
        }))}
        """);

    private Html Suppressions(RepositoryReport repository) => Html.Of($"""
        <h3>{texts["suppressions"]}</h3>
        <p>{texts["suppressions.lead"]}</p>
        {TableOr("suppressions.none", [texts["rule"], texts["form"], texts["reason"], texts["place"]], repository.Suppressions.Select(item => new[]
        {
            Text(item[EvidenceProperties.Rules]?.Replace(";", ", ")),
            Text(texts.Word(item[EvidenceProperties.Form])),
            Reason(item[EvidenceProperties.Justification], item[EvidenceProperties.Until]),
            Place(repository.Log, item.Place),
        }).Concat(repository.Suppressed.Select(item => new[]
        {
            Text(item.IsA("hidden") ? item[EvidenceProperties.Rules] : item.Rule),
            Html.Of($"<span lang=\"en\">{item[EvidenceProperties.Finding] ?? item.Message}</span>"),
            Reason(item[EvidenceProperties.Justification] ?? item.Suppression, null),
            Place(repository.Log, item.Place),
        })))}
        """);

    private Html Unseen(RepositoryReport repository) => Html.Of($"""
        <h3>{texts["unseen"]}</h3>
        {TableOr("unseen.none", [texts["project"], texts["reason"]], repository.Log.Problems.Select(problem => new[]
        {
            Code(problem.Project),
            Html.Of($"<span lang=\"en\">{problem.Reason}</span>{(problem.IsMeant ? Html.Of($" ({texts["left-out"]})") : Html.Empty)}"),
        }).Concat(repository.Unreadable.Select(item => new[] { Place(repository.Log, item.Place), Html.Of($"<span lang=\"en\">{item.Message}</span>") })))}
        """);

    private Html Checklist() => Html.Of($"""
        <section id="checklist" aria-labelledby="checklist-title">
        <h2 id="checklist-title">{texts["checklist"]}</h2>
        <p>{texts["checklist.lead"]}</p>
        {Table([texts["requirement"], "", texts["confidence"], texts["checklist.done"]], Requirement.All.Where(static requirement => requirement.Rules.Count == 0).Select(requirement => new[]
        {
            Text(requirement.Id),
            Text(texts.Of(requirement)),
            Text(requirement.IsOfDraft ? texts["confidence." + requirement.Confidence] : requirement.Confidence),
            Html.Of($"<span class=\"box\" role=\"img\" aria-label=\"☐\"></span>"),
        }))}
        </section>
        """);

    private Html TableOr(string otherwise, string[] headings, IEnumerable<Html[]> rows)
    {
        var cells = rows.ToList();
        return cells.Count == 0 ? Html.Of($"<p>{texts[otherwise]}</p>\n") : Table(headings, cells);
    }

    /// <summary>A table; its first column names the rows. On a narrow screen each cell shows its heading.</summary>
    private static Html Table(string[] headings, IEnumerable<Html[]> rows, string? caption = null) => Html.Of($"""
        <div class="scroll"><table>{(caption is null ? Html.Empty : Html.Of($"<caption>{caption}</caption>"))}
        <thead><tr>{headings.Select(static heading => heading.Length == 0 ? Html.Of($"<td></td>") : Html.Of($"<th scope=\"col\">{heading}</th>"))}</tr></thead>
        <tbody>
        {rows.Select(row => Html.Of($"<tr><th scope=\"row\">{row[0]}</th>{row.Skip(1).Select((cell, i) => headings[i + 1].Length == 0 ? Html.Of($"<td>{cell}</td>") : Html.Of($"<td data-label=\"{headings[i + 1]}\">{cell}</td>"))}</tr>\n"))}</tbody>
        </table></div>

        """);

    private Html Reason(string? reason, string? until) => Html.Of(
        $"{(string.IsNullOrWhiteSpace(reason) ? Badge(texts["reason.none"], "bad") : Text(reason))}{(until is null ? Html.Empty : Html.Of($" <span class=\"soft\">{texts.Format("until", until)}</span>"))}");

    private static Html Places(ReplayLog log, IReadOnlyList<LogItem> items) =>
        items.Count == 0 ? Html.Empty : Html.Of($"<ul class=\"places\">{items.DistinctBy(static item => (item.Rule, item.Place)).Select(item => Html.Of($"<li>{(item.IsEvidence ? Html.Empty : Html.Of($"{item.Rule} "))}{Place(log, item.Place)}</li>"))}</ul>");

    private static Html Place(ReplayLog log, LogPlace? place) =>
        place is null ? Html.Empty
        : SourceLinks.Of(log, place) is { } address ? Html.Of($"<a href=\"{address}\">{Code(place.ToString())}</a>")
        : Code(place.ToString());

    private Html Note(string key) => Html.Of($"<p class=\"note\">{texts[key]}</p>\n");

    private static Html Text(string? text) => Html.Of($"{text}");

    private static Html Code(string? text) => string.IsNullOrEmpty(text) ? Html.Empty : Html.Of($"<code>{text}</code>");

    private static Html Badge(string text, string kind) => Html.Of($"<span class=\"badge {kind}\">{text}</span>");

    private static Html Number(int number, string kind) => number == 0 || kind.Length == 0 ? Html.Of($"{number}") : Html.Of($"<span class=\"badge {kind}\">{number}</span>");

    private static string ConsentClass(LogItem start) =>
        start[EvidenceProperties.Consent] == "granted" || start[EvidenceProperties.Gated] == "true" ? "good" : start[EvidenceProperties.Consent] == "unknown" ? "open" : "bad";

    private static string StateClass(RequirementState state) => state switch
    {
        RequirementState.NotMet => "bad",
        RequirementState.Open => "open",
        RequirementState.Met => "good",
        _ => "",
    };

    private static string Anchor(int index) => "repository-" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("texts/report.css")!);
        return "\n" + reader.ReadToEnd();
    }
}
