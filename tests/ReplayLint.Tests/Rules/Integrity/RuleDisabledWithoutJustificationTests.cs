using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Integrity;

public class RuleDisabledWithoutJustificationTests
{
    private const string Id = "RPL9002";
    private const string Why = "replaylint.RPL2001.justification = The demo shows made-up names only.\n";

    private static readonly (string, string) Code = ("/src/App.cs", """
        class App
        {
            void M() => Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false);
        }
        """);

    [Theory]
    [InlineData("none", "RPL2001 is switched off by a .globalconfig and nothing says why: write 'replaylint.RPL2001.justification = …' into that file")]
    [InlineData("silent", "RPL2001 is made silent by a .globalconfig and nothing says why: write 'replaylint.RPL2001.justification = …' into that file")]
    [InlineData("suggestion", "RPL2001 is made a suggestion by a .globalconfig and nothing says why: write 'replaylint.RPL2001.justification = …' into that file")]
    [InlineData("default", null)]
    [InlineData("warning", null)]
    [InlineData("error", null)]
    public async Task A_global_configuration_says_why(string severity, string? message)
    {
        var line = $"dotnet_diagnostic.RPL2001.severity = {severity}\n";

        string[] expected = message is null ? [] : [message];
        Assert.Equal(expected, await FindAsync([Global(line)]));
        Assert.Empty(await FindAsync([Global(line + Why)]));
    }

    [Fact]
    public async Task A_reason_is_judged_as_elsewhere()
    {
        const string Off = "dotnet_diagnostic.RPL2001.severity = none\n";

        Assert.Equal(
            ["RPL2001 is switched off by a .globalconfig for no reason that someone else can check ('by design'): write 'replaylint.RPL2001.justification = …' into that file"],
            await FindAsync([Global(Off + "replaylint.RPL2001.justification = by design\n")]));
        Assert.Equal(
            ["RPL2001 is switched off by a .globalconfig for a reason that does not match replaylint.justification_pattern, 'PRIV': write 'replaylint.RPL2001.justification = …' into that file"],
            await FindAsync([Global(Off + Why + "replaylint.justification_pattern = PRIV\n")]));
        Assert.Single(await FindAsync([Global(Off + Why.Replace("RPL2001", "RPL2002"))]));
    }

    [Fact]
    public async Task A_reason_may_expire()
    {
        const string Off = "dotnet_diagnostic.RPL2001.severity = none\nreplaylint.RPL2001.justification = The demo shows made-up names only, until 2026-12-31\n";
        var project = new ConfiguredProject(Global(Off + "build_property.ReplayLintToday = 2027-01-01\n")) { Sources = [Code] };

        Assert.Equal("The configuration of RPL2001 was to hold until 2026-12-31, which is past: take it away, or decide anew and write until when", Assert.Single(await project.FindAsync(), static f => f.Id == "RPL9004").GetMessage());
    }

    [Theory]
    [InlineData("/.editorconfig", "[*.cs]\n", true)]
    [InlineData("/src/.editorconfig", "[App.cs]\n", true)]
    [InlineData("/other/.editorconfig", "[*.cs]\n", false)]
    public async Task A_section_says_why(string path, string header, bool concerns)
    {
        var section = header + "dotnet_diagnostic.RPL2001.severity = none\n";

        string[] expected = concerns ? ["RPL2001 is switched off by an .editorconfig for 'App.cs' and nothing says why: write 'replaylint.RPL2001.justification = …' into its section"] : [];
        Assert.Equal(expected, await FindAsync([(path, section)]));
        Assert.Empty(await FindAsync([(path, section + Why)]));
        Assert.Equal(concerns, (await FindAsync([(path, section), ("/src/sub/.editorconfig", "[*.cs]\n" + Why)])).Length == 1);
    }

    [Fact]
    public async Task A_rule_is_reported_once_however_many_files_there_are()
    {
        var project = new ConfiguredProject(("/.editorconfig", "[*.cs]\ndotnet_diagnostic.RPL2001.severity = none\n[Second.cs]\n" + Why))
        {
            Sources = [Code, ("/src/Second.cs", "class Second { }"), ("/src/Third.cs", "class Third { }")],
        };

        Assert.Equal(
            "RPL2001 is switched off by an .editorconfig for 'App.cs' (in 2 files) and nothing says why: write 'replaylint.RPL2001.justification = …' into its section",
            Assert.Single(await project.FindAsync(), static f => f.Id == Id).GetMessage());
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, "switched off")]
    [InlineData(ReportDiagnostic.Hidden, "made silent")]
    [InlineData(ReportDiagnostic.Info, "made a suggestion")]
    [InlineData(ReportDiagnostic.Error, null)]
    public async Task The_project_file_needs_a_reason_in_a_configuration(ReportDiagnostic severity, string? way)
    {
        var specific = new Dictionary<string, ReportDiagnostic> { ["RPL2001"] = severity, ["CA1000"] = severity };

        string[] expected = way is null ? [] : [$"RPL2001 is {way} by NoWarn or a rule set and nothing says why: write 'replaylint.RPL2001.justification = …' into a .globalconfig"];
        Assert.Equal(expected, await FindAsync([], specific));
        Assert.Empty(await FindAsync([Global(Why)], specific));
    }

    [Fact]
    public async Task Presets_are_a_choice_and_what_goes_below_them_is_not()
    {
        const string Advisory = "global_level = -100\nbuild_property.ReplayLintMode = advisory\ndotnet_diagnostic.RPL2001.severity = suggestion\n";
        const string Strict = "global_level = -100\nbuild_property.ReplayLintMode = strict\ndotnet_diagnostic.RPL2001.severity = error\n";

        Assert.Empty(await FindAsync([("/advisory.globalconfig", "is_global = true\n" + Advisory)]));
        Assert.Single(await FindAsync([("/advisory.globalconfig", "is_global = true\n" + Advisory), Global("dotnet_diagnostic.RPL2001.severity = none\n")]));
        Assert.Empty(await FindAsync([("/strict.globalconfig", "is_global = true\n" + Strict), Global("dotnet_diagnostic.RPL2001.severity = warning\n")]));
        Assert.Single(await FindAsync([("/strict.globalconfig", "is_global = true\n" + Strict), Global("dotnet_diagnostic.RPL2001.severity = suggestion\n")]));
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.severity = none\n")]
    [InlineData("dotnet_analyzer_diagnostic.category-ReplayLint.Masking.severity = none\n")]
    public async Task What_is_said_about_many_rules_counts_where_no_line_names_the_rule(string line)
    {
        Assert.Contains(await FindAsync([("/.editorconfig", "[*.cs]\n" + line)]), static message => message.StartsWith("RPL2001 is switched off by 'dotnet_analyzer_diagnostic.", StringComparison.Ordinal));
        Assert.DoesNotContain(await FindAsync([("/.editorconfig", "[*.cs]\n" + line + Why)]), static message => message.StartsWith("RPL2001 ", StringComparison.Ordinal));

        // The preset of the package names every rule, so such a line has no effect beside it.
        Assert.DoesNotContain(
            await FindAsync([("/.editorconfig", "[*.cs]\n" + line), Global("dotnet_diagnostic.RPL2001.severity = default\n")]),
            static message => message.StartsWith("RPL2001 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[*.cs]\n", "for 'App.cs'")]
    [InlineData("[*.html]\n", "for 'index.html'")]
    public async Task The_switch_of_our_own_says_why(string header, string where)
    {
        var section = header + "replaylint.RPL2001.enabled = false\n";

        Assert.Equal(
            [$"RPL2001 is switched off by 'replaylint.RPL2001.enabled = false' {where} and nothing says why: write 'replaylint.RPL2001.justification = …' into the same section"],
            await FindAsync([("/.editorconfig", section)]));
        Assert.Empty(await FindAsync([("/.editorconfig", section + Why)]));
        Assert.Empty(await FindAsync([("/.editorconfig", header + "replaylint.RPL2001.enabled = true\n")]));
    }

    [Fact]
    public async Task A_suppression_of_the_rule_about_suppressions_does_not_hide_itself()
    {
        const string Source = """
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("ReplayLint.Integrity", "RPL9001{0})]
            [assembly: SuppressMessage("ReplayLint.Masking", "RPL2001")]
            """;
        async Task<IEnumerable<string>> FindWithAsync(string end) => (await new ConfiguredProject { Sources = [("/src/Suppressions.cs", Source.Replace("{0}", end))] }.FindAsync()).Select(static f => f.GetMessage());

        Assert.Equal(["RPL9001 is suppressed by SuppressMessage and nothing says why: write why into Justification"], await FindWithAsync("\""));
        Assert.Empty(await FindWithAsync("\", Justification = \"The generator of a supplier writes them.\""));
    }

    [Fact]
    public async Task The_finding_has_no_place_and_can_be_suppressed_with_a_reason()
    {
        var suppression = ("/src/Suppressions.cs", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"\", \"RPL9002\", Justification = \"The file belongs to another team, which is told.\")]");
        var off = Global("dotnet_diagnostic.RPL2001.severity = none\n");

        Assert.Equal(Location.None, Assert.Single(await new ConfiguredProject(off) { Sources = [Code] }.FindAsync(), static f => f.Id == Id).Location);
        Assert.DoesNotContain(await new ConfiguredProject(off) { Sources = [Code, suppression] }.FindAsync(), static f => f.Id == Id);
    }

    private static (string, string) Global(string lines) => ("/.globalconfig", "is_global = true\n" + lines);

    private static async Task<string[]> FindAsync((string, string)[] configurations, Dictionary<string, ReportDiagnostic>? specific = null)
    {
        var project = new ConfiguredProject(configurations) { Sources = [Code], Files = [("/src/index.html", "<p>Hello</p>")], Specific = specific ?? [] };
        return [.. (await project.FindAsync()).Where(static finding => finding.Id == Id).Select(static finding => finding.GetMessage())];
    }
}
