using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Catalog;

/// <summary>What the catalogue's facts about single recorders lead to, in code as their vendors write it.</summary>
public class RecorderFactsTests
{
    [Theory]
    [InlineData("RPL1001", RecorderApi.PostHogInMaui, "void Start(Maui.Posthog.IPostHog posthog) => [|posthog.StartSessionReplay|]();")]
    [InlineData("RPL2001", RecorderApi.PostHogInMaui, "void Start(MauiAppBuilder app) => Maui.Posthog.PostHogServiceExtensions.AddPostHog(app, o => { o.SessionReplay = true; [|o.Replay.MaskAllTextInputs = false|]; });")]
    [InlineData("RPL4001", RecorderApi.PostHogInMaui, "void Who(Maui.Posthog.IPostHog posthog, string email) { posthog.Identify([|email|]); posthog.StartSessionReplay(); }")]
    [InlineData("RPL1001", RecorderApi.PendoInMaui, "void Start(PendoMAUIPlugin.IPendoService pendo) => [|pendo.StartSession|](null, null, null, null);")]
    [InlineData("RPL2003", RecorderApi.PendoInMaui, "void Show(Entry entry) => [|PendoMAUIPlugin.PendoSRPrivacyExtensions.ApplyPendoSRPrivacy(entry, PendoMAUIPlugin.PendoPrivacyAction.Unmask)|];")]
    [InlineData("RPL2003", RecorderApi.PendoInMaui, "void Hide(Entry entry) => PendoMAUIPlugin.PendoSRPrivacyExtensions.ApplyPendoSRPrivacy(entry, PendoMAUIPlugin.PendoPrivacyAction.Block);")]
    [InlineData("RPL4001", RecorderApi.PendoInMaui, "void Start(PendoMAUIPlugin.IPendoService pendo, string email) => pendo.StartSession([|email|], \"acme\", null, null);")]
    public Task A_package_for_mobile_apps(string ruleId, RecorderApi api, string member) =>
        RuleVerifier.VerifyAsync(ruleId, api, $$"""
            using Microsoft.Maui.Controls;
            using Microsoft.Maui.Hosting;

            class C
            {
                {{member}}
            }
            """);

    [Theory]
    [InlineData("RPL1001", RecorderApi.UXCam, "void Start() => [|Com.UXCam.UXCam.Start|](new Com.UXCam.UXCamConfiguration(\"key\"));")]
    [InlineData("RPL1001", RecorderApi.UXCam, "void Start() => [|Plugins.UXCam.UXCam.StartWithKey|](\"key\");")]
    [InlineData("RPL1004", RecorderApi.UXCam, "void Start() { if ([|Com.UXCam.UXCam.OptInOverallStatus()|]) Com.UXCam.UXCam.StartWithKey(\"key\"); }")]
    [InlineData("RPL4001", RecorderApi.UXCam, "void Who(string email) => Plugins.UXCam.UXCam.SetUserIdentity([|email|]);")]
    [InlineData("RPL1001", RecorderApi.SmartlookInUnity, "void Start() => [|SmartlookUnity.Smartlook.SetupAndStartRecording|](\"key\");")]
    [InlineData("RPL1001", RecorderApi.SmartlookInUnity, "void Start() => SmartlookUnity.Smartlook.Setup(\"key\");")]
    [InlineData("RPL2003", RecorderApi.ClarityBindings, "void Show(UIKit.UIView view) => [|MicrosoftClarityiOS.ClaritySDK.UnmaskView(view)|];")]
    [InlineData("RPL1001", RecorderApi.ClarityBindings, "void Start() => [|MicrosoftClarityiOS.ClaritySDK.InitializeWithConfig|](new MicrosoftClarityiOS.ClarityConfig(\"id\"));")]
    public Task A_binding(string ruleId, RecorderApi api, string member) => RuleVerifier.VerifyAsync(ruleId, api, $"class C {{ {member} }}");

    /// <summary>What no source confirms is a hint, whatever the rule.</summary>
    [Theory]
    [InlineData("RPL1001", RecorderApi.ClarityBindings, "void Start(Android.Content.Context context) => Com.Microsoft.Clarity.ClaritySdk.Initialize(context, new Com.Microsoft.Clarity.ClarityConfig(\"id\"));")]
    [InlineData("RPL2003", RecorderApi.ClarityBindings, "void Show(Android.Views.View view) => Com.Microsoft.Clarity.ClaritySdk.UnmaskView(view);")]
    [InlineData("RPL1003", RecorderApi.PostHogInMaui, "void Start(Microsoft.Maui.Hosting.MauiAppBuilder app) => Maui.Posthog.PostHogServiceExtensions.AddPostHog(app, o => o.SessionReplay = true);")]
    [InlineData("RPL1001", RecorderApi.PendoInMaui, "void Start(PendoMAUIPlugin.IPendoService pendo) => pendo.Setup(\"key\");")]
    public async Task What_is_not_verified_is_a_hint(string ruleId, RecorderApi api, string member)
    {
        var findings = await RuleRunner.GetFindingsAsync([$"class C {{ {member} }}", TestReferences.Annotations], TestReferences.Of(api).First());

        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, Assert.Single(findings, finding => finding.Id == ruleId).Severity);
    }

    [Theory]
    [InlineData("""
        import { initializeFaro } from '@grafana/faro-web-sdk';
        import { ReplayInstrumentation } from '@grafana/faro-instrumentation-replay';
        {|RPL1001:initializeFaro|}({ instrumentations: [new ReplayInstrumentation({ {|RPL2001:maskAllInputs: false|}, samplingRate: 0.1 })] });
        """)]
    [InlineData("""
        {|RPL1001:GrafanaFaroWebSdk.initializeFaro|}({ instrumentations: [new GrafanaFaroInstrumentationReplay.ReplayInstrumentation({ {|RPL3001:samplingRate: 1|} })] });
        """)]
    [InlineData("""
        import { initializeFaro } from '@grafana/faro-web-sdk';
        initializeFaro({ url: '/collect' });
        """)]
    [InlineData("""
        import SplunkSessionRecorder from '@splunk/otel-web-session-recorder';
        {|RPL1001:SplunkSessionRecorder.init|}({ realm: 'eu0', maskAllText: true, {|RPL2001:maskAllInputs: false|} });
        """)]
    [InlineData("""
        import { runStatsigSessionReplay } from '@statsig/session-replay';
        {|RPL1001:runStatsigSessionReplay|}(client, { rrwebConfig: { {|RPL2001:maskAllInputs: false|} } });
        """)]
    public Task A_recorder_of_the_web(string script) => PageVerifier.VerifyAsync("wwwroot/js/replay.js", script, ["RPL5001", "RPL3002", "RPL1005"]);
}
