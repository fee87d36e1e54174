using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class SetSafeValueTests
{
    [Fact]
    public Task Every_form_of_a_write_gets_the_safe_value_and_keeps_its_comments() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2001",
            RecorderApi.All,
            """
            using Datadog.Maui.Configuration;
            using LaunchDarkly.SessionReplay;
            using Sentry;
            using Images = Datadog.Maui.Configuration.ImagePrivacy;

            class C
            {
                const bool Off = false;

                void M(SentryOptions o, Datadog.Maui.Configuration.SessionReplayConfiguration c)
                {
                    // Why the text is shown.
                    [|o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false|]; // really

                    [|o.Native.ExperimentalOptions.SessionReplay.MaskAllImages = /* for now */ Off|];
                    [|c.ImagePrivacyLevel = Images.MaskNone|];
                    [|c.TouchPrivacyLevel = (TouchPrivacy)1|];

                    var configuration = new SessionReplayConfiguration
                    {
                        [|TextAndInputPrivacyLevel = TextAndInputPrivacy.MaskSensitiveInputs|], // not all
                        TouchPrivacyLevel = TouchPrivacy.Hide,
                    };
                    var privacy = new SessionReplayOptions.PrivacyOptions([|false|], maskLabels: true, [|maskImages: false|]);
                }
            }
            """,
            """
            using Datadog.Maui.Configuration;
            using LaunchDarkly.SessionReplay;
            using Sentry;
            using Images = Datadog.Maui.Configuration.ImagePrivacy;

            class C
            {
                const bool Off = false;

                void M(SentryOptions o, Datadog.Maui.Configuration.SessionReplayConfiguration c)
                {
                    // Why the text is shown.
                    o.Native.ExperimentalOptions.SessionReplay.MaskAllText = true; // really

                    o.Native.ExperimentalOptions.SessionReplay.MaskAllImages = /* for now */ true;
                    c.ImagePrivacyLevel = Images.MaskAll;
                    c.TouchPrivacyLevel = TouchPrivacy.Hide;

                    var configuration = new SessionReplayConfiguration
                    {
                        TextAndInputPrivacyLevel = TextAndInputPrivacy.MaskAll, // not all
                        TouchPrivacyLevel = TouchPrivacy.Hide,
                    };
                    var privacy = new SessionReplayOptions.PrivacyOptions(true, maskLabels: true, maskImages: true);
                }
            }
            """);

    [Fact]
    public Task A_session_rate_becomes_capture_on_error() =>
        RuleVerifier.VerifyFixAsync(
            "RPL3001",
            RecorderApi.Sentry,
            """
            using Sentry;

            class C
            {
                void Statement() => SentrySdk.Init(o =>
                {
                    [|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0|];
                    o.Dsn = "dsn";
                });

                void AlreadyOnError() => SentrySdk.Init(o =>
                {
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 0.5;
                    [|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1|];
                });

                void Expression() => SentrySdk.Init(o => [|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1|]);

                SentryOptions Initialiser() => new SentryOptions { Native = { ExperimentalOptions = { SessionReplay = { [|SessionSampleRate = 1.0|] } } } };
            }
            """,
            """
            using Sentry;

            class C
            {
                void Statement() => SentrySdk.Init(o =>
                {
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.0;
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                    o.Dsn = "dsn";
                });

                void AlreadyOnError() => SentrySdk.Init(o =>
                {
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 0.5;
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.0;
                });

                void Expression() => SentrySdk.Init(o =>
                {
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.0;
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                });

                SentryOptions Initialiser() => new SentryOptions { Native = { ExperimentalOptions = { SessionReplay = { SessionSampleRate = 0.0, OnErrorSampleRate = 1.0 } } } };
            }
            """);

    [Fact]
    public Task A_session_rate_can_become_a_fraction() =>
        RuleVerifier.VerifyFixAsync(
            "RPL3001",
            RecorderApi.Sentry,
            "class C { void M(Sentry.SentryOptions o) => [|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0|]; }",
            "class C { void M(Sentry.SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; }",
            SetSafeValue.SetAlternativeValue);

    [Fact]
    public Task A_recorder_without_capture_on_error_records_a_fraction() =>
        RuleVerifier.VerifyFixAsync(
            "RPL3001",
            RecorderApi.Datadog,
            "class C { object M() => new Datadog.Maui.Configuration.SessionReplayConfiguration { [|ReplaySampleRate = 100|] }; }",
            "class C { object M() => new Datadog.Maui.Configuration.SessionReplayConfiguration { ReplaySampleRate = 10.0 }; }");

    [Fact]
    public Task An_open_switch_is_closed() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1003",
            RecorderApi.All,
            """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class C
            {
                void M()
                {
                    DdSdk.Initialize(new DdSdkConfiguration { [|TrackingConsent = TrackingConsent.Granted|] });
                    LDObserve.Init("key", null, new SessionReplayOptions([|isEnabled: true|]));
                    LDObserve.Init("key", null, new SessionReplayOptions([|true|], "app"));
                    DdSessionReplay.Enable(new SessionReplayConfiguration());
                }
            }
            """,
            """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class C
            {
                void M()
                {
                    DdSdk.Initialize(new DdSdkConfiguration { TrackingConsent = TrackingConsent.NotGranted });
                    LDObserve.Init("key", null, new SessionReplayOptions(isEnabled: false));
                    LDObserve.Init("key", null, new SessionReplayOptions(false, "app"));
                    DdSessionReplay.Enable(new SessionReplayConfiguration());
                }
            }
            """);

    [Fact]
    public Task Capture_beside_the_replay_is_switched_off() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2006",
            RecorderApi.SentryMaui,
            """
            using Microsoft.Maui.Hosting;

            class C
            {
                void M() => MauiApp.CreateBuilder().UseSentry(o =>
                {
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                    [|o.Native.AttachScreenshot = true|];
                    [|o.AttachScreenshot = true|];
                    [|o.IncludeTextInBreadcrumbs = true|];
                    o.IncludeTitleInBreadcrumbs = false;
                });
            }
            """,
            """
            using Microsoft.Maui.Hosting;

            class C
            {
                void M() => MauiApp.CreateBuilder().UseSentry(o =>
                {
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                    o.Native.AttachScreenshot = false;
                    o.AttachScreenshot = false;
                    o.IncludeTextInBreadcrumbs = false;
                    o.IncludeTitleInBreadcrumbs = false;
                });
            }
            """);

    [Fact]
    public Task Windows_line_endings_stay() =>
        RuleVerifier.VerifyFixAsync(
            "RPL3001",
            RecorderApi.SentryOnAndroid,
            "class C\r\n{\r\n\tvoid M(Sentry.SentryOptions o)\r\n\t{\r\n\t\t[|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0|];\r\n\t}\r\n}\r\n",
            "class C\r\n{\r\n\tvoid M(Sentry.SentryOptions o)\r\n\t{\r\n\t\to.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.0;\r\n\t\to.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;\r\n\t}\r\n}\r\n");

    [Fact]
    public Task Windows_line_endings_stay_where_an_expression_becomes_a_block() =>
        RuleVerifier.VerifyFixAsync(
            "RPL3001",
            RecorderApi.SentryOnAndroid,
            "class C\r\n{\r\n\tvoid M() => Sentry.SentrySdk.Init(o => [|o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0|]); // all\r\n}\r\n",
            "class C\r\n{\r\n\tvoid M() => Sentry.SentrySdk.Init(o =>\r\n\t{\r\n\t\to.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.0;\r\n\t\to.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;\r\n\t}); // all\r\n}\r\n");
}
