using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Masking;

public class MaskingLeftToUnsafeDefaultTests
{
    private const string Id = "RPL2002";

    [Fact]
    public Task Silence_is_found_where_the_vendor_shows_content() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.LaunchDarkly, """
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class App
            {
                static readonly SessionReplayOptions Shared = new SessionReplayOptions();

                void M(SessionReplayOptions.PrivacyOptions given)
                {
                    LDObserve.Init("key", null, [|new SessionReplayOptions|](isEnabled: false));
                    LDObserve.Init("key", null, [|new SessionReplayOptions|](false, privacy: new(maskLabels: true)));
                    LDObserve.Init("key", null, new SessionReplayOptions(false, privacy: new(maskLabels: true, maskImages: true, maskWebViews: true)));
                    LDObserve.Init("key", null, new SessionReplayOptions(false, privacy: new(maskLabels: false, maskImages: false, maskWebViews: false)));
                    LDObserve.Init("key", null, new SessionReplayOptions(false, privacy: given));
                    LDObserve.Init("key", null, Shared);
                    LDObserve.Init("key", null);
                    var unused = new SessionReplayOptions();
                }
            }
            """);

    [Theory]
    [InlineData(RecorderApi.Datadog, "Datadog.Maui.DdSessionReplay.Enable(new Datadog.Maui.Configuration.SessionReplayConfiguration())")]
    [InlineData(RecorderApi.Sentry, "Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1)")]
    public Task Silence_is_fine_where_the_vendor_masks(RecorderApi api, string call) =>
        RuleVerifier.VerifyAsync(Id, api, $"class App {{ void M() => {call}; }}");
}
