using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Retention;

public class RetentionNotDeclaredTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("[assembly: ReplayLint.SessionReplayPolicy(\"Sentry\", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]", false)]
    [InlineData("[assembly: ReplayLint.SessionReplayPolicy(\"sentry\", ReplayLint.ReplayPurpose.Support, RetentionHours = 4)]", false)]
    [InlineData("[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.ErrorDiagnosis)]", false)]
    [InlineData("[assembly: ReplayLint.SessionReplayPolicy(\"Clarity\", ReplayLint.ReplayPurpose.ErrorDiagnosis)]", true)]
    public Task A_recorder_that_is_set_up_needs_a_policy(string policy, bool reported) =>
        RuleVerifier.VerifyAsync("RPL5001", RecorderApi.Sentry, $$"""
            using Sentry;

            {{policy}}

            class App
            {
                // Consent does not say how long.
                void M(bool hasConsent) { if (hasConsent) {{(reported ? "[|SentrySdk.Init|]" : "SentrySdk.Init")}}(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1); }
                void NoReplay() => SentrySdk.Init("dsn");
                void Stop() => SentrySdk.Close();
            }
            """);

    [Fact]
    public Task Each_recorder_needs_its_own_and_a_switch_needs_none() =>
        RuleVerifier.VerifyAsync("RPL5001", RecorderApi.All, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            [assembly: ReplayLint.SessionReplayPolicy("Datadog", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]

            class App
            {
                void M()
                {
                    DdSessionReplay.Enable(new SessionReplayConfiguration());
                    [|LDObserve.Init|]("key", null, new SessionReplayOptions());
                    LDReplay.IsEnabled = true;
                    DdSdk.SetTrackingConsent(TrackingConsent.Granted);
                }
            }
            """);
}
