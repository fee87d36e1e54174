using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class ConsentGrantedByDefaultTests
{
    private const string Id = "RPL1003";

    [Theory]
    [InlineData(RecorderApi.Datadog, "Datadog.Maui", "UseDatadog")]
    [InlineData(RecorderApi.DatadogFormerName, "DatadogSdk.Maui", "UseDatadogSdk")]
    public Task An_initial_state_of_consent_is_found_under_both_names(RecorderApi api, string name, string use) =>
        RuleVerifier.VerifyAsync(Id, api, $$"""
            using {{name}};
            using {{name}}.Configuration;
            using {{name}}.Hosting;
            using Microsoft.Maui.Hosting;

            class App
            {
                void Left(MauiAppBuilder b) => b.{{use}}([|new DdSdkConfiguration|] { ClientToken = "pub" }).UseDatadogSessionReplay(new SessionReplayConfiguration());
                void Set() => DdSdk.Initialize(new DdSdkConfiguration { [|TrackingConsent = TrackingConsent.Granted|] });
                void Later()
                {
                    var configuration = new DdSdkConfiguration();
                    [|configuration.TrackingConsent = default|];
                    DdSdk.Initialize(configuration);
                }

                void Closed() => DdSdk.Initialize(new DdSdkConfiguration { TrackingConsent = TrackingConsent.NotGranted });
                void Pending() => DdSdk.Initialize(new DdSdkConfiguration { TrackingConsent = TrackingConsent.Pending });
                void Guarded(bool hasConsent) { if (hasConsent) DdSdk.Initialize(new DdSdkConfiguration { TrackingConsent = TrackingConsent.Granted }); }
                void Chosen(bool agreed) => DdSdk.Initialize(new DdSdkConfiguration { TrackingConsent = agreed ? TrackingConsent.Granted : TrackingConsent.NotGranted });
                DdSdkConfiguration Escaping() => new DdSdkConfiguration();
            }
            """);

    [Fact]
    public Task Monitoring_without_replay_is_not_our_business() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Datadog, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;

            class App
            {
                void M() => DdSdk.Initialize(new DdSdkConfiguration { ClientToken = "pub" });
            }
            """);

    [Fact]
    public Task An_automatic_start_is_found() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.LaunchDarkly, """
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class App
            {
                void M(LaunchDarkly.Sdk.Client.LdClient client, bool hasConsent)
                {
                    LDObserve.Init("key", new ObservabilityOptions(), [|new SessionReplayOptions|]());
                    LDObserve.Init(client, new(), [|new|](serviceName: "app"));
                    LDObserve.Init("key", new ObservabilityOptions(), replay: new SessionReplayOptions([|isEnabled: true|]));
                    LDNative.Start("key", null, [|new SessionReplayOptions|] { Privacy = new() });
                    var plugin = new ObservabilityPlugin(new ObservabilityOptions(), [|new SessionReplayOptions|]());

                    LDObserve.Init("key", new ObservabilityOptions());
                    LDObserve.Init("key", new ObservabilityOptions(), null);
                    LDObserve.Init("key", new ObservabilityOptions(), new SessionReplayOptions(false));
                    LDObserve.Init("key", new ObservabilityOptions(), new SessionReplayOptions(isEnabled: hasConsent));
                    if (hasConsent)
                        LDObserve.Init("key", new ObservabilityOptions(), new SessionReplayOptions());
                }
            }
            """);
}
