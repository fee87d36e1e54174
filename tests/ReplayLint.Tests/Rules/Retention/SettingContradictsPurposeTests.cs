using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Retention;

public class SettingContradictsPurposeTests
{
    private const string Id = "RPL5004";

    // One place has one finding: with those of masking and volume.
    private static readonly string[] Rules = [Id, "RPL2003", "RPL3001"];

    [Theory]
    [InlineData("Support", "replay.SessionSampleRate = 0.1", "RPL5004 Warning: replay.SessionSampleRate = 0.1")]
    [InlineData("ErrorDiagnosis", "replay.SessionSampleRate = 0.1", "RPL5004 Info: replay.SessionSampleRate = 0.1")]
    [InlineData("ExperienceImprovement", "replay.SessionSampleRate = 0.1", null)]
    [InlineData("Support", "replay.SessionSampleRate = 1.0", "RPL3001 Warning: replay.SessionSampleRate = 1.0")]
    [InlineData("Support", "replay.SessionSampleRate = 0", null)]
    [InlineData("Support", "replay.SessionSampleRate = rate", null)]
    [InlineData("Support", "replay.OnErrorSampleRate = 1.0", null)]
    [InlineData("ErrorDiagnosis", "replay.OnErrorSampleRate = 1.0", null)]
    [InlineData("ExperienceImprovement", "replay.OnErrorSampleRate = 1.0", "RPL5004 Info: replay.OnErrorSampleRate = 1.0")]
    [InlineData("ExperienceImprovement", "replay.OnErrorSampleRate = rate", null)]
    [InlineData("ExperienceImprovement", "replay.OnErrorSampleRate = 1.0; replay.SessionSampleRate = 0", "RPL5004 Info: replay.OnErrorSampleRate = 1.0")]
    [InlineData("ExperienceImprovement", "replay.OnErrorSampleRate = 1.0; replay.SessionSampleRate = 0.1", null)]
    [InlineData("ExperienceImprovement", "replay.OnErrorSampleRate = 1.0; replay.SessionSampleRate = rate", null)]
    [InlineData("ExperienceImprovement", "replay.UnmaskControlsOfType<App>()", "RPL5004 Warning: replay.UnmaskControlsOfType<App>()")]
    [InlineData("ErrorDiagnosis", "replay.UnmaskControlsOfType<App>()", "RPL2003 Warning: replay.UnmaskControlsOfType<App>()")]
    [InlineData("Support", "replay.UnmaskControlsOfType<App>()", "RPL2003 Warning: replay.UnmaskControlsOfType<App>()")]
    public async Task Code_is_held_against_the_purpose(string purpose, string statement, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], await FindingList.OfAsync(Source($"[assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.{purpose}, RetentionDays = 30)]", statement), Rules));

    [Theory]
    [InlineData("")]
    [InlineData("[assembly: SessionReplayPolicy(\"Datadog\", ReplayPurpose.Support, RetentionHours = 4)]")]
    [InlineData("[assembly: SessionReplayPolicy(\"Sentry\", (ReplayPurpose)7, RetentionHours = 4)]")]
    [InlineData("[assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.Support, RetentionHours = 4), SessionReplayPolicy(\"Sentry\", ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]")]
    [InlineData("[assembly: SessionReplayPolicy(\"*\", ReplayPurpose.Support, RetentionHours = 4), SessionReplayPolicy(\"Sentry\", ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]")]
    public async Task What_one_of_the_purposes_allows_is_allowed_and_without_one_nothing_is_said(string policies) =>
        Assert.Empty(await FindingList.OfAsync(Source(policies, "replay.SessionSampleRate = 0.1"), Rules));

    [Fact]
    public async Task A_page_is_held_against_the_purpose_too()
    {
        const string Policies = """
            using ReplayLint;

            [assembly: SessionReplayPolicy("Sentry", ReplayPurpose.Support, RetentionHours = 4)]
            [assembly: SessionReplayPolicy("PostHog", ReplayPurpose.Support, RetentionHours = 4)]
            [assembly: SessionReplayPolicy("Clarity", ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]
            """;
        var messages = await FindingList.MessagesAsync(Policies, Id, RecorderApi.None, null, ("wwwroot/index.html", """
            <script src="https://www.clarity.ms/tag/abc"></script>
            <p data-clarity-unmask="true">Jane</p>
            <script>
              Sentry.init({ dsn: "x", replaysSessionSampleRate: 0.2, integrations: [Sentry.replayIntegration()] });
              posthog.init("key", { session_recording: { sampleRate: 0.2 } });
            </script>
            """));

        Assert.Equal(3, messages.Count);
        Assert.Contains(messages, static m => m.StartsWith("'replaysSessionSampleRate' of Sentry does not fit support, the purpose that is declared: record sessions with an error only, by 'replaysOnErrorSampleRate'", StringComparison.Ordinal));
        Assert.Contains(messages, static m => m.Contains("of PostHog does not fit support", StringComparison.Ordinal) && m.Contains("not by chance", StringComparison.Ordinal));
        Assert.Contains(messages, static m => m.Contains("of Clarity does not fit experience improvement", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_fixes_are_those_of_volume_and_masking()
    {
        const string Policy = "[assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.Support, RetentionHours = 4)]";
        var before = Source(Policy, "replay.SessionSampleRate = 0.1; // a tenth");
        var after = await FixRunner.FixAllAsync(WithAnnotations(before), RecorderApi.SentryOnAndroid, Id, null);
        Assert.Contains("replay.SessionSampleRate = 0.0;", after);
        Assert.Contains("// a tenth", after);
        Assert.Contains("replay.OnErrorSampleRate = 1.0;", after);
        Assert.Equal(after, await FixRunner.FixAllAsync(after, RecorderApi.SentryOnAndroid, Id, null));

        before = Source(Policy.Replace("Support", "ExperienceImprovement"), "replay.UnmaskControlsOfType<App>(); replay.SessionSampleRate = 0.1;");
        after = await FixRunner.FixAllAsync(WithAnnotations(before), RecorderApi.SentryOnAndroid, Id, null);
        Assert.DoesNotContain("replay.Unmask", after);
        Assert.Contains("replay.SessionSampleRate = 0.1;", after);
        Assert.Equal(after, await FixRunner.FixAllAsync(after, RecorderApi.SentryOnAndroid, Id, null));

        // A hint that another purpose may be meant has no fix.
        before = WithAnnotations(Source(Policy.Replace("Support", "ExperienceImprovement"), "replay.OnErrorSampleRate = 1.0;"));
        Assert.Equal(before, await FixRunner.FixAllAsync(before, RecorderApi.SentryOnAndroid, Id, null));
    }

    private static string Source(string policies, string statement) => $$"""
        using ReplayLint;
        using Sentry;

        {{policies}}

        class App
        {
            void M(float rate, [ConsentGuard] bool agreed)
            {
                if (agreed)
                {
                    SentrySdk.Init(o =>
                    {
                        var replay = o.Native.ExperimentalOptions.SessionReplay;
                        {{statement}};
                    });
                }
            }
        }
        """;

    // One file, as the runner has one; its attributes come before every declaration.
    private static string WithAnnotations(string source) => source + "\n" + TestReferences.Annotations;
}
