using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Corpus;

/// <summary>
/// How open repositories use recorders from C#, rewritten, and what is to be said about each. Numbers as in the list of cases.
/// Where nothing can stop a recorder either, that is part of what is said about consent (RPL1005).
/// </summary>
public class CodeTests
{
    [Fact]
    public Task O_02_a_tag_helper_that_writes_the_snippet() =>
        ProjectVerifier.VerifyAsync(("TagHelpers/RecordingTagHelper.cs", """"
            using Microsoft.AspNetCore.Razor.TagHelpers;
            using Microsoft.Extensions.Options;
            public class RecordingOptions { public bool Enabled { get; set; } = true; public string? ProjectId { get; set; } }
            public class RecordingTagHelper(IOptions<RecordingOptions> options) : TagHelper
            {
                public override void Process(TagHelperContext context, TagHelperOutput output)
                {
                    var projectId = options.Value.ProjectId;
                    var enabled = options.Value.Enabled;
                    if (!enabled || string.IsNullOrEmpty(projectId)) { output.SuppressOutput(); return; }
                    output.TagName = null;
                    output.Content.SetHtmlContent({|RPL1001:$@"<script type=""text/javascript"">
                      (function(c,l,a,r,i,t,y){{ c[a]=c[a]||function(){{(c[a].q=c[a].q||[]).push(arguments)}};
                        t=l.createElement(r);t.async=1;t.src=""https://www.clarity.ms/tag/""+i;
                        y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);
                      }})(window, document, ""clarity"", ""script"", ""{projectId}"");</script>"|});
                }
            }
            """"));

    /// <summary>The address stands in the default value of an option, and the snippet only names that option.</summary>
    [Fact]
    public Task O_07_a_library_whose_address_is_the_default_of_an_option() =>
        ProjectVerifier.VerifyAsync(
            ("Options/ClarityOptions.cs", """
                public abstract class AnalyticsOptions { public bool Enabled { get; set; } = true; public string? SiteId { get; set; } }
                public class ClarityOptions : AnalyticsOptions { public string TrackerUrl { get; set; } = "https://www.clarity.ms/tag/"; }
                """),
            ("Providers/ClarityProvider.cs", """"
                public class ClarityProvider(ClarityOptions options)
                {
                    public bool ShouldRender => options.Enabled && !string.IsNullOrWhiteSpace(options.SiteId);
                    public string GetScript()
                    {
                        return {|RPL1001:$@"
                            <script type=""text/javascript"">
                                (function (c, l, a, r, i, t, y) {{
                                    c[a] = c[a] || function () {{ (c[a].q = c[a].q || []).push(arguments) }};
                                    t = l.createElement(r); t.async = 1; t.src = ""{options.TrackerUrl}"" + i;
                                    y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y);
                                }})(window, document, ""clarity"", ""script"", ""{options.SiteId}"");
                            </script>
                        "|};
                    }
                }
                """"));

    [Fact]
    public Task O_07_whoever_uses_the_library_and_turns_replay_on() =>
        ProjectVerifier.VerifyAsync(RecorderApi.OsirionAnalytics, ("Program.cs", """
            using Microsoft.Extensions.DependencyInjection;
            using Osirion.Blazor.Analytics.Extensions;
            public static class Startup
            {
                public static void Add(IServiceCollection services) => services.AddOsirionAnalytics(analytics =>
                {
                    analytics.AddClarity(o => o.SiteId = "abc");
                    analytics.AddMatomo(o => { o.SiteId = "1"; o.RequireConsent = false; });
                    analytics.AddYandexMetrica(o => { o.CounterId = "1"; {|RPL1003:o.WebVisor = true|}; });
                });
            }
            """));

    [Fact]
    public Task O_07_whoever_uses_the_library_as_it_is() =>
        ProjectVerifier.VerifyAsync(RecorderApi.OsirionAnalytics, ("Program.cs", """
            using Microsoft.Extensions.DependencyInjection;
            using Osirion.Blazor.Analytics.Extensions;
            public static class Startup
            {
                public static void Add(IServiceCollection services) => services.AddOsirionAnalytics(analytics => analytics.AddYandexMetrica(o => o.CounterId = "1"));
            }
            """));

    [Fact]
    public Task O_09_an_address_that_is_sent_along_with_an_event() =>
        ProjectVerifier.VerifyAsync(("ViewModels/VerifyEmailPageViewModel.cs", """
            using System.Threading.Tasks;
            using Microsoft.JSInterop;
            public class VerifyEmailPageViewModel(IJSRuntime runtime)
            {
                public string Email { get; set; } = "";
                public async Task ConfirmAsync()
                {
                    await runtime.InvokeVoidAsync("pushToDataLayer", "registration_success", new { email = Email.Trim() });
                    await runtime.InvokeVoidAsync("posthog.capture", "registration_success", new { {|RPL4001:email = Email.Trim()|} });
                }
            }
            """));

    [Fact]
    public Task O_10_a_wrapper_that_loads_the_recorder_when_a_component_has_rendered() =>
        ProjectVerifier.VerifyAsync(RecorderApi.ClarityInBlazor, ("Recording.cs", """
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Components;
            using Soenneker.Blazor.Clarity.Abstract;
            public class Recording : ComponentBase
            {
                [Inject] public IClarityInterop ClarityInterop { get; set; } = default!;
                protected override async Task OnAfterRenderAsync(bool firstRender)
                {
                    if (!firstRender) return;
                    await {|RPL1001:ClarityInterop.Init|}("key");
                    await {|RPL1004:ClarityInterop.Consent|}();
                }
            }
            public class IdentifiedRecording(IClarityInterop clarity)
            {
                public async Task NameAsync(string email)
                {
                    await clarity.Identify("42", {|RPL4001:friendlyName: email|});
                    await clarity.SetTag("plan", "free");
                }
            }
            public class GatedRecording(IClarityInterop clarity)
            {
                public async Task StartAsync(bool consentGiven)
                {
                    if (consentGiven)
                        await clarity.Init("key");
                }
            }
            """));

    /// <summary>Inside the wrapper the function of its module has an everyday name.</summary>
    [Fact]
    public Task O_10_the_wrapper_itself() =>
        ProjectVerifier.VerifyAsync(
            ("ClarityInterop.cs", """
                using System.Threading;
                using System.Threading.Tasks;
                using Microsoft.JSInterop;
                public class ClarityInterop(IJSRuntime runtime)
                {
                    public async ValueTask Init(string key, CancellationToken cancellationToken = default)
                    {
                        var module = await runtime.InvokeAsync<IJSObjectReference>("import", cancellationToken, "./_content/Wrapper/js/clarityinterop.js");
                        await module.InvokeVoidAsync("init", cancellationToken, key);
                    }
                    public async ValueTask Consent(IJSObjectReference module) => await module.InvokeVoidAsync("consent");
                }
                """));

    [Fact]
    public Task O_11_a_recording_that_the_user_starts_with_a_button() =>
        ProjectVerifier.VerifyAsync(RecorderApi.RrwebInBlazor, ("Pages/Index.razor", """
            @page "/"
            @using Microsoft.AspNetCore.Components.Web
            @using Soenneker.Blazor.Rrweb.Record.Abstract
            @inject IRrwebRecordInterop Recorder
            <button @onclick="StartRecording">Start recording</button>
            <button @onclick="StopRecording">Stop</button>
            <div class="rr-block">secret</div>
            @code {
                private async Task StartRecording() => await Recorder.Start(useCdn: false);
                private async Task StopRecording() => await Recorder.Stop();
            }
            """));

    [Fact]
    public Task O_11_masking_that_is_turned_off() =>
        ProjectVerifier.VerifyAsync(RecorderApi.RrwebInBlazor, ("Recording.cs", """
            using System.Threading.Tasks;
            using Soenneker.Blazor.Rrweb.Record.Abstract;
            using Soenneker.Blazor.Rrweb.Record.Configuration;
            public class Recording(IRrwebRecordInterop recorder)
            {
                public async Task StartAsync(bool consentGiven)
                {
                    if (consentGiven)
                        await {|RPL1005:recorder.Start|}(new RrwebRecordOptions { {|RPL2001:MaskAllInputs = false|}, BlockClass = "rr-block" });
                }
            }
            """));

    [Fact]
    public Task O_12_settings_of_a_recorder_that_another_repository_loads() =>
        ProjectVerifier.VerifyAsync(("Services/IHotjarSettingsManager.cs", """
            using System.Threading.Tasks;
            public class HotjarSettings
            {
                public bool EnableTracking { get; set; }
                public string SiteId { get; set; } = "";
                public int HotjarVersion { get; set; } = 6;
            }
            public interface IHotjarSettingsManager { Task<HotjarSettings> GetSettingsAsync(string storeId); }
            """));

    /// <summary>The policy allows what the project's own script loads; the code that writes that script's tag is no start.</summary>
    [Fact]
    public Task O_13_a_script_tag_and_a_policy_in_code() =>
        ProjectVerifier.VerifyAsync(
            ("Services/AnalyticsSnippet.cs", """"
                using System.Text.Encodings.Web;
                public class AnalyticsSnippet(HtmlEncoder encoder, string? clarityId)
                {
                    public const string CspScriptSrc = " https://www.clarity.ms https://*.clarity.ms https://c.bing.com";
                    public string Html => $"""<script src="/js/consent.js" defer data-clarity="{encoder.Encode(clarityId ?? "")}" data-ga="G-1"></script>""";
                }
                """"),
            ("wwwroot/js/consent.js", """
                (function () {
                  const script = document.currentScript;
                  function loadAnalytics() {
                    const s = document.createElement('script');
                    s.src = 'https://www.clarity.ms/tag/' + script.dataset.clarity;
                    document.head.appendChild(s);
                  }
                  const choice = localStorage.getItem('site-consent');
                  if (choice === 'analytics') loadAnalytics(); else if (choice === null) document.getElementById('banner').hidden = false;
                })();
                """));

    [Fact]
    public Task O_17_samples_of_a_mobile_recorder() =>
        ProjectVerifier.VerifyAsync(
            RecorderApi.SentryMaui,
            ("MauiProgram.cs", """
                using Microsoft.Maui.Controls;
                using Microsoft.Maui.Controls.Hosting;
                using Microsoft.Maui.Hosting;
                public class App : Application { }
                public static class MauiProgram
                {
                    public static MauiApp CreateMauiApp() => MauiApp.CreateBuilder()
                        .UseMauiApp<App>()
                        .{|RPL1001:UseSentry|}(options =>
                        {
                            options.Dsn = "https://key@o1.ingest.sentry.io/1";
                            {|RPL3001:options.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0|};
                            {|RPL2003:options.Native.ExperimentalOptions.SessionReplay.UnmaskControlsOfType<Button>()|};
                            {|RPL2006:options.AttachScreenshot = true|};
                        })
                        .Build();
                }
                """),
            ("MainActivity.cs", """
                using Sentry;
                public class MainActivity
                {
                    public void OnCreate() => {|RPL1005:{|RPL1001:SentrySdk.Init|}|}(options =>
                    {
                        options.Dsn = "https://key@o1.ingest.sentry.io/1";
                        {|RPL3001:options.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0|};
                        {|RPL2001:options.Native.ExperimentalOptions.SessionReplay.MaskAllImages = false|};
                        {|RPL2001:options.Native.ExperimentalOptions.SessionReplay.MaskAllText = false|};
                    });
                }
                """),
            ("MainPage.xaml", """
                <ContentPage xmlns="http://schemas.microsoft.com/dotnet/2021/maui" xmlns:sentry="clr-namespace:Sentry.Maui;assembly=Sentry.Maui">
                    <Label Text="Welcome" {|RPL2003:sentry:SessionReplay.Mask="Unmask"|} />
                </ContentPage>
                """));

    [Fact]
    public Task O_18_a_mobile_recorder_that_starts_with_the_application() =>
        ProjectVerifier.VerifyAsync(RecorderApi.ClarityInMaui, ("App.cs", """
            using Maui.MicrosoftClarity.Extensions;
            using Maui.MicrosoftClarity.Services;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Maui.Controls;
            public static class Services { public static void Add(IServiceCollection services) => services.AddMicrosoftClarity(); }
            public class App : Application
            {
                private readonly IMicrosoftClarityService _recorder;
                public App(IMicrosoftClarityService recorder) => _recorder = recorder;
                protected override void OnStart()
                {
                    {|RPL1005:{|RPL1001:_recorder.Initialize|}|}("project");
                    base.OnStart();
                }
            }
            """));

    /// <summary>What the signal returns says that it was taken, not that the user agreed.</summary>
    [Fact]
    public Task O_18_a_consent_signal_is_no_guard() =>
        ProjectVerifier.VerifyAsync(RecorderApi.ClarityInMaui, ("App.cs", """
            using Maui.MicrosoftClarity.Services;
            public class Recording
            {
                private readonly IMicrosoftClarityService _recorder;
                public Recording(IMicrosoftClarityService recorder) => _recorder = recorder;
                public void Start()
                {
                    if ({|RPL1004:_recorder.Consent(false, true)|})
                        {|RPL1005:{|RPL1001:_recorder.Initialize|}|}("project");
                }
                public void Name(string email) => _recorder.SetCustomUserId({|RPL4001:email|});
            }
            """));

    /// <summary>Everything is masked and nothing is recorded until someone asks; the granted consent beside it is worth a hint.</summary>
    [Fact]
    public async Task O_19_a_sample_that_waits_before_it_records()
    {
        const string Source = """
            using DatadogNet;
            using DatadogNet.Maui;
            using Microsoft.Maui.Hosting;
            public static class MauiProgram
            {
                public static MauiAppBuilder Add(MauiAppBuilder builder) => builder.UseDatadog(new DatadogConfiguration
                {
                    ClientToken = "pub",
                    Env = "prod",
                    {|RPL1003:TrackingConsent = TrackingConsent.Granted|},
                    Rum = new RumOptions { ApplicationId = "id" },
                    SessionReplay = new SessionReplayOptions
                    {
                        {|RPL3001:SampleRate = 100|},
                        TextAndInputPrivacy = TextAndInputPrivacy.MaskAll,
                        ImagePrivacy = ImagePrivacy.MaskAll,
                        TouchPrivacy = TouchPrivacy.Hide,
                        StartRecordingImmediately = false,
                    },
                });
            }
            """;
        await ProjectVerifier.VerifyAsync(RecorderApi.DatadogNet, ("MauiProgram.cs", Source));
        var findings = await RuleRunner.GetFindingsAsync([MarkedText.Parse(Source).Text], TestReferences.Of(RecorderApi.DatadogNet).Single());
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, findings.Single(static finding => finding.Id == "RPL1003").Severity);
    }

    /// <summary>Without a word about consent the SDK waits; with a granted one replay records at once.</summary>
    [Fact]
    public Task O_19_the_defaults_of_the_package() =>
        ProjectVerifier.VerifyAsync(RecorderApi.DatadogNet, ("Program.cs", """
            using DatadogNet;
            public static class Waiting
            {
                public static void Start() => Datadog.Initialize(new DatadogConfiguration { ClientToken = "pub", SessionReplay = new SessionReplayOptions { SampleRate = 5 } });
            }
            public static class Explicit
            {
                public static void Start() => Datadog.Initialize(new DatadogConfiguration { ClientToken = "pub", TrackingConsent = TrackingConsent.NotGranted, SessionReplay = new SessionReplayOptions { SampleRate = 5, StartRecordingImmediately = true } });
            }
            public static class WithoutReplay
            {
                public static void Start() => Datadog.Initialize(new DatadogConfiguration { ClientToken = "pub" });
            }
            public static class Open
            {
                public static void Start() => Datadog.Initialize(new DatadogConfiguration { ClientToken = "pub", {|RPL1003:TrackingConsent = TrackingConsent.Granted|}, SessionReplay = new SessionReplayOptions { SampleRate = 5 } });
                public static void Grant() => {|RPL1005:{|RPL1001:Datadog.SetTrackingConsent|}|}(TrackingConsent.Granted);
            }
            """));

    /// <summary>The tests of an application record nobody.</summary>
    [Fact]
    public async Task O_19_tests_of_the_package()
    {
        var findings = await RuleRunner.GetFindingsAsync(
            ["using DatadogNet; public class Tests { public void Start() => Datadog.Initialize(new DatadogConfiguration { TrackingConsent = TrackingConsent.Granted, SessionReplay = new SessionReplayOptions { SampleRate = 100, ImagePrivacy = ImagePrivacy.MaskNone } }); }"],
            [.. TestReferences.Of(RecorderApi.DatadogNet).Single(), TestReferences.TestFramework]);

        Assert.Empty(findings);
    }

    [Fact]
    public Task O_20_a_binding_that_only_declares() =>
        ProjectVerifier.VerifyAsync(
            ("ISmartlook.cs", """
                namespace Xamarin.Smartlook
                {
                    public interface ISmartlook
                    {
                        void SetupWithKey(string apiKey);
                        void StartRecording();
                        void StopRecording();
                    }
                    public class Implementation : ISmartlook
                    {
                        public void SetupWithKey(string apiKey) => Native.Setup(apiKey);
                        public void StartRecording() => Native.Start();
                        public void StopRecording() => Native.Stop();
                    }
                    public class Facade(ISmartlook inner)
                    {
                        public void Begin() => inner.StartRecording();
                    }
                    internal static class Native { public static void Setup(string key) { } public static void Start() { } public static void Stop() { } }
                }
                """));

    [Fact]
    public Task O_20_whoever_calls_the_binding() =>
        ProjectVerifier.VerifyAsync(RecorderApi.SmartlookInXamarin, ("App.cs", """
            using Xamarin.Smartlook;
            public class App(ISmartlook smartlook)
            {
                public void OnStart() { smartlook.SetupWithKey("key"); {|RPL1005:{|RPL1001:smartlook.StartRecording|}|}(); }
            }
            """));

    /// <summary>A server tells its own analytics who the user is; there is no page that films.</summary>
    [Fact]
    public Task O_23_server_side_analytics() =>
        ProjectVerifier.VerifyAsync(
            ("Pages/Index.cshtml.cs", """
                using System.Collections.Generic;
                using System.Threading.Tasks;
                using Microsoft.AspNetCore.Mvc.RazorPages;
                public interface IPostHogClient { Task IdentifyAsync(string id, string email, string name); Task GroupIdentifyAsync(string type, string key); void Capture(string id, string name, Dictionary<string, object> properties); }
                public class IndexModel(IPostHogClient posthog) : PageModel
                {
                    public async Task OnPostAsync()
                    {
                        await posthog.IdentifyAsync("42", User.Identity!.Name!, "Jane");
                        await posthog.GroupIdentifyAsync("organization", "id:5");
                        posthog.Capture("42", "plan", new() { ["email"] = User.Identity!.Name! });
                    }
                }
                """),
            ("Pages/Index.cshtml", """
                @page
                @model IndexModel
                <h1>Feature flags</h1>
                <form method="post"><input name="email" type="email" /><button>Identify</button></form>
                """));
}
