using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ReplayLint.Tool.Reporting;
using Xunit;

namespace ReplayLint.Tool.Tests.Reporting;

/// <summary>A log comes from a build of code that nobody may have read: each of its values in turn is one that tries to get out of the report, or of the wrong kind.</summary>
public class HostileLogTests
{
    /// <summary>What the reader decides by; anything else there is read as another log.</summary>
    private static readonly string[] Deciding = ["version", "ruleId", "level", "Kind"];

    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "`` <script>alert(1)</script> ``",
        "x](javascript:alert(1)) | <script>alert(1)</script>",
        "https://example.com/a)<script>alert(1)</script>(",
        "https://user:secret@example.com/team/app",
        "\u0000\u0007\u2028\ud83d",
        "../../../../etc/passwd",
        "",
    ];

    private static readonly JsonNode?[] Kinds = [null, JsonValue.Create(1e99), JsonValue.Create(-1), JsonValue.Create(true), new JsonArray(), new JsonObject(), new JsonArray(new JsonObject())];

    [Fact]
    public void No_text_of_a_log_becomes_markup()
    {
        foreach (var (place, log) in Mutations(static (name, value) => value is JsonValue text && text.TryGetValue<string>(out _) && !Deciding.Contains(name) ? Texts.Select(static text => (JsonNode?)JsonValue.Create(text)) : []))
        {
            // No path holds a null character.
            if (place.EndsWith(".uri", StringComparison.Ordinal) && log.Contains("\\u0000", StringComparison.Ordinal))
                continue;

            var report = Report.Of([SarifReader.Read(log, "shop", "/repo")], DateTimeOffset.UnixEpoch);
            var page = new HtmlReport(ReportTexts.In("en"), new ReportFacts()).Write(report);

            var html = XDocument.Parse(Regex.Replace(page, "<!DOCTYPE html>|<(meta|br)([^>]*)>", static match => match.Groups[1].Success ? $"<{match.Groups[1].Value}{match.Groups[2].Value}/>" : "")).Root!;
            Assert.True(!html.Descendants().Any(static element => element.Name.LocalName is "script" or "img"), $"markup from {place}");
            Assert.True(!html.Descendants().Attributes().Any(static attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "src"), $"an attribute from {place}");
            Assert.All(html.Descendants("a").Attributes("href"), href => Assert.True(href.Value.StartsWith("https://", StringComparison.Ordinal) || href.Value[0] == '#', $"{place}: {href.Value}"));
            Assert.DoesNotContain("user:secret", string.Concat(html.Descendants("a").Attributes("href").Select(static href => href.Value)));

            var markdown = new MarkdownReport(ReportTexts.In("en"), new ReportFacts()).Write(report);
            Assert.True(!Regex.IsMatch(WithoutCode(markdown), @"(?<!\\)<(?:script|img)|(?<!\\)\]\(javascript:"), $"Markdown from {place}:\n{markdown}");
            JsonReport.Write(report);
        }
    }

    [Fact]
    public void A_value_of_another_kind_is_told_in_a_sentence_or_left_out()
    {
        foreach (var (_, log) in Mutations(static (_, _) => Kinds.Select(static kind => kind?.DeepClone())))
        {
            try
            {
                var report = Report.Of([SarifReader.Read(log, "shop", "/repo")], DateTimeOffset.UnixEpoch);
                new HtmlReport(ReportTexts.In("en"), new ReportFacts()).Write(report);
                new MarkdownReport(ReportTexts.In("en"), new ReportFacts()).Write(report);
            }
            catch (UserErrorException exception)
            {
                Assert.StartsWith("shop ", exception.Message);
            }
        }
    }

    /// <summary>The log with one value in the place of another, for each value of it.</summary>
    private static IEnumerable<(string Place, string Log)> Mutations(Func<string, JsonNode?, IEnumerable<JsonNode?>> others)
    {
        var whole = Log();
        foreach (var path in Paths(whole).ToList())
        {
            var name = path[(path.LastIndexOf('.') + 1)..];
            foreach (var other in others(name, At(whole, path)))
            {
                var copy = Log();
                switch (At(copy, path))
                {
                    case { Parent: JsonObject parent } value:
                        parent[value.GetPropertyName()] = other;
                        break;
                    case { Parent: JsonArray parent } value:
                        parent[value.GetElementIndex()] = other;
                        break;
                }

                yield return (path, copy.ToJsonString());
            }
        }
    }

    private static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(static member => Paths(member.Value).Prepend(member.Value!.GetPath())),
        JsonArray parent => parent.SelectMany(static element => Paths(element).Prepend(element!.GetPath())),
        _ => [],
    };

    private static JsonNode? At(JsonNode whole, string path)
    {
        var node = whole;
        foreach (Match step in Regex.Matches(path, @"\.(?<name>\w+)|\[(?<index>\d+)\]"))
            node = step.Groups["name"].Success ? node![step.Groups["name"].Value] : node![int.Parse(step.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture)];

        return node;
    }

    /// <summary>Every kind of evidence with every property that the report reads, a finding, one that is suppressed, a problem, and where the code came from.</summary>
    private static JsonNode Log()
    {
        var log = JsonNode.Parse(TestLog.Sarif(
            TestLog.Evidence("start", ("Member", "Clarity.Start"), ("Consent", "granted"), ("Guard", "Consent.IsGiven"), ("Gated", "true"), ("Defaults", "Mask=false;Rate=1"), ("VolumeInConsole", "true")),
            TestLog.Evidence("setting", ("Member", "Clarity.Mask"), ("Protects", "text"), ("Value", "true"), ("Safe", "true")),
            TestLog.Evidence("setting", ("Member", "Clarity.Rate"), ("Protects", "rate"), ("Value", "0.1"), ("Safe", "true")),
            TestLog.Evidence("identification", ("Member", "Clarity.Identify"), ("Identifier", "id"), ("Direct", "true")),
            TestLog.Evidence("policy", ("Purpose", "Support"), ("RetentionDays", "30"), ("Reference", "ROPA 7"), ("ConsentMechanism", "banner")),
            TestLog.Result("RPL9009", "note", "s", properties: [("Kind", "suppression"), ("Rules", "RPL2001;RPL2003"), ("Form", "pragma"), ("Justification", "why")]),
            TestLog.Result("RPL2001", "warning", "In clear.", properties: ("Recorder", "Clarity")),
            TestLog.Result("RPL2002", "warning", "In clear.", suppression: "Public times", properties: ("Recorder", "Clarity"))))!;
        var run = log["runs"]![0]!;
        run["versionControlProvenance"] = JsonNode.Parse("""[{ "repositoryUri": "https://github.com/team/shop", "revisionId": "0123abcd" }]""");
        run["invocations"] = JsonNode.Parse("""[{ "toolExecutionNotifications": [{ "level": "error", "message": { "text": "It was not analysed." }, "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///repo/src/Other.csproj" } } }] }] }]""");
        return log;
    }

    /// <summary>Markdown without its code spans, in which nothing means anything: as many backticks as they begin with end them.</summary>
    private static string WithoutCode(string markdown) => Regex.Replace(markdown, @"(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)", "");
}
