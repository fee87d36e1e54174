using System.Collections.Immutable;
using System.Reflection;
using ReplayLint.Configuration;
using ReplayLint.Tests.Documentation;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Configuration;

public class OptionTests
{
    private const string Start = """
        class App
        {
            void M() => Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false);
            bool IsReplayAllowedHere() => System.DateTime.MaxValue > default(System.DateTime);
            void N() { if (IsReplayAllowedHere()) Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1); }
            void Stop() => Sentry.SentrySdk.Close();
        }
        """;

    [Fact]
    public void The_table_lists_every_option() =>
        Assert.Equal(
            typeof(ReplayLintOptions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.FieldType.IsSubclassOf(typeof(OptionDefinition))).Select(static field => field.GetValue(null)),
            ReplayLintOptions.All);

    [Fact]
    public void The_page_of_options_is_made_from_the_table()
    {
        const string Header = "| Key | Values | Without it | What it does | Rules |\n| --- | --- | --- | --- | --- |\n";
        const string End = "\n<!-- End of the table. -->\n";
        var page = RulePage.ReadFile("rules", "configuration.md");
        var start = page.IndexOf(Header, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, "rules/configuration.md has lost its table");
        var rows = ReplayLintOptions.All.Select(static option => $"| `{option.Key}` | {option.Values} | {option.DefaultText} | {option.Meaning} | {RulesOf(option)} |\n");
        var expected = page[..start] + Header + string.Concat(rows) + page[end..];

        if (Environment.GetEnvironmentVariable("REPLAYLINT_UPDATE") == "1")
            File.WriteAllText(TestReferences.RepositoryPath("rules", "configuration.md"), expected);
        else
            Assert.Equal(expected, page);
    }

    [Fact]
    public void The_page_of_a_rule_explains_its_options()
    {
        foreach (var option in ReplayLintOptions.All)
        {
            Assert.Equal(option.IsForEachRule, option.Rules.Count == 0);
            foreach (var rule in option.Rules.Where(IsThere))
                Assert.Contains(option.Key, RulePage.Read(rule).Text);
        }
    }

    [Theory]
    [InlineData("replaylint.RPL2001.enabeld = false", "'replaylint.rpl2001.enabeld' is no option; expected replaylint.<ID>.enabled, ")]
    [InlineData("replaylint.RPL1999.enabled = false", "'replaylint.rpl1999.enabled' is about no rule that can be configured")]
    [InlineData("replaylint.RPL9001.enabled = false", "'replaylint.rpl9001.enabled' is about no rule that can be configured")]
    [InlineData("replaylint..enabled = false", "'replaylint..enabled' is no option")]
    [InlineData("replaylint.enabled = false", "'replaylint.enabled' is no option")]
    [InlineData("replaylint. = false", "'replaylint.' is no option")]
    [InlineData("replaylint.RPL2001.enabled = maybe", "'maybe' is no value of 'replaylint.rpl2001.enabled'; expected true, false")]
    [InlineData("replaylint.consent_guards = all", "'all' is no value of 'replaylint.consent_guards'; expected named, declared")]
    [InlineData("replaylint.consent_guard_names = HasConsent(), Other", "'HasConsent(), Other' is no value of 'replaylint.consent_guard_names'")]
    [InlineData("replaylint.consent_max_days = -1", "'-1' is no value of 'replaylint.consent_max_days'")]
    [InlineData("replaylint.consent_max_days = six months", "'six months' is no value")]
    [InlineData("replaylint.justification_pattern = (", "'(' is no value of 'replaylint.justification_pattern'; expected a .NET regular expression")]
    public async Task What_configures_nothing_is_reported(string line, string error)
    {
        foreach (var configuration in new[] { ("/.globalconfig", "is_global = true\n" + line + "\n"), ("/.editorconfig", "[*.cs]\n" + line + "\n"), ("/.editorconfig", "[*.html]\n" + line + "\n") })
        {
            var found = await new ConfiguredProject(configuration) { Sources = [("/src/App.cs", Start), ("/src/Other.cs", "")], Files = [("/src/index.html", "")] }.FindAsync();

            Assert.StartsWith("This setting has no effect: " + error, Assert.Single(found, static f => f.Id == "RPL9008").GetMessage());
        }
    }

    [Fact]
    public async Task What_configures_something_is_not_reported()
    {
        const string Lines = """
            is_global = true
            replaylint.RPL2001.enabled = TRUE
            replaylint.rpl2001.justification = anything
            replaylint.consent_guards = Declared
            replaylint.consent_guard_names = HasConsent, MayRecord
            replaylint.consent_max_days = 90
            replaylint.retention_max_support = 12h
            replaylint.retention_max_error_diagnosis = 30d
            replaylint.retention_max_experience_improvement = 30d
            replaylint.justification_pattern = ^PRIV-\d+
            replaylinter.something = else
            dotnet_diagnostic.RPL2001.severity = error
            """;

        Assert.DoesNotContain(await new ConfiguredProject(("/.globalconfig", Lines)) { Sources = [("/src/App.cs", Start)] }.FindAsync(), static f => f.Id == "RPL9008");
    }

    [Fact]
    public async Task A_rule_can_be_switched_off_in_a_folder()
    {
        const string Off = "replaylint.RPL2001.enabled = false\nreplaylint.RPL2001.justification = The demo shows made-up names only.\n";

        Assert.DoesNotContain(await FindAsync("[*.cs]\n" + Off), static f => f == "App.cs RPL2001");
        Assert.Contains(await FindAsync("[other/*.cs]\n" + Off), static f => f == "App.cs RPL2001");
        Assert.Contains(await FindAsync("[*.html]\n" + Off), static f => f == "App.cs RPL2001");
    }

    [Fact]
    public async Task A_rule_can_be_switched_off_in_pages()
    {
        const string Off = "replaylint.RPL5001.enabled = false\nreplaylint.RPL5001.justification = The shell declares it for all of its pages.\n";

        Assert.Contains(await FindAsync(""), static f => f == "index.html RPL5001");
        Assert.DoesNotContain(await FindAsync("[*.html]\n" + Off), static f => f == "index.html RPL5001");
        Assert.Contains(await FindAsync("[*.html]\n" + Off), static f => f == "App.cs RPL5001");
        Assert.Contains(await FindAsync("[*.cs]\n" + Off), static f => f == "index.html RPL5001");
        Assert.DoesNotContain(await FindAsync("[*.html]\n" + Off), static f => f.EndsWith("RPL9002", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_that_is_made_of_a_view_follows_the_view()
    {
        const string View = "// <auto-generated/>\n#line 7 \"/src/Views/Index.cshtml\"\n" + Start;
        const string Off = "replaylint.RPL2001.enabled = false\nreplaylint.RPL2001.justification = The demo shows made-up names only.\n";
        async Task<bool> IsFoundAsync(string section) =>
            (await new ConfiguredProject(("/.editorconfig", section)) { Sources = [("/obj/Index_cshtml.g.cs", View)], Files = [("/src/Views/Index.cshtml", "")] }.FindAsync()).Any(static f => f.Id == "RPL2001");

        Assert.True(await IsFoundAsync(""));
        Assert.False(await IsFoundAsync("[*.cshtml]\n" + Off));
        Assert.True(await IsFoundAsync("[Other.cshtml]\n" + Off));
    }

    [Fact]
    public async Task Members_can_be_declared_to_be_guards()
    {
        var found = await CountStartsAsync("");

        Assert.Equal(found - 1, await CountStartsAsync("replaylint.consent_guard_names = Unrelated, IsReplayAllowedHere\n"));
        Assert.Equal(found - 1, await CountStartsAsync("replaylint.consent_guards = declared\nreplaylint.consent_guard_names = IsReplayAllowedHere\n"));
        Assert.Equal(found, await CountStartsAsync("replaylint.consent_guard_names = Unrelated\n"));

        static async Task<int> CountStartsAsync(string lines) =>
            (await new ConfiguredProject(("/.globalconfig", "is_global = true\n" + lines)) { Sources = [("/src/App.cs", Start)] }.FindAsync())
                .Count(static f => f.Id is "RPL1001" or "RPL1002");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("replaylint.consent_max_days = 365\n", 0)]
    [InlineData("replaylint.consent_max_days = 90\n", 2)]
    public async Task A_choice_may_be_kept_for_another_number_of_days(string line, int findings)
    {
        const string Script = "posthog.init('k');\ndocument.cookie = 'cookie-consent=yes; max-age=31536000';\ndocument.cookie = 'cookie-consent=yes; max-age=8640000';\n";
        var project = new ConfiguredProject(("/.globalconfig", "is_global = true\n" + line)) { Files = [("/src/site.js", Script)] };
        var found = (await project.FindAsync()).Where(static f => f.Id == "RPL1007").Select(static f => f.GetMessage()).ToList();

        Assert.Equal(findings, found.Count);
        Assert.All(found.Where(_ => findings == 2), static message => Assert.Contains("90 days", message));
    }

    [Fact]
    public async Task Off_is_off()
    {
        var project = new ConfiguredProject(("/.globalconfig", "is_global = true\nbuild_property.ReplayLintMode = Off\nreplaylint.nonsense = 1\n"))
        {
            Sources = [("/src/App.cs", Start + "\n#pragma warning disable RPL1001\n")],
            Files = [("/src/replaylint.team.txt", "nonsense"), ("/src/index.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>")],
        };

        Assert.Empty(await project.FindAsync());
    }

    private static bool IsThere(string rule) => RulePage.Descriptors.Any(descriptor => descriptor.Id == rule);

    private static string RulesOf(OptionDefinition option) => option.IsForEachRule
        ? "each"
        : string.Join(", ", option.Rules.Select(static rule => IsThere(rule) ? $"[{rule}]({rule}.md)" : $"planned {rule}"));

    private static async Task<IEnumerable<string>> FindAsync(string section)
    {
        var project = new ConfiguredProject(("/.editorconfig", section))
        {
            Sources = [("/src/App.cs", Start)],
            Files = [("/src/index.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>")],
        };
        return (await project.FindAsync()).Select(static f => $"{f.Location.GetLineSpan().Path?.Split('/')[^1]} {f.Id}").ToImmutableArray();
    }
}
