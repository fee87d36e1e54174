using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Retention;

public class InvalidPolicyTests
{
    private const string Id = "RPL5005";
    private static readonly string[] Rules = [Id];

    [Theory]
    [InlineData("\"Clarty\", ReplayPurpose.Support, RetentionHours = 4", "names 'Clarty', which is no known recorder; did you mean 'Clarity'?")]
    [InlineData("\"Sentry.io\", ReplayPurpose.Support, RetentionHours = 4", "names 'Sentry.io', which is no known recorder; did you mean 'Sentry'?")]
    [InlineData("\"Something else\", ReplayPurpose.Support, RetentionHours = 4", "names 'Something else', which is no known recorder; write the name as findings do, or describe the recorder in a catalogue file")]
    [InlineData("\"\", ReplayPurpose.Support, RetentionHours = 4", "names '', which is no known recorder; write the name as findings do, or describe the recorder in a catalogue file")]
    [InlineData("\"Sentry\", (ReplayPurpose)7, RetentionHours = 4", "gives no known purpose; choose one of ErrorDiagnosis, ExperienceImprovement, Support")]
    [InlineData("\"Sentry\", ReplayPurpose.Support", "does not say how long recordings are kept; add RetentionDays, or RetentionHours")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionDays = 0", "has a RetentionDays of '0'; the least is 1")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionHours = -4", "has a RetentionHours of '-4'; the least is 1")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionDays = 2, RetentionHours = 4", "keeps recordings for 2 days and for 4 hours; keep one of them")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionDays = 1, RetentionHours = 24", "gives RetentionDays and RetentionHours; keep one of them")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionHours = 4, Reference = \" \"", "has a Reference that is empty; name your record of processing, or leave it out")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionHours = 4", null)]
    [InlineData("\"sentry\", ReplayPurpose.Support, RetentionDays = 1, Reference = \"R-1\", ConsentMechanism = \"Banner\"", null)]
    [InlineData("\"*\", ReplayPurpose.Support, RetentionHours = 4", null)]
    [InlineData("\"Sentry\", purpose: ReplayPurpose.ErrorDiagnosis, RetentionHours = Hours.Week", null)]
    public async Task A_policy_says_what_can_be(string arguments, string? problem) =>
        Assert.Equal(
            problem is null ? [] : [$"This session replay policy {problem} (CNIL draft, SR-07 and SR-23)"],
            await FindingList.MessagesAsync($"using ReplayLint; [assembly: SessionReplayPolicy({arguments})] class Hours {{ public const int Week = 168; }}", Id));

    // Someone is typing.
    [Theory]
    [InlineData("\"Sentry\"")]
    [InlineData("\"Sentry\", ")]
    [InlineData("\"Sentry\", ReplayPurpose.")]
    [InlineData("\"Sentry\", ReplayPurpose.Sup")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionDays = ")]
    [InlineData("\"Sentry\", ReplayPurpose.Support, RetentionDays = x")]
    [InlineData("")]
    [InlineData("null, ReplayPurpose.Support")]
    public async Task What_does_not_compile_is_not_judged(string arguments) =>
        Assert.Empty(await FindingList.OfAsync($"using ReplayLint; [assembly: SessionReplayPolicy({arguments})]", Rules));

    [Fact]
    public async Task Two_policies_for_the_same_thing_must_agree()
    {
        var found = await FindingList.OfAsync("""
            using ReplayLint;

            [assembly: SessionReplayPolicy("Sentry", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]
            [assembly: SessionReplayPolicy("sentry", ReplayPurpose.ErrorDiagnosis, RetentionDays = 60)]
            [assembly: SessionReplayPolicy("Sentry", ReplayPurpose.ErrorDiagnosis, RetentionHours = 720)]
            [assembly: SessionReplayPolicy("Sentry", ReplayPurpose.Support, RetentionHours = 4)]
            """, Rules);

        Assert.Equal(["RPL5005 Warning: SessionReplayPolicy(\"sentry\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 60)"], found);
    }

    [Fact]
    public async Task A_catalogue_file_makes_a_recorder_known() =>
        Assert.Empty(await FindingList.OfAsync(
            "using ReplayLint; [assembly: SessionReplayPolicy(\"Own\", ReplayPurpose.Support, RetentionHours = 4)]",
            Rules,
            RecorderApi.None,
            new Dictionary<string, string> { ["build_property.ReplayLintHasProjectReferences"] = "true" },
            ("replaylint.own.txt", "recorder Own\n  js-start own.start")));

    [Theory]
    [InlineData("", "", true)]
    [InlineData("<script src=\"https://static.hotjar.com/c/hotjar-1.js\"></script>", "", false)]
    [InlineData("<!-- Hotjar comes with the tag manager. -->", "", false)]
    [InlineData("<p>hot jars of jam</p>", "", true)]
    [InlineData("", "class Csp { string S = \"script-src https://static.hotjar.com/c/hotjar-1.js\"; }", false)]
    public async Task A_policy_without_a_recorder_is_a_hint(string page, string code, bool reported)
    {
        const string Attribute = "SessionReplayPolicy(\"Hotjar\", ReplayPurpose.ExperienceImprovement, RetentionDays = 365)";
        var source = $"using ReplayLint; [assembly: {Attribute}] {code}";
        (string, string)[] files = [("wwwroot/index.html", page)];

        Assert.Equal(reported ? [$"{Id} Info: {Attribute}"] : [], await FindingList.OfAsync(source, Rules, RecorderApi.None, null, files));

        // Another project may be the one that uses it.
        Assert.Empty(await FindingList.OfAsync(source, Rules, RecorderApi.None, new Dictionary<string, string> { ["build_property.ReplayLintHasProjectReferences"] = "true" }, files));
    }

    [Fact]
    public async Task A_referenced_package_is_reason_enough() =>
        Assert.Empty(await FindingList.OfAsync("using ReplayLint; [assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]", Rules));
}
