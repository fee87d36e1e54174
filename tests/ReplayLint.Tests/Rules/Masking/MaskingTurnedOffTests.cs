using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Masking;

public class MaskingTurnedOffTests
{
    private const string Id = "RPL2001";

    [Theory]
    [InlineData("TextAndInputPrivacyLevel", "TextAndInputPrivacy", "MaskSensitiveInputs", "MaskAll")]
    [InlineData("TextAndInputPrivacyLevel", "TextAndInputPrivacy", "MaskAllInputs", "MaskAll")]
    [InlineData("ImagePrivacyLevel", "ImagePrivacy", "MaskNone", "MaskAll")]
    [InlineData("TouchPrivacyLevel", "TouchPrivacy", "Show", "Hide")]
    public Task Levels_below_the_safe_one_are_found(string property, string type, string level, string safe) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Datadog, $$"""
            using Datadog.Maui.Configuration;

            class App
            {
                object Loosened() => new SessionReplayConfiguration { [|{{property}} = {{type}}.{{level}}|] };
                object Safe() => new SessionReplayConfiguration { {{property}} = {{type}}.{{safe}} };
                object Default() => new SessionReplayConfiguration();
                object Given({{type}} level) => new SessionReplayConfiguration { {{property}} = level };
            }
            """);

    [Fact]
    public Task Flags_that_are_off_are_found_also_before_consent() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using Sentry;

            class App
            {
                void M(bool hasConsent)
                {
                    if (!hasConsent)
                        return;

                    SentrySdk.Init(o =>
                    {
                        [|o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false|];
                        [|o.Native.ExperimentalOptions.SessionReplay.MaskAllImages = false|];
                        o.Native.ExperimentalOptions.SessionReplay.MaskAllText = true;
                    });
                }
            }
            """);
}
