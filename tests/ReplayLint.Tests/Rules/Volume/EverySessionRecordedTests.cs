using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Volume;

public class EverySessionRecordedTests
{
    private const string Id = "RPL3001";

    [Theory]
    [InlineData("[|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0|]")]
    [InlineData("[|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1|]")]
    [InlineData("[|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 2 / 2.0|]")]
    [InlineData("[|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1e0|]")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.99")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = null")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = rate")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0")]
    public Task The_session_rate_is_judged_and_the_error_rate_is_not(string statement) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, $$"""
            class App
            {
                void M(Sentry.SentryOptions o, double rate) { {{statement}}; }
            }
            """);

    [Fact]
    public Task A_rate_in_percent_is_judged_in_percent_and_a_default_is_judged_where_it_is_taken() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Datadog, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;

            class App
            {
                void M()
                {
                    DdSessionReplay.Enable([|new SessionReplayConfiguration|]());
                    DdSessionReplay.Enable(new() { [|ReplaySampleRate = 100|] });
                    DdSessionReplay.Enable(new() { ReplaySampleRate = 1 });
                    var unused = new SessionReplayConfiguration();
                }
            }
            """);
}
