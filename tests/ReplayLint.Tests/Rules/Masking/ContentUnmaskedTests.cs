using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Masking;

public class ContentUnmaskedTests
{
    private const string Id = "RPL2003";

    [Fact]
    public Task A_kind_of_control_is_unmasked() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, """
            using Sentry;

            class App
            {
                void M() => SentrySdk.Init(o =>
                {
                    [|o.Native.ExperimentalOptions.SessionReplay.UnmaskControlsOfType<App>()|];
                    o.Native.ExperimentalOptions.SessionReplay.MaskControlsOfType<App>();
                });
            }
            """);

    [Fact]
    public Task One_control_is_unmasked() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.All, """
            using LaunchDarkly.SessionReplay;
            using Microsoft.Maui.Controls;
            using Sentry.Maui;

            class App
            {
                void M(View view, SessionReplayMaskMode mode)
                {
                    [|view.LDUnmask()|];
                    [|LDViewExtensions.LDUnmask(view)|];
                    view.LDMask();
                    [|Sentry.Maui.SessionReplay.SetMask(view, SessionReplayMaskMode.Unmask)|];
                    Sentry.Maui.SessionReplay.SetMask(view, SessionReplayMaskMode.Mask);
                    Sentry.Maui.SessionReplay.SetMask(view, mode);
                    Mine.LDUnmask(view);
                }
            }

            static class Mine { public static void LDUnmask(View view) { } }
            """);
}
