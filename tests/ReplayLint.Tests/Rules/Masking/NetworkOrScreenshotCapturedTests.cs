using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Masking;

public class NetworkOrScreenshotCapturedTests
{
    [Theory]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;", "[|o.Native.AttachScreenshot = true|];")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;", "o.Native.AttachScreenshot = false;")]
    [InlineData("", "o.Native.AttachScreenshot = true;")]
    public Task Screenshots_beside_the_replay_are_found(string replay, string screenshot) =>
        RuleVerifier.VerifyAsync("RPL2006", RecorderApi.Sentry, $$"""
            using Sentry;

            class App
            {
                void M() => SentrySdk.Init(o =>
                {
                    {{replay}}
                    {{screenshot}}
                });
            }
            """);
}
