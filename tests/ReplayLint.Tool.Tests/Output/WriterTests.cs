using System.Text.Json;
using Microsoft.CodeAnalysis;
using ReplayLint.Rules;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Output;
using ReplayLint.Tool.Terminal;
using Xunit;

namespace ReplayLint.Tool.Tests.Output;

/// <summary>What is written of a result, in each format.</summary>
public sealed class WriterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("replaylint-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Text_shows_the_source_and_counts()
    {
        File.WriteAllText(Path.Combine(_root, "page [1].html"), "<p>\n\t<b data-x=\"[red]\">\n");
        var text = Print(Verbosity.Normal, Result(Of("RPL2003", "page [1].html", 2, 5, 17, "Clarity"), Of("RPL1001", "page [1].html", 2, 5, 17, "Hotjar"), Of("RPL3002", "page [1].html", 1, 1, 4, "Hotjar", DiagnosticSeverity.Info)));

        Assert.Equal("""
            page [1].html
              2 | <b data-x="[red]">
                |    ^^^^^^^^^^^^
                warning RPL1001 Message [x] of RPL1001
                warning RPL2003 Message [x] of RPL2003

            Rule
              RPL1001  1  Recording starts without consent
              RPL2003  1  Content is unmasked

            Recorder
              Clarity  1  
              Hotjar   1  

            2 findings in 1 file; 1 project analysed.
            1 hint not shown; add --severity info to see them.
            Reasons and examples: replaylint explain RPL1001
            skipped Other.fsproj: No C#.
            incomplete Broken.csproj: It does not compile.

            """, text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Quiet_text_is_a_line_a_finding() =>
        Assert.Equal("page.html(3,4): warning RPL2003: Message [x] of RPL2003\nskipped Other.fsproj: No C#.\nincomplete Broken.csproj: It does not compile.\n", Print(Verbosity.Quiet, Result(Of("RPL2003", "page.html", 3, 4, 5, "Clarity"))).ReplaceLineEndings("\n"));

    [Fact]
    public void Sarif_has_all_rules_places_below_the_root_and_reasons_of_suppressions()
    {
        var suppressed = Of("RPL2003", "a b/page.html", 3, 4, 9, "Clarity") with { Suppression = "Public texts (PRIV-1)." };
        var evidence = Of("RPL9009", "a b/page.html", 1, 1, 2, "Clarity", DiagnosticSeverity.Info) with { Properties = new Dictionary<string, string?> { ["Kind"] = "start" }, Related = [new FindingPlace(Path.Combine(_root, "Guard.cs"), 7, 1, 7, 2)] };
        using var log = JsonDocument.Parse(new SarifWriter(_root, DiagnosticSeverity.Info, ("abc", "https://code.example/shop/web")).Write(Result(suppressed, evidence)));

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = log.RootElement.GetProperty("runs")[0];
        Assert.Equal(("https://code.example/shop/web", "abc"), (run.GetProperty("versionControlProvenance")[0].GetProperty("repositoryUri").GetString(), run.GetProperty("versionControlProvenance")[0].GetProperty("revisionId").GetString()));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()!).ToList();
        Assert.Equal(RuleList.Ids.Order(StringComparer.Ordinal), rules);

        var results = run.GetProperty("results").EnumerateArray().ToList();
        var result = results.Single(static r => r.GetProperty("ruleId").GetString() == "RPL2003");
        Assert.Equal("RPL2003", rules[result.GetProperty("ruleIndex").GetInt32()]);
        Assert.Equal("warning", result.GetProperty("level").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("a%20b/page.html", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((3, 4, 9), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32(), place.GetProperty("region").GetProperty("endColumn").GetInt32()));
        Assert.Equal("Public texts (PRIV-1).", result.GetProperty("suppressions")[0].GetProperty("justification").GetString());

        // Where the compiler's own log has them.
        var start = results.Single(static r => r.GetProperty("ruleId").GetString() == "RPL9009");
        Assert.Equal("start", start.GetProperty("properties").GetProperty("customProperties").GetProperty("Kind").GetString());
        Assert.Equal("Guard.cs", start.GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());

        var invocation = run.GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(["error", "note"], invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Select(static n => n.GetProperty("level").GetString()!));
    }

    [Fact]
    public void Annotations_escape_what_a_workflow_command_does_not_take()
    {
        var finding = Of("RPL2003", "a,b.html", 3, 4, 9, "Clarity") with { Message = "50% of\nall: it" };

        Assert.Equal(
            [
                "::warning file=a%2Cb.html,line=3,endLine=3,col=4,endColumn=9,title=RPL2003 Content is unmasked::50%25 of%0Aall: it",
                "::error title=replaylint could not analyse Broken.csproj::It does not compile.",
            ],
            new GitHubWriter(new DisplayPath(_root), DiagnosticSeverity.Warning).Write(Result(finding, Of("RPL3002", "a.html", 1, 1, 2, "Clarity", DiagnosticSeverity.Info))));
    }

    [Fact]
    public void Json_leaves_out_evidence_and_what_is_suppressed()
    {
        using var json = JsonDocument.Parse(new JsonWriter(new DisplayPath(_root), DiagnosticSeverity.Info).Write(Result(
            Of("RPL2003", "a.html", 3, 4, 9, "Clarity"),
            Of("RPL2001", "a.html", 3, 4, 9, "Clarity") with { Suppression = "" },
            Of("RPL9009", "a.html", 3, 4, 9, "Clarity", DiagnosticSeverity.Info))));

        var finding = json.RootElement.GetProperty("findings").EnumerateArray().Single();
        Assert.Equal(("RPL2003", "a.html", "Clarity", 3), (finding.GetProperty("rule").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("recorder").GetString(), finding.GetProperty("line").GetInt32()));
        Assert.EndsWith("/RPL2003.md", finding.GetProperty("help").GetString());
    }

    private Finding Of(string rule, string file, int line, int column, int endColumn, string recorder, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(RuleList.Descriptors.Single(descriptor => descriptor.Id == rule), severity, $"Message [x] of {rule}", new FindingPlace(Path.Combine(_root, file), line, column, line, endColumn), recorder, null, null);

    private CheckResult Result(params Finding[] findings) => new(
        Finding.InOrder(findings),
        [new ProjectProblem(Path.Combine(_root, "Broken.csproj"), "It does not compile.")],
        [new ProjectProblem(Path.Combine(_root, "Other.fsproj"), "No C#.")],
        [Path.Combine(_root, "App.csproj")]);

    private string Print(Verbosity verbosity, CheckResult result)
    {
        using var output = new StringWriter();
        new FindingPrinter(new UserTerminal(output, TextWriter.Null, verbosity), new DisplayPath(_root), DiagnosticSeverity.Warning).Print(result);
        return output.ToString();
    }
}
