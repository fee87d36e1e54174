using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class RemoveUnmaskingTests
{
    [Fact]
    public Task A_statement_goes_and_comments_stay() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2003",
            RecorderApi.SentryOnAndroid,
            """
            using Sentry;

            class C
            {
                void M() => SentrySdk.Init(o =>
                {
                    o.Dsn = "dsn";

                    // Text is masked.
                    o.Native.ExperimentalOptions.SessionReplay.MaskAllText = true;
                    [|o.Native.ExperimentalOptions.SessionReplay.UnmaskControlsOfType<string>()|];
                    // Buttons carry no data.
                    [|o.Native.ExperimentalOptions.SessionReplay.UnmaskControlsOfType<C>()|];

                    o.Debug = true;
                });
            }
            """,
            """
            using Sentry;

            class C
            {
                void M() => SentrySdk.Init(o =>
                {
                    o.Dsn = "dsn";

                    // Text is masked.
                    o.Native.ExperimentalOptions.SessionReplay.MaskAllText = true;
                    // Buttons carry no data.

                    o.Debug = true;
                });
            }
            """);

    [Fact]
    public Task Bodies_and_embedded_statements_become_empty() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2003",
            RecorderApi.LaunchDarkly,
            """
            using System;
            using LaunchDarkly.SessionReplay;
            using Microsoft.Maui.Controls;

            class C
            {
                void Arrow(View view) => [|view.LDUnmask()|];
                void Static(View view) { [|LDViewExtensions.LDUnmask(view)|]; }
                Action<View> Lambda() => view => [|view.LDUnmask()|];

                void Embedded(View view, bool x)
                {
                    if (x)
                        [|view.LDUnmask()|];
                    else
                        view.LDMask();

                    view?[|.LDUnmask()|];
                }
            }
            """,
            """
            using System;
            using LaunchDarkly.SessionReplay;
            using Microsoft.Maui.Controls;

            class C
            {
                void Arrow(View view) { }
                void Static(View view) { }
                Action<View> Lambda() => view => { };

                void Embedded(View view, bool x)
                {
                    if (x)
                        { }
                    else
                        view.LDMask();
                }
            }
            """);

    [Fact]
    public Task An_attached_property_is_left_alone() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2003",
            RecorderApi.SentryMaui,
            """
            using Microsoft.Maui.Controls;
            using Sentry.Maui;

            class C
            {
                void M(Entry entry)
                {
                    [|entry.SetValue(SessionReplay.MaskProperty, SessionReplayMaskMode.Unmask)|];
                    [|SessionReplay.SetMask(entry, SessionReplayMaskMode.Unmask)|];
                    SessionReplay.SetMask(entry, SessionReplayMaskMode.Mask);
                }
            }
            """,
            """
            using Microsoft.Maui.Controls;
            using Sentry.Maui;

            class C
            {
                void M(Entry entry)
                {
                    SessionReplay.SetMask(entry, SessionReplayMaskMode.Mask);
                }
            }
            """);
}
