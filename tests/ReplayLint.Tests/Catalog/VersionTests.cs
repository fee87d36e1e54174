using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Catalog;

/// <summary>Facts that hold for some versions of a package only: in a version that is known, and where none is.</summary>
public class VersionTests
{
    private const string Init = "DD_RUM.init({ sessionReplaySampleRate: 5 });";

    private const string Tracker = """
        recorder Tracker
          api     T:Own.Options
          start   M:Own.Tracker.Start(Own.Options)
          setting P:Own.Options.HideText protects=text safe=true default=false until=2
          setting P:Own.Options.HideText protects=text safe=true default=true  since=2
          setting P:Own.Options.HideMedia protects=media safe=true default=false since=1.5
        """;

    private const string Api = """
        namespace Own
        {
            public class Options { public bool HideText { get; set; } public bool HideMedia { get; set; } }
            public static class Tracker { public static void Start(Options options) { } }
        }
        """;

    [Theory]
    [InlineData("https://www.datadoghq-browser-agent.com/eu1/v6/datadog-rum.js", null)]
    [InlineData("https://cdn.jsdelivr.net/npm/@datadog/browser-rum@6.23.0/bundle/datadog-rum.js", null)]
    [InlineData("https://www.datadoghq-browser-agent.com/eu1/v7/datadog-rum.js", DiagnosticSeverity.Warning)]
    [InlineData("https://www.datadoghq-browser-agent.com/datadog-rum-v7.js", DiagnosticSeverity.Warning)]
    [InlineData("https://cdn.jsdelivr.net/npm/@datadog/browser-rum@7.16.2/bundle/datadog-rum.js", DiagnosticSeverity.Warning)]
    [InlineData("https://www.datadoghq-browser-agent.com/datadog-rum-v5.js", null)]
    [InlineData("https://www.datadoghq-browser-agent.com/12345/datadog-rum.js", DiagnosticSeverity.Info)]
    [InlineData("https://shop.example/js/datadog-rum.js", DiagnosticSeverity.Info)]
    public async Task The_address_of_a_script_says_which_default_holds(string address, DiagnosticSeverity? expected)
    {
        foreach (var (name, text) in new[] { ("wwwroot/index.html", address), ("Views/Index.cshtml", address.Replace("@", "@@", StringComparison.Ordinal)) })
        {
            var found = (await PageVerifier.FindAsync(name, $"<script src=\"{text}\"></script>\n<script>{Init}</script>")).Where(static finding => finding.Id == "RPL2002").ToList();

            Assert.Equal(expected is null ? [] : [expected.Value], found.Select(static finding => finding.Severity));
            Assert.All(found, static finding => Assert.Contains("'defaultPrivacyLevel' (since version 7)", finding.GetMessage(), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("v6", null)]
    [InlineData("v7", DiagnosticSeverity.Warning)]
    [InlineData("", DiagnosticSeverity.Info)]
    public async Task The_content_of_a_page_is_judged_by_the_version(string version, DiagnosticSeverity? expected)
    {
        var page = $"<script src=\"https://www.datadoghq-browser-agent.com/eu1/{version}/datadog-rum.js\"></script>\n<script>{Init}</script>\n<p>@Model.LastName</p>";
        var found = (await PageVerifier.FindAsync("Views/Index.cshtml", page)).Where(static finding => finding.Id == "RPL2005");

        // That a name is one is likely and no more, so that the version changes nothing about the hint.
        Assert.Equal(expected is null ? [] : [DiagnosticSeverity.Info], found.Select(static finding => finding.Severity));
    }

    [Fact]
    public async Task Two_versions_in_a_page_are_none()
    {
        const string Page = "<script src=\"https://www.datadoghq-browser-agent.com/eu1/v6/datadog-rum.js\"></script><script src=\"https://www.datadoghq-browser-agent.com/eu1/v7/datadog-rum.js\"></script>";
        var found = await PageVerifier.FindAsync("wwwroot/index.html", $"{Page}\n<script>{Init}</script>");

        Assert.Equal(DiagnosticSeverity.Info, found.Single(static finding => finding.Id == "RPL2002").Severity);
    }

    [Theory]
    [InlineData("1.0.0.0", "Warning 'HideText' (before version 2) is")]
    [InlineData("1.9.3.0", "Warning 'HideText' (before version 2) and 'HideMedia' (since version 1.5) are")]
    [InlineData("2.0.0.0", "Warning 'HideMedia' (since version 1.5) is")]
    [InlineData("3.1.4.0", "Warning 'HideMedia' (since version 1.5) is")]
    [InlineData("0.0.0.0", "Warning 'HideText' (before version 2) and 'HideMedia' (since version 1.5) are")]
    public async Task The_referenced_assembly_says_which_default_holds(string version, string expected)
    {
        var found = (await FindAsync(version, "Own.Tracker.Start(new Own.Options());")).Single(static finding => finding.Id == "RPL2002");

        Assert.Contains(expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..], found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(expected.Split(' ')[0], found.Severity.ToString());
    }

    [Theory]
    [InlineData("2.0.0.0", "Warning")]
    [InlineData("0.0.0.0", "Warning")]
    public async Task A_written_value_rests_on_no_default_so_no_version_softens_it(string version, string severity)
    {
        var found = (await FindAsync(version, "Own.Tracker.Start(new Own.Options { HideMedia = false, HideText = false });")).Where(static finding => finding.Id == "RPL2001" && finding.GetMessage().Contains("HideText", StringComparison.Ordinal));

        Assert.Equal(severity, found.Single().Severity.ToString());
    }

    [Theory]
    [InlineData("7", "7.0.0", 0)]
    [InlineData("6.12.1", "7", -1)]
    [InlineData("10", "9.9", 1)]
    [InlineData("1.2.3.4", "1.2.3", 0)]
    public void Versions_are_compared_by_their_numbers(string left, string right, int expected) =>
        Assert.Equal(expected, Math.Sign(PackageVersion.TryParse(left)!.Value.CompareTo(PackageVersion.TryParse(right)!.Value)));

    [Theory]
    [InlineData("")]
    [InlineData("v7")]
    [InlineData("7.")]
    [InlineData("7.x")]
    [InlineData("99999999999")]
    public void Anything_else_is_no_version(string text) => Assert.Null(PackageVersion.TryParse(text));

    private static Task<ImmutableArray<Diagnostic>> FindAsync(string version, string statement)
    {
        var package = CSharpCompilation.Create(
            "Own",
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\n{Api}")],
            TestReferences.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return RuleRunner.GetFindingsAsync(
            [$"class Code {{ void Run() {{ {statement} }} }}", TestReferences.Annotations],
            [.. TestReferences.Framework, package.ToMetadataReference()],
            [new TestFile("/project/replaylint.own.txt", Tracker)]);
    }
}
