using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class ConsentMayBeMissingTests
{
    private const string Id = "RPL1002";

    [Fact]
    public Task Checks_that_cannot_be_recognised_and_stored_delegates_are_maybes() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using System;
            using ReplayLint;
            using Sentry;

            class App
            {
                bool AnalyticsAllowed { get; set; }
                [ConsentGuard] bool Agreed { get; set; }
                Action start;

                void Unrecognised()
                {
                    if (AnalyticsAllowed)
                        [|SentrySdk.Init|](Configure);
                }

                void Stored() => start = () => [|SentrySdk.Init|](Configure);

                void Local()
                {
                    void Start() => [|SentrySdk.Init|](Configure);
                    if (Agreed)
                        Start();
                }

                void Definite() => SentrySdk.Init(Configure);

                void Guarded()
                {
                    if (Agreed)
                        SentrySdk.Init(Configure);
                }

                static void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
            }
            """);

    [Fact]
    public Task A_rate_that_is_not_known_is_a_maybe() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using ReplayLint;
            using Sentry;

            class App
            {
                [ConsentGuard] bool Agreed { get; set; }
                double Rate { get; set; }

                void Unknown() => [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = Rate);

                void Choice() => [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = Rate > 1 ? 1 : 0);

                void Guarded()
                {
                    if (Agreed)
                        SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = Rate);
                }

                void GuardedRate() => SentrySdk.Init(o =>
                {
                    if (Agreed)
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = Rate;
                });
            }
            """);

    [Fact]
    public Task A_rate_behind_an_unrecognised_check_is_no_definite_finding() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using Sentry;

            class App
            {
                bool AnalyticsAllowed { get; set; }

                void M() => [|SentrySdk.Init|](o =>
                {
                    if (AnalyticsAllowed)
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                });
            }
            """);

    [Fact]
    public Task Consent_that_is_pending_still_collects_on_the_device() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Datadog, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;

            class App
            {
                void M()
                {
                    DdSdk.Initialize(new DdSdkConfiguration { [|TrackingConsent = TrackingConsent.Pending|] });
                    DdSessionReplay.Enable(new SessionReplayConfiguration());
                }
            }
            """);

    [Fact]
    public Task A_gate_that_the_project_does_not_set_may_be_open() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Datadog, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;

            class App
            {
                void M() => [|DdSessionReplay.Enable|](new SessionReplayConfiguration());
            }
            """);

    [Fact]
    public Task A_member_that_requires_consent_may_be_called_without() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using System;
            using ReplayLint;
            using Sentry;

            class App
            {
                bool AnalyticsAllowed { get; set; }
                Action kept;

                void M()
                {
                    if (AnalyticsAllowed)
                        [|Start|]();

                    kept = [|Start|];
                }

                [RequiresConsent]
                void Start() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
            }
            """);

    [Theory]
    [InlineData(null, null)]
    [InlineData("declared", Id)]
    public async Task A_project_can_trust_declared_guards_only(string? setting, string? expected)
    {
        const string Source = """
            using ReplayLint;
            using Sentry;

            class App
            {
                bool HasReplayConsent { get; set; }
                [ConsentGuard] bool Agreed { get; set; }

                void ByName()
                {
                    if (HasReplayConsent)
                        SentrySdk.Init(Configure);
                }

                void Declared()
                {
                    if (Agreed)
                        SentrySdk.Init(Configure);
                }

                void Stop() => SentrySdk.Close();

                static void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
            }
            """;
        var configuration = setting is null ? [] : new Dictionary<string, string> { ["replaylint.consent_guards"] = setting };

        var findings = await RuleRunner.GetFindingsAsync([Source, TestReferences.Annotations], TestReferences.Of(RecorderApi.SentryOnAndroid).Single(), configuration: configuration);

        Assert.Equal(expected is null ? [] : [expected], findings.Select(static f => f.Id).Where(static id => id.StartsWith("RPL1", StringComparison.Ordinal)));
    }
}
