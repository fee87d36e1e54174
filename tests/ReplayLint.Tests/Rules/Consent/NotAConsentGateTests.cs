using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class NotAConsentGateTests
{
    private const string Id = "RPL1004";

    [Fact]
    public Task A_check_that_only_sounds_like_consent_is_named() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using Microsoft.AspNetCore.Http.Features;
            using Sentry;

            class App
            {
                void Needed(ITrackingConsentFeature f)
                {
                    if ([|f.IsConsentNeeded|])
                        SentrySdk.Init(Configure);
                }

                void NotNeeded(ITrackingConsentFeature f, bool x)
                {
                    if (x && ![|f.IsConsentNeeded|])
                        SentrySdk.Init(Configure);
                }

                void Early(ITrackingConsentFeature f)
                {
                    if ([|f.IsConsentNeeded|])
                        return;

                    SentrySdk.Init(Configure);
                }

                static void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
            }
            """);

    [Fact]
    public Task A_check_beside_a_real_gate_or_away_from_a_start_is_fine() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using Microsoft.AspNetCore.Http.Features;
            using Sentry;

            class App
            {
                bool banner;

                void Both(ITrackingConsentFeature f)
                {
                    if (!f.IsConsentNeeded && f.HasConsent)
                        SentrySdk.Init(Configure);
                }

                void Banner(ITrackingConsentFeature f)
                {
                    if (f.IsConsentNeeded)
                        banner = true;

                    if (f.CanTrack)
                        SentrySdk.Init(Configure);
                }

                void Unrelated(ITrackingConsentFeature f)
                {
                    if (f.IsConsentNeeded)
                        banner = true;

                    SentrySdk.Init(Configure);
                }

                static void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
            }
            """);

    [Theory]
    [InlineData("", "[|o.CheckConsentNeeded = _ => true|]")]
    [InlineData("bool Agreed(ITrackingConsentFeature f) => f.CanTrack;", "o.CheckConsentNeeded = _ => true")]
    [InlineData("// CanTrack would hold the answer.", "[|o.CheckConsentNeeded = _ => true|]")]
    public Task Asking_without_looking_at_the_answer_holds_nothing_back(string member, string assignment) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, $$"""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http.Features;
            using Microsoft.Extensions.DependencyInjection;

            class Startup
            {
                void Configure(IServiceCollection services) => services.Configure<CookiePolicyOptions>(o => {{assignment}});

                {{member}}
            }
            """);

    [Fact]
    public Task Broken_code_is_read_as_far_as_it_goes() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using Microsoft.AspNetCore.Http.Features;
            using Sentry;

            class App
            {
                void M(ITrackingConsentFeature f)
                {
                    if ([|f.IsConsentNeeded|] && {|CS0103:unknown|})
                        SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                }
            }
            """);
}
