using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ReplayLint.Tool.Reporting;
using Xunit;

namespace ReplayLint.Tool.Tests.Reporting;

public class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>\"'&|`*";

    private static readonly Report Sample = Report.Of(
    [
        TestLog.Read(
            TestLog.Evidence("start", ("Member", Hostile), ("Consent", "granted"), ("Guard", Hostile)),
            TestLog.Evidence("policy", ("Purpose", "Support"), ("RetentionDays", "0.5"), ("Reference", "ROPA 7")),
            TestLog.Result("RPL9009", "note", "s", properties: [("Kind", "suppression"), ("Rules", "RPL2001;RPL2003"), ("Form", "pragma"), ("Justification", Hostile)]),
            TestLog.Result("RPL2001", "warning", Hostile, properties: ("Recorder", "Clarity")),
            TestLog.Result("RPL1002", "note", "open", properties: ("Recorder", "Clarity"))),
    ], new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("en", "Session replay: what the code shows", "not met")]
    [InlineData("fr", "Rejeu de session : ce que montre le code", "non satisfaite")]
    public void A_page_is_whole_and_well_formed(string language, string title, string state)
    {
        var page = new HtmlReport(ReportTexts.In(language), new ReportFacts()).Write(Sample);

        var html = XDocument.Parse(Regex.Replace(page, "<!DOCTYPE html>|<(meta|br)([^>]*)>", static match => match.Groups[1].Success ? $"<{match.Groups[1].Value}{match.Groups[2].Value}/>" : "")).Root!;
        Assert.Equal(language, html.Attribute("lang")!.Value);
        Assert.Equal(title, html.Descendants("h1").Single().Value);
        Assert.Contains(html.Descendants("span"), span => span.Value == state);
        Assert.Empty(html.Descendants("script"));
        Assert.DoesNotContain(html.Descendants(), static element => element.Attribute("src") is not null || element.Name == "link");
        Assert.Contains(html.Descendants("code"), static code => code.Value == Hostile);
        Assert.DoesNotContain("@import", page);
        Assert.DoesNotContain("url(", page);

        // Who listens to a table hears what each cell is about.
        Assert.All(html.Descendants("tr"), static row => Assert.Contains(row.Elements("th"), static heading => heading.Attribute("scope") is not null));
        var anchors = html.Descendants().Attributes("id").Select(static id => "#" + id.Value).ToList();
        Assert.Equal(anchors.Distinct(), anchors);
        Assert.All(html.Descendants("a").Attributes("href").Select(static href => href.Value).Where(static href => href[0] == '#'), href => Assert.Contains(href, anchors));
    }

    [Fact]
    public void What_a_repository_says_cannot_become_markdown()
    {
        var page = new MarkdownReport(ReportTexts.In("en"), new ReportFacts()).Write(Sample);

        Assert.DoesNotContain("| <script>", page);
        Assert.Contains("\\<script\\>alert(1)\\</script\\>\"'&\\|\\`\\*", page);
        Assert.All(page.Split('\n').Where(static line => line.StartsWith("| Clarity", StringComparison.Ordinal)), static line => Assert.EndsWith("|", line));
    }

    [Fact]
    public void The_hash_is_that_of_the_content_whatever_the_day()
    {
        var later = Sample with { Made = Sample.Made.AddYears(1) };
        var other = Report.Of([TestLog.Read(TestLog.Evidence("start", ("Consent", "not-granted")))], Sample.Made);

        Assert.Equal(ReportFacts.HashOf(Sample), ReportFacts.HashOf(later));
        Assert.NotEqual(ReportFacts.HashOf(Sample), ReportFacts.HashOf(other));
        using var json = JsonDocument.Parse(JsonReport.Write(Sample));
        Assert.Equal(ReportFacts.HashOf(Sample), json.RootElement.GetProperty("sha256").GetString());
        Assert.Equal("NotMet", json.RootElement.GetProperty("repositories")[0].GetProperty("recorders")[0].GetProperty("requirements").EnumerateArray().Single(static requirement => requirement.GetProperty("id").GetString() == "SR-15").GetProperty("state").GetString());
    }

    [Fact]
    public void A_log_without_evidence_says_so()
    {
        var report = Report.Of([TestLog.Read(TestLog.Result("RPL1001", "warning", "m", properties: ("Recorder", "Clarity")))], Sample.Made);

        Assert.Contains("The log of this repository holds findings but no evidence.", new HtmlReport(ReportTexts.In("en"), new ReportFacts()).Write(report));
    }

    [Fact]
    public void Every_language_has_every_text()
    {
        var english = ReportTexts.In("en");
        var french = ReportTexts.In("fr");
        var translated = Requirement.All.Select(static requirement => requirement.Id).Concat(new ReplayLintAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id));

        Assert.Equal(english.Keys.Concat(translated).Order(StringComparer.Ordinal), french.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Keys, key => Assert.Equal(PlacesIn(english[key]), PlacesIn(french[key])));
    }

    private static IEnumerable<string> PlacesIn(string text) => Regex.Matches(text, @"\{\d\}").Select(static match => match.Value).Order(StringComparer.Ordinal);
}
