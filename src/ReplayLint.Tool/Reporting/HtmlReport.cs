namespace ReplayLint.Tool.Reporting;

/// <summary>Writes a report as one page that needs nothing else: no script, no other file, no network.</summary>
internal sealed class HtmlReport(ReportTexts texts, ReportFacts facts)
{
    private static readonly string Style = ReadStyle();

    private readonly ReportTables _tables = new(texts, facts);

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
        {Table(_tables.Summary(report, static i => "#" + Anchor(i)))}
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
        {Table(_tables.Starts(log, recorder))}
        {(recorder.Evidence("start").Any(static start => start[EvidenceProperties.VolumeInConsole] == "true") ? Note("console-volume") : Html.Empty)}
        <h4>{texts["requirements"]}</h4>
        {Table(_tables.Requirements(log, recorder))}
        <h4>{texts["settings"]}</h4>
        {Table(_tables.Settings(log, recorder))}
        {recorder.Evidence("start").Select(static start => start[EvidenceProperties.Defaults]).OfType<string>().Distinct().Select(defaults => Html.Of($"<p>{texts.Format("left-to-default", defaults.Replace(";", ", "))}</p>\n"))}
        <h4>{texts["identity"]}</h4>
        {Table(_tables.Identity(log, recorder))}
        <h4>{texts["policy"]}</h4>
        {Table(_tables.Policies(log, recorder))}
        <p>{facts.VendorRetention(recorder, texts)}</p>
        </section>

        """);

    private Html Findings(RepositoryReport repository) => Html.Of($"""
        <h3>{texts["findings"]}</h3>
        {Table(_tables.Findings(repository))}
        """);

    private Html Suppressions(RepositoryReport repository) => Html.Of($"""
        <h3>{texts["suppressions"]}</h3>
        <p>{texts["suppressions.lead"]}</p>
        {Table(_tables.Suppressions(repository))}
        """);

    private Html Unseen(RepositoryReport repository) => Html.Of($"""
        <h3>{texts["unseen"]}</h3>
        {Table(_tables.Unseen(repository))}
        """);

    private Html Checklist() => Html.Of($"""
        <section id="checklist" aria-labelledby="checklist-title">
        <h2 id="checklist-title">{texts["checklist"]}</h2>
        <p>{texts["checklist.lead"]}</p>
        {Table(_tables.Checklist())}
        </section>
        """);

    /// <summary>A table; its first column names the rows. On a narrow screen each cell shows its heading.</summary>
    private static Html Table(ReportTable table) => table.Rows.Count == 0 ? Html.Of($"<p>{table.Otherwise}</p>\n") : Html.Of($"""
        <div class="scroll"><table>{(table.Caption is { } caption ? Html.Of($"<caption>{caption}</caption>") : Html.Empty)}
        <thead><tr>{table.Headings.Select(static heading => heading.Length == 0 ? Html.Of($"<td></td>") : Html.Of($"<th scope=\"col\">{heading}</th>"))}</tr></thead>
        <tbody>
        {table.Rows.Select(row => Html.Of($"<tr><th scope=\"row\">{Cell(row[0])}</th>{row.Skip(1).Select((cell, i) => table.Headings[i + 1].Length == 0 ? Html.Of($"<td>{Cell(cell)}</td>") : Html.Of($"<td data-label=\"{table.Headings[i + 1]}\">{Cell(cell)}</td>"))}</tr>\n"))}</tbody>
        </table></div>

        """);

    private static Html Cell(ReportCell cell)
    {
        var content = cell.Kind switch
        {
            CellKind.Code => cell.Text.Length == 0 ? Html.Empty : Html.Of($"<code>{cell.Text}</code>"),
            CellKind.English => Html.Of($"<span class=\"soft\" lang=\"en\">{cell.Text}</span>"),
            CellKind.Verdict => Html.Of($"<span class=\"badge {ClassOf(cell.Verdict)}\">{cell.Text}</span>"),
            CellKind.Box => Html.Of($"<span class=\"box\" role=\"img\" aria-label=\"{cell.Text}\"></span>"),
            CellKind.List => cell.More.Count == 0 ? Html.Empty : Html.Of($"<ul class=\"places\">{cell.More.Select(static one => Html.Of($"<li>{Cell(one)}</li>"))}</ul>"),
            _ => Html.Of($"{cell.Text}"),
        };
        var linked = cell.Address is { } address ? Html.Of($"<a href=\"{address}\">{content}</a>") : content;
        return cell.Kind == CellKind.List || cell.More.Count == 0 ? linked : Html.Of($"{cell.More.Select(static one => Html.Of($"{Cell(one)} "))}{linked}");
    }

    private static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Good => "good",
        Verdict.Open => "open",
        Verdict.Bad => "bad",
        _ => "",
    };

    private Html Note(string key) => Html.Of($"<p class=\"note\">{texts[key]}</p>\n");

    private static string Anchor(int index) => "repository-" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("texts/report.css")!);
        return "\n" + reader.ReadToEnd();
    }
}
