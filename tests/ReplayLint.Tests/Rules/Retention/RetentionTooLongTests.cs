using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Retention;

public class RetentionTooLongTests
{
    private const string Id = "RPL5002";
    private static readonly string[] Rules = [Id];

    [Theory]
    [InlineData("ErrorDiagnosis, RetentionDays = 90", null)]
    [InlineData("ErrorDiagnosis, RetentionDays = 91", "Info")]
    [InlineData("ErrorDiagnosis, RetentionDays = 183", "Info")]
    [InlineData("ErrorDiagnosis, RetentionDays = 184", "Warning")]
    [InlineData("ExperienceImprovement, RetentionDays = 90", null)]
    [InlineData("ExperienceImprovement, RetentionDays = 400", "Warning")]
    [InlineData("ExperienceImprovement, RetentionHours = 4400", "Warning")]
    [InlineData("Support, RetentionHours = 24", null)]
    [InlineData("Support, RetentionDays = 1", null)]
    [InlineData("Support, RetentionHours = 25", "Warning")]
    [InlineData("Support, RetentionDays = 30", "Warning")]
    [InlineData("Support, RetentionDays = 2147483647", "Warning")]
    [InlineData("Support", null)]
    [InlineData("Support, RetentionDays = -400", null)]
    [InlineData("Support, RetentionDays = 400, RetentionHours = 1", null)]
    public async Task A_policy_is_held_against_its_purpose(string policy, string? severity)
    {
        var attribute = $"SessionReplayPolicy(\"Sentry\", ReplayPurpose.{policy})";
        var expected = severity is null ? [] : new[] { $"{Id} {severity}: {attribute}" };

        Assert.Equal(expected, await FindingList.OfAsync($"using ReplayLint; [assembly: {attribute}]", Rules));
    }

    [Fact]
    public async Task A_project_may_switch_the_rule_off()
    {
        const string Source = "using ReplayLint; [assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.Support, RetentionDays = 30)]";

        Assert.Single(await FindingList.OfAsync(Source, Rules));
        Assert.Empty(await FindingList.OfAsync(Source, Rules, configuration: new Dictionary<string, string> { ["replaylint.RPL5002.enabled"] = "false" }));
    }

    [Fact]
    public async Task The_message_says_whose_figure_it_is()
    {
        const string Source = "using ReplayLint; [assembly: SessionReplayPolicy(\"*\", ReplayPurpose.Support, RetentionDays = 3)]";

        Assert.Equal(
            ["Recordings of every recorder are kept for 3 days, which is long for support; declare at most 24 hours (a tool default, for the draft gives no figure) (CNIL draft, SR-23)"],
            await FindingList.MessagesAsync(Source, Id));
        Assert.Equal(
            ["Recordings of every recorder are kept for 3 days, which is long for support; declare at most 2 days (replaylint.retention_max_support) (CNIL draft, SR-23)"],
            await FindingList.MessagesAsync(Source, Id, configuration: new Dictionary<string, string> { ["replaylint.retention_max_support"] = "2d" }));
    }

    [Theory]
    [InlineData("replaylint.retention_max_error_diagnosis", "200d", null)]
    [InlineData("replaylint.retention_max_error_diagnosis", " 60d ", "Warning")]
    [InlineData("replaylint.retention_max_error_diagnosis", "48h", "Warning")]
    [InlineData("replaylint.retention_max_error_diagnosis", "forever", "Info")]
    [InlineData("replaylint.retention_max_error_diagnosis", "0d", "Info")]
    [InlineData("replaylint.retention_max_error_diagnosis", "", "Info")]
    [InlineData("replaylint.retention_max_support", "200d", "Info")]
    public async Task A_team_sets_its_own_limit(string key, string value, string? severity)
    {
        var found = await FindingList.OfAsync(
            "using ReplayLint; [assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 100)]",
            Rules,
            configuration: new Dictionary<string, string> { [key] = value });

        Assert.Equal(severity is null ? 0 : 1, found.Count);
        Assert.All(found, finding => Assert.StartsWith($"{Id} {severity}: ", finding));
    }

    [Fact]
    public async Task An_attribute_of_another_namespace_is_none() =>
        Assert.Empty(await FindingList.OfAsync("""
            [assembly: Other.SessionReplayPolicy("Sentry", Other.ReplayPurpose.Support, RetentionDays = 400)]

            namespace Other
            {
                enum ReplayPurpose { Support }

                class SessionReplayPolicyAttribute : System.Attribute
                {
                    public SessionReplayPolicyAttribute(string recorder, ReplayPurpose purpose) { }
                    public int RetentionDays { get; set; }
                }
            }
            """, Rules));

    // No built-in recorder has such a setting; a team's own may.
    private const string Catalog = """
        recorder Own
          setting P:Own.Options.KeepDays    protects=retention unit=days
          setting P:Own.Options.KeepHours   protects=retention unit=hours
          setting P:Own.Options.KeepSeconds protects=retention unit=seconds
          setting P:Own.Options.Keep        protects=retention
          start   M:Own.Recorder.Start(Own.Options)
        """;

    [Theory]
    [InlineData("KeepDays = 60", true)]
    [InlineData("KeepDays = 30", false)]
    [InlineData("KeepHours = 721", true)]
    [InlineData("KeepHours = 720", false)]
    [InlineData("KeepSeconds = 2592001", true)]
    [InlineData("Keep = System.TimeSpan.FromDays(31)", true)]
    [InlineData("Keep = System.TimeSpan.FromHours(12)", false)]
    [InlineData("KeepDays = days", false)]
    [InlineData("Shown = 400", false)]
    public async Task A_setting_in_code_keeps_to_the_policy(string setting, bool reported)
    {
        var source = $$"""
            [assembly: ReplayLint.SessionReplayPolicy("Own", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]

            namespace Own
            {
                class Options { public int KeepDays { get; set; } public int KeepHours { get; set; } public long KeepSeconds { get; set; } public System.TimeSpan Keep { get; set; } public int Shown { get; set; } }
                class Recorder { public static void Start(Options options) { } }
                class App { void M(int days) => Recorder.Start(new Options { {{setting}} }); }
            }
            """;

        Assert.Equal(
            reported ? [$"{Id} Warning: {setting}"] : [],
            await FindingList.OfAsync(source, Rules, RecorderApi.None, null, ("replaylint.own.txt", Catalog)));
        Assert.Empty(await FindingList.OfAsync(source.Replace("\"Own\"", "\"Sentry\""), Rules, RecorderApi.None, null, ("replaylint.own.txt", Catalog)));
    }
}
