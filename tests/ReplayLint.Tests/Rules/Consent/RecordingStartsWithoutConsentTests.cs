using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class RecordingStartsWithoutConsentTests
{
    private const string Id = "RPL1001";

    [Theory]
    [InlineData("try { CALL } catch (InvalidOperationException) { Agreed = false; } finally { Agreed = false; }")]
    [InlineData("foreach (var time in new[] { 1, 2 }) { CALL }")]
    [InlineData("using (var file = new System.IO.MemoryStream()) { CALL }")]
    [InlineData("lock (this) { CALL }")]
    [InlineData("void Local() { try { CALL } finally { } } Local();")]
    public async Task Handlers_around_options_are_those_of_another_body(string body)
    {
        const string Ungated = "[|SentrySdk.Init|](o => { if (DateTime.Now.Hour > 8) o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; });";
        var gated = Ungated.Replace("[|", "").Replace("|]", "");
        await RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, $$"""
            using System;
            using ReplayLint;
            using Sentry;

            class App
            {
                [ConsentGuard] bool Agreed { get; set; }

                void Start() { {{body.Replace("CALL", Ungated)}} }

                void Guarded() { if (!Agreed) return; {{body.Replace("CALL", gated)}} }
            }
            """);
    }

    [Fact]
    public Task Sentry_records_once_a_rate_is_set() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using System;
            using ReplayLint;
            using Sentry;

            class App
            {
                [ConsentGuard] bool Agreed { get; set; }

                void Start() => [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);

                void Guarded()
                {
                    if (!Agreed)
                        return;

                    SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                }

                void GuardedRate() => SentrySdk.Init(o =>
                {
                    o.Dsn = "dsn";
                    if (Agreed)
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                });

                void GuardedRateInAMethod() => SentrySdk.Init(ConfigureGuarded);

                static void ConfigureGuarded(SentryOptions o)
                {
                    if (!HasReplayConsent())
                        return;

                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                }

                void RateInAMethod() => [|SentrySdk.Init|](Configure);
                static void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;

                void RateOfCallers() => [|SentrySdk.Init|](o => ConfigureElsewhere(o));
                void ConfigureElsewhere(SentryOptions o)
                {
                    if (!Agreed)
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                }

                void GuardedCallOfAMethod() => SentrySdk.Init(o =>
                {
                    if (Agreed)
                        ConfigureOnce(o);
                });
                static void ConfigureOnce(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;

                void LeftToCallers() => [|SentrySdk.Init|](ConfigureLater);
                void LeftToCallersAndGuarded() { if (Agreed) SentrySdk.Init(ConfigureLater); }
                [RequiresConsent]
                static void ConfigureLater(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;

                static bool HasReplayConsent() => false;

                void OneRateUnguarded() => [|SentrySdk.Init|](o =>
                {
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                    if (Agreed)
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                });

                void ChosenRate() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = Agreed ? 0.1 : 0);

                [RequiresConsent]
                void Required() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);

                void NoReplay() => SentrySdk.Init(o => o.Dsn = "dsn");
            }
            """);

    [Fact]
    public Task A_switch_that_is_thrown_is_a_start() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.All, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;
            using LaunchDarkly.SessionReplay;

            class App
            {
                SessionReplayConfiguration Replay { get; } = new();

                void M(bool hasConsent, TrackingConsent state)
                {
                    [|LDReplay.IsEnabled = true|];
                    LDReplay.IsEnabled = false;
                    LDReplay.IsEnabled = hasConsent;
                    [|DdSdk.SetTrackingConsent|](TrackingConsent.Granted);
                    DdSdk.SetTrackingConsent(TrackingConsent.NotGranted);
                    DdSdk.SetTrackingConsent(TrackingConsent.Pending);
                    DdSdk.SetTrackingConsent(state);
                    if (hasConsent)
                    {
                        LDReplay.IsEnabled = true;
                        DdSdk.SetTrackingConsent(TrackingConsent.Granted);
                    }
                }
            }
            """);

    [Fact]
    public Task Where_a_consent_switch_holds_recording_back_the_switch_is_judged() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.All, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class App
            {
                void M()
                {
                    DdSessionReplay.Enable(new SessionReplayConfiguration());
                    LDObserve.Init("key", null, new SessionReplayOptions());
                }
            }
            """);

    [Fact]
    public Task Maui_starts_in_a_chain() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryMaui, """
            using Microsoft.Maui.Controls;
            using Microsoft.Maui.Controls.Hosting;
            using Microsoft.Maui.Hosting;

            static class MauiProgram
            {
                public static MauiApp CreateMauiApp() => MauiApp.CreateBuilder()
                    .UseMauiApp<Application>()
                    .[|UseSentry|](options => options.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0)
                    .Build();
            }
            """);

    [Fact]
    public Task Broken_code_is_read_as_far_as_it_goes() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using Sentry;

            class App
            {
                void M()
                {
                    [|SentrySdk.Init|](o => { o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; o.{|CS1061:Missing|} = {|CS0103:nothing|}; });
                    SentrySdk.Init({|CS0103:unknown|});
                    SentrySdk.Init(o => { o.Dsn = {|CS0103:unknown|}; });
                    SentrySdk.{|CS1501:Init|}(1, 2, o => { });
                    [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1); {|CS0103:nothing|}();
                    SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = {|CS0103:unknown|});
                }
            }
            """);
}
