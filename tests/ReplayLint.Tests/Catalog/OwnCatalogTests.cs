using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Catalog;

/// <summary>What a project or a package adds to the catalogue, through the analyzer.</summary>
public class OwnCatalogTests
{
    private const string Package = """
        namespace Own
        {
            public class Options { public bool HideText { get; set; } }
            public class SpecialOptions : Options { public bool HideMedia { get; set; } }
            public interface IChoices { bool Allows(string what); void Demand(); void WhenGiven(System.Action run); void Forget(); }
            public enum Answer { None, Fine }
            public static class Tracker
            {
                public static void Start(Options options) { }
                public static void Stop() { }
                public static Answer Answer { get; set; }
            }
        }
        """;

    private const string Recorder = """
        recorder Tracker
          start M:Own.Tracker.Start(Own.Options)
          stop  M:Own.Tracker.Stop
        """;

    [Theory]
    [InlineData("guard M:Own.IChoices.Allows(System.String)", "if (choices.Allows(\"x\")) Own.Tracker.Start(null);")]
    [InlineData("ensures M:Own.IChoices.Demand", "choices.Demand(); Own.Tracker.Start(null);")]
    [InlineData("callback M:Own.IChoices.WhenGiven(System.Action)", "choices.WhenGiven(() => Own.Tracker.Start(null));")]
    [InlineData("granted F:Own.Answer.Fine", "if (Own.Tracker.Answer == Own.Answer.Fine) Own.Tracker.Start(null);")]
    public async Task A_guard_of_the_team_is_one_when_its_file_says_so(string line, string statement)
    {
        Assert.DoesNotContain("RPL1001", await IdsAsync(statement, $"{Recorder}\nconsent Own\n  {line}"));
        Assert.Contains(await IdsAsync(statement, Recorder), static id => id is "RPL1001" or "RPL1002");
    }

    [Fact]
    public async Task A_team_adds_facts_to_a_recorder_that_everybody_knows()
    {
        const string Page = "<script>PostHogWrapper.begin({ userEmail: user.email }); // posthog\n</script>";

        Assert.Equal(["RPL1001", "RPL2002", "RPL4001", "RPL5001"], (await PageAsync(Page, "recorder PostHog\n  js-start PostHogWrapper.begin\n  js-setting PostHogWrapper.begin/mask protects=inputs safe=true default=false\n  js-identify PostHogWrapper.begin properties=userEmail")).Order(StringComparer.Ordinal));
        Assert.Empty(await PageAsync(Page, ""));
    }

    [Fact]
    public async Task The_later_of_two_files_wins()
    {
        const string Statement = "Own.Tracker.Start(new Own.Options { HideText = false });";
        const string First = Recorder + "\n  setting P:Own.Options.HideText protects=text safe=true";
        const string Second = "recorder Tracker\n  setting P:Own.Options.HideText protects=text safe=false";

        Assert.Contains("RPL2001", await IdsAsync(Statement, First));
        Assert.DoesNotContain("RPL2001", await IdsAsync(Statement, First, Second));
    }

    [Theory]
    [InlineData("start M:Own.Tracker.Strat(Own.Options)", "M:Own.Tracker.Strat(Own.Options)", "did you mean 'M:Own.Tracker.Start(Own.Options)'?")]
    [InlineData("start M:Own.Tracker.Start", "M:Own.Tracker.Start", "did you mean 'M:Own.Tracker.Start(Own.Options)'?")]
    [InlineData("setting P:Own.Options.HideTxt protects=text safe=true", "P:Own.Options.HideTxt", "did you mean 'P:Own.Options.HideText'?")]
    [InlineData("setting P:Own.SpecialOptions.HideText protects=text safe=true", "P:Own.SpecialOptions.HideText", "did you mean 'P:Own.Options.HideText'?")]
    [InlineData("identify M:Own.Tracker.Qwertz", "M:Own.Tracker.Qwertz", "write its documentation id in full, with the types of its parameters")]
    public async Task A_member_that_a_known_type_has_not_is_an_error_at_its_id(string line, string word, string advice)
    {
        var file = $"{Recorder}\nrecorder Other\n  {line}";
        var found = Assert.Single(await FindAsync("", [("replaylint.own.txt", file)]), static finding => finding.Id == "RPL9005");

        Assert.Equal(word, file.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.EndsWith(advice, found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start M:Other.Tracker.Start")]
    [InlineData("api T:Own.NotThere")]
    [InlineData("stop M:Own.Tracker.Pause since=7")]
    [InlineData("stop M:Own.Tracker.Pause until=2")]
    [InlineData("start M:Own.Tracker.Start(Own.Options)")]
    public async Task A_package_that_is_not_referenced_or_has_another_version_is_no_error(string line) =>
        Assert.DoesNotContain(await FindAsync("", [("replaylint.own.txt", $"recorder Other\n  {line}")]), static finding => finding.Id == "RPL9005");

    [Fact]
    public async Task A_sensitive_field_and_a_word_of_consent_are_the_teams_own()
    {
        const string Page = "<script>if (localStorage.getItem('kundenwunsch') === 'granted') posthog.init('key', { session_recording: { maskAllInputs: false } });</script><input name=\"membershipCode\">";

        Assert.Contains("RPL2004", await PageAsync(Page, "words sensitive-field membership-code"));
        Assert.DoesNotContain("RPL2004", await PageAsync(Page, ""));
        Assert.DoesNotContain(await PageAsync(Page, "words consent-subject kundenwunsch"), static id => id is "RPL1001" or "RPL1002");
        Assert.Contains(await PageAsync(Page, ""), static id => id is "RPL1001" or "RPL1002");
    }

    [Fact]
    public async Task A_domain_of_the_team_is_known_where_a_policy_allows_it()
    {
        const string Settings = """{ "Csp": { "ScriptSrc": "'self' https://eu.tracker.mycompany.example" } }""";

        Assert.Equal(["RPL9006"], (await FindAsync("", [("appsettings.json", Settings), ("replaylint.own.txt", "recorder Tracker\n  domain *.tracker.mycompany.example")])).Select(static finding => finding.Id));
        Assert.Empty(await FindAsync("", [("appsettings.json", Settings)]));
    }

    private static async Task<IEnumerable<string>> PageAsync(string page, string catalog) =>
        (await FindAsync("", [("wwwroot/index.html", page), ("replaylint.own.txt", catalog)])).Select(static finding => finding.Id).Distinct();

    private static async Task<IEnumerable<string>> IdsAsync(string statement, params string[] catalogs) =>
        (await FindAsync(statement, [.. catalogs.Select(static (text, i) => ($"replaylint.own{i}.txt", text))])).Select(static finding => finding.Id);

    private static Task<ImmutableArray<Diagnostic>> FindAsync(string statement, (string Name, string Text)[] files) => RuleRunner.GetFindingsAsync(
        [$"class Code {{ void Run(Own.IChoices choices) {{ {statement} }} }}", Package, TestReferences.Annotations],
        TestReferences.Framework,
        [.. files.Select(static file => new TestFile("/project/" + file.Name, file.Text))]);
}
