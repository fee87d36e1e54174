using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Corpus;

/// <summary>
/// How open repositories embed recorders in pages and scripts, rewritten, and what is to be said about each. The numbers are
/// those of the list of cases.
/// </summary>
public class PagesTests
{
    [Fact]
    public Task O_01_a_game_that_films_from_its_start_page_and_names_its_player() =>
        ProjectVerifier.VerifyAsync(
            ("wwwroot/index.html", """
                <!DOCTYPE html>
                <html><head>
                <script>
                (function(a,b,c,d,e,f,g){a[c]=a[c]||function(){(a[c].q=a[c].q||[]).push(arguments)};f=b.createElement(d);f.async=1;
                f.src={|RPL1001:"https://www.clarity.ms/tag/"|}+e+"?ref=game";g=b.getElementsByTagName(d)[0];g.parentNode.insertBefore(f,g);
                })(window,document,"clarity","script","k3y");
                </script></head><body><div id="app"></div></body></html>
                """),
            ("Services/Progress.cs", """
                using System.Threading.Tasks;
                using Microsoft.JSInterop;
                public class Player { public string Username { get; set; } = ""; public int Points { get; set; } }
                public class Progress(IJSRuntime js)
                {
                    public Player State { get; } = new();
                    public async Task ShareAsync()
                    {
                        await js.InvokeVoidAsync("clarity", "identify", {|RPL4001:State.Username|}, null, null, State.Username);
                        await js.InvokeVoidAsync("clarity", "set", "username", {|RPL4001:State.Username|});
                        await js.InvokeVoidAsync("clarity", "set", "points", State.Points.ToString());
                    }
                }
                """));

    /// <summary>The tag waits for the user, but what is signalled after that includes advertising.</summary>
    [Fact]
    public Task O_03_a_partial_behind_a_service_that_compares_a_cookie() =>
        ProjectVerifier.VerifyAsync(
            ("Services/SiteMeasurement.cs", """
                using Microsoft.AspNetCore.Http;
                public class SiteMeasurement(IHttpContextAccessor accessor)
                {
                    private const string ConsentCookie = ".AspNet.Consent";
                    public bool HasUserConsented => accessor.HttpContext?.Request.Cookies[ConsentCookie] == "yes";
                    public bool IsOn() => true;
                    public string Id() => "abc";
                }
                """),
            ("Views/Shared/_Measurement.cshtml", """
                @model SiteMeasurement
                @if (Model.HasUserConsented)
                {
                    @if (Model.IsOn())
                    {
                        <script>(function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src="https://www.clarity.ms/tag/"+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, "clarity", "script", "@Model.Id()");</script>
                    }
                }
                """),
            ("Views/Shared/_Banner.cshtml", """
                <script>
                    function accepted() {
                        window.clarity('consentv2', { {|RPL4002:ad_Storage: "granted"|}, analytics_Storage: "granted" });
                    }
                </script>
                """),
            ("Views/Shared/_Layout.cshtml", """
                @inject SiteMeasurement Measurement
                <html><head>@await Html.PartialAsync("_Measurement", Measurement)</head><body>@await Html.PartialAsync("_Banner")@RenderBody()</body></html>
                """));

    /// <summary>What tests of that application assert is no page.</summary>
    [Fact]
    public async Task O_03_the_snippet_in_a_test()
    {
        var findings = await RuleRunner.GetFindingsAsync(
            [TestReferences.Annotations, "public class Tests { public string Expected => @\"<script src=\"\"https://www.clarity.ms/tag/abc\"\"></script>\"; }"],
            [.. TestReferences.Framework, TestReferences.TestFramework],
            [new TestFile("/project/Snapshots/Home.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>")]);

        Assert.Empty(findings);
    }

    [Fact]
    public Task O_04_a_view_component_whose_model_knows_the_answer() =>
        ProjectVerifier.VerifyAsync(
            ("ViewComponents/ClarityViewComponent.cs", """
                using Microsoft.AspNetCore.Mvc;
                public class ClarityViewModel { public string? ClarityProjectId { get; set; } public bool AnalyticsCookiesEnabled { get; set; } }
                public class ClarityViewComponent : ViewComponent
                {
                    public IViewComponentResult Invoke() => View(new ClarityViewModel
                    {
                        ClarityProjectId = "abc",
                        AnalyticsCookiesEnabled = Request.Cookies["cookies_policy"] == "analytics-enabled",
                    });
                }
                """),
            ("Views/Shared/Components/Clarity/Default.cshtml", """
                @model ClarityViewModel
                @if (!string.IsNullOrWhiteSpace(Model.ClarityProjectId) && Model.AnalyticsCookiesEnabled)
                {
                    <script add-nonce="true">
                        (function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src="https://www.clarity.ms/tag/"+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, "clarity", "script", "@Model.ClarityProjectId");
                        clarity('consentv2', { ad_Storage: "denied", analytics_Storage: "granted" });
                    </script>
                }
                else
                {
                    <script add-nonce="true">if (window.clarity) window.clarity("consentv2", { ad_Storage: "denied", analytics_Storage: "denied" });</script>
                }
                """),
            ("Views/Shared/_Layout.cshtml", "<html><head>@await Component.InvokeAsync(\"Clarity\")</head><body>@RenderBody()</body></html>"));

    [Fact]
    public Task O_05_a_local_that_compares_a_cookie() =>
        ProjectVerifier.VerifyAsync(
            ("Names.cs", "public static class CookieConsentNames { public const string AdditionalCookies = \"cookies_additional\"; }"),
            ("Views/Shared/_Layout.cshtml", """
                @{
                    bool allowAdditionalCookies = Context.Request.Cookies[CookieConsentNames.AdditionalCookies] == "true";
                    var clarityProjectId = "abc";
                }
                <html><head>
                @if (allowAdditionalCookies)
                {
                    @if (!string.IsNullOrEmpty(clarityProjectId))
                    {
                        <script>(function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src="https://www.clarity.ms/tag/"+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, "clarity", "script", "@clarityProjectId");</script>
                    }
                }
                </head><body>@RenderBody()</body></html>
                """));

    [Fact]
    public Task O_06_a_host_test_is_no_gate_and_each_file_has_its_report() =>
        ProjectVerifier.VerifyAsync(
            ("Components/App.razor", """
                <html><head><script>
                (function (c, l, a, r, i, t, y) { if (window.location.href.includes('games')) { t = l.createElement(r); t.src = {|RPL1001:"https://www.clarity.ms/tag/"|} + i; y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y); } })(window, document, "clarity", "script", "b22");
                </script></head><body></body></html>
                """),
            ("wwwroot/js/check.js", """
                (function (c, l, a, r, i, t, y) {
                    if (window.location.href.includes('games')) {
                        c[a] = c[a] || function () { (c[a].q = c[a].q || []).push(arguments) };
                        t = l.createElement(r); t.async = 1; t.src = {|RPL1001:"https://www.clarity.ms/tag/"|} + i;
                        y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y);
                    }
                })(window, document, "clarity", "script", "b22");
                """));

    /// <summary>A bundle is made from other files; a comment at its head says that it is not to be read.</summary>
    [Fact]
    public Task O_06_a_bundle_can_be_suppressed() =>
        ProjectVerifier.VerifyAsync(("wwwroot/js/bundle.js", """
            // replaylint-disable RPL1001, RPL3002, RPL5001: written by the bundler; check.js is what is reviewed
            (function (c, l, a, r, i, t, y) { t = l.createElement(r); t.src = "https://www.clarity.ms/tag/" + i; y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y); })(window, document, "clarity", "script", "b22");
            """));

    /// <summary>Seven plug-ins of a shop, each with a script of its own and one that the administrator writes.</summary>
    [Theory]
    [InlineData("(function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src={|RPL1001:\"https://www.clarity.ms/tag/\"|}+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, \"clarity\", \"script\", \"@Model.SiteId\");")]
    [InlineData("window['_fs_debug']=false; window['_fs_host']='fullstory.com'; window['_fs_script']={|RPL1001:'edge.fullstory.com/s/fs.js'|}; window['_fs_org']='@Model.SiteId'; window['_fs_namespace']='FS'; (function(m,n,e,t,l,o,g,y){ o=n.createElement(t); o.src='https://'+_fs_script; y=n.getElementsByTagName(t)[0]; y.parentNode.insertBefore(o,y); })(window,document,window['_fs_namespace'],'script','user');")]
    [InlineData("window.heap=window.heap||[]; heap.load=function(e,t){ var r=document.createElement('script'); r.src='https://cdn.heapanalytics.com/js/heap-'+e+'.js'; document.head.appendChild(r); }; {|RPL1001:heap.load|}('@Model.SiteId');")]
    [InlineData("(function(h,o,t,j,a,r){ h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)}; h._hjSettings={hjid:@(Model.SiteId),hjsv:6}; a=o.getElementsByTagName('head')[0]; r=o.createElement('script'); r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv; a.appendChild(r); })(window,document,{|RPL1001:'https://static.hotjar.com/c/hotjar-'|},'.js?sv=');")]
    [InlineData("(function(){ var s=document.createElement('script'); s.async=true; s.src={|RPL1001:'https://tools.luckyorange.com/core/lo.js?site-id=@Model.SiteId'|}; document.head.appendChild(s); })();")]
    [InlineData("window._mfq=window._mfq||[]; (function(){ var mf=document.createElement('script'); mf.defer=true; mf.src={|RPL1001:'//cdn.mouseflow.com/projects/@(Model.SiteId).js'|}; document.getElementsByTagName('head')[0].appendChild(mf); })();")]
    [InlineData("window.smartlook||(function(d){ var o=smartlook=function(){o.api.push(arguments)},h=d.getElementsByTagName('head')[0]; var c=d.createElement('script'); o.api=[]; c.src='https://web-sdk.smartlook.com/recorder.js'; h.appendChild(c); })(document); {|RPL1001:smartlook|}('init', '@Model.SiteId');")]
    public Task O_08_a_plug_in_that_is_switched_on_by_an_administrator(string script) =>
        ProjectVerifier.VerifyAsync(
            ("Models/PublicInfoModel.cs", "public enum SettingMode { SiteId = 1, Script = 2 } public class PublicInfoModel { public int SettingModeId { get; set; } public string SiteId { get; set; } = \"\"; public string Script { get; set; } = \"\"; }"),
            ("Components/Recording.cs", """
                using Microsoft.AspNetCore.Mvc;
                public class Recording : ViewComponent { public IViewComponentResult Invoke(bool enablePlugin) => enablePlugin ? View("/Views/PublicInfo.cshtml", new PublicInfoModel()) : Content(""); }
                """),
            ("Views/PublicInfo.cshtml", $$"""
                @model PublicInfoModel
                @if (Model.SettingModeId == (int)SettingMode.SiteId)
                {
                    <script>{{script}}</script>
                }
                else
                {
                    {|RPL9006:@Html.Raw(Model.Script)|}
                }
                """),
            ("Views/Shared/_Layout.cshtml", "<html><head>@await Component.InvokeAsync(\"Recording\", new { enablePlugin = true })</head><body>@RenderBody()</body></html>"));

    [Fact]
    public Task O_13_a_consent_script_that_loads_the_recorder_itself() =>
        PageVerifier.VerifyAsync("wwwroot/js/consent.js", """
            (function () {
              const key = 'site-consent';
              function loadAnalytics() {
                const s = document.createElement('script');
                s.async = true;
                s.src = 'https://www.clarity.ms/tag/' + document.currentScript.dataset.clarity;
                document.head.appendChild(s);
              }
              function save(value) {
                localStorage.setItem(key, value);
                document.cookie = key + '=' + value + '; max-age={|RPL1007:31536000|}; path=/; samesite=lax';
                hideBanner();
              }
              document.getElementById('consent-accept').addEventListener('click', () => { save('analytics'); loadAnalytics(); });
              document.getElementById('consent-needed').addEventListener('click', () => {|RPL1005:save|}('necessary'));
              document.getElementById('consent-open').addEventListener('click', showBanner);
              const choice = localStorage.getItem(key);
              if (choice === 'analytics') loadAnalytics();
              else if (choice === null) showBanner();
            })();
            """, ProjectVerifier.PolicyAndVolume);

    /// <summary>The recorder comes through a tag manager, which waits; only the content security policy shows that there is one.</summary>
    [Fact]
    public Task O_14_a_recorder_that_only_the_content_security_policy_knows() =>
        ProjectVerifier.VerifyAsync(
            ("appsettings.json", """
                {
                  "CSP": {
                    "ImgSrc": "www.googletagmanager.com {|RPL9006:https://www.clarity.ms|} https://c.bing.com https://a.clarity.ms",
                    "ConnectSrc": "https://www.clarity.ms https://b.clarity.ms"
                  }
                }
                """),
            ("Services/Cookies.cs", "public class CookieState { public bool UseCookies { get; set; } } public interface ICookieService { CookieState Cookie { get; } }"),
            ("Views/Shared/TagManager/_Head.cshtml", """
                @inject ICookieService CookieService
                @if (!CookieService.Cookie.UseCookies)
                {
                    return;
                }
                <script>(function(w,d,s,l,i){ var f=d.getElementsByTagName(s)[0], j=d.createElement(s); j.async=true; j.src='https://www.googletagmanager.com/gtm.js?id='+i; f.parentNode.insertBefore(j,f); })(window,document,'script','dataLayer','GTM-1');</script>
                """));

    /// <summary>A recorder of one's own needs a catalogue file of one's own.</summary>
    [Fact]
    public Task O_15_a_recorder_of_the_team_that_is_told_who_the_user_is() =>
        ProjectVerifier.VerifyAsync(
            ("replaylint.tracker.txt", """
                recorder SessionTracker
                  evidence our own tracker, docs/tracker.md
                  global      SessionTracker
                  js-start    SessionTracker.init
                  js-setting  SessionTracker.init/optIn protects=consent safe=true default=false
                  js-identify SessionTracker.init properties=userEmail,userName,userId
                """),
            ("Views/Shared/_Layout.cshtml", """
                @inject Microsoft.Extensions.Configuration.IConfiguration Configuration
                <html><body>@RenderBody()
                <script src="https://cdn.example.org/session-tracker.js"></script>
                <script>
                    window.tracker = {|RPL1001:SessionTracker.init|}({
                        apiEndpoint: '@Configuration["Tracker:ApiEndpoint"]',
                        {|RPL4001:userId: '@User.Identity.Name'|},
                        {|RPL4001:userName: '@User.Claims.FirstOrDefault(c => c.Type == "name")?.Value'|},
                        {|RPL4001:userEmail: '@User.Claims.FirstOrDefault(c => c.Type == "email")?.Value'|}
                    });
                </script></body></html>
                """));

    [Fact]
    public Task O_16_a_recorder_behind_a_function_of_ones_own() =>
        PageVerifier.VerifyAsync("wwwroot/js/extern/recorder.js", """
            window.smartlook || (function (d) {
              var o = window.smartlook = function () { o.api.push(arguments) }, h = d.getElementsByTagName('head')[0];
              var c = d.createElement('script'); o.api = new Array(); c.async = true; c.type = 'text/javascript'; c.charset = 'utf-8';
              c.src = 'https://rec.smartlook.com/recorder.js'; h.appendChild(c);
            })(document);
            {|RPL1001:window.smartlook|}('init', 'abc');
            """, ProjectVerifier.PolicyAndVolume);

    /// <summary>The loader waits in a function that code calls by its name: the finding is at the loader, and names the call.</summary>
    [Fact]
    public async Task O_16_the_call_from_code_is_what_misses_consent()
    {
        const string Loader = """
            window.FilmAnalyser = {
              Init: function () {
                var c = document.createElement('script'); c.async = true;
                c.src = 'https://rec.smartlook.com/recorder.js'; document.head.appendChild(c);
                window.smartlook('init', 'abc');
              }
            };
            """;
        const string Manager = """
            using Microsoft.JSInterop;
            public class CookieChoice { public bool HasConsent { get; set; } }
            public class FilmManager
            {
                private readonly IJSRuntime _runtime;
                private readonly CookieChoice _choice;
                public FilmManager(IJSRuntime runtime, CookieChoice choice) { _runtime = runtime; _choice = choice; }
                public void Init() { {CALL} }
            }
            """;

        var findings = await ProjectVerifier.FindAsync(("wwwroot/js/extern/film.js", Loader), ("Manager/FilmManager.cs", Manager.Replace("{CALL}", "_runtime.InvokeVoidAsync(\"FilmAnalyser.Init\");")));
        var finding = Assert.Single(findings, static f => f.Id == "RPL1001");
        Assert.EndsWith("film.js", finding.Location.GetLineSpan().Path);
        Assert.Contains(finding.AdditionalLocations, static place => place.GetLineSpan() is { Path: var path, StartLinePosition.Line: 7 } && path.EndsWith("FilmManager.cs", StringComparison.Ordinal));

        findings = await ProjectVerifier.FindAsync(("wwwroot/js/extern/film.js", Loader), ("Manager/FilmManager.cs", Manager.Replace("{CALL}", "if (_choice.HasConsent) _runtime.InvokeVoidAsync(\"FilmAnalyser.Init\");")));
        Assert.DoesNotContain(findings, static f => f.Id is "RPL1001" or "RPL1002");
    }

    /// <summary>The source of a wrapper: its script is a module, and the duty can move to whoever calls the wrapper.</summary>
    [Theory]
    [InlineData("", "RPL1001")]
    [InlineData("[ReplayLint.RequiresConsent]", null)]
    public async Task O_10_the_module_of_a_wrapper(string attribute, string? expected)
    {
        var findings = await ProjectVerifier.FindAsync(
            ("wwwroot/js/filminterop.js", """
                export function init(key) {
                  (function (c, l, a, r, i, t, y) { t = l.createElement(r); t.src = "https://www.clarity.ms/tag/" + i; y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y); })(window, document, "clarity", "script", key);
                }
                export function consent() { window.clarity("consent"); }
                """),
            ("FilmInterop.cs", $$"""
                using System.Threading.Tasks;
                using Microsoft.JSInterop;
                public class FilmInterop
                {
                    private const string Module = "_content/Film.Blazor/js/filminterop.js";
                    private readonly IJSRuntime _runtime;
                    public FilmInterop(IJSRuntime runtime) { _runtime = runtime; }
                    {{attribute}}
                    public async ValueTask Init(string key)
                    {
                        var module = await _runtime.InvokeAsync<IJSObjectReference>("import", Module);
                        await module.InvokeVoidAsync("init", key);
                    }
                }
                """));

        Assert.Equal(expected, findings.FirstOrDefault(static f => f.Id is "RPL1001" or "RPL1002")?.Id);
    }

    [Fact]
    public Task O_21_a_tag_manager_without_a_recorder() =>
        PageVerifier.VerifyAsync("wwwroot/js/cookie-consent.js", """
            class CookieConsent {
              init() { const hasConsent = this.read(); if (hasConsent === null) this.showBanner(); else if (hasConsent === true) this.loadTagManager(); }
              loadTagManager() { const s = document.createElement('script'); s.src = 'https://www.googletagmanager.com/gtm.js?id=GTM-1'; document.head.append(s); }
              showBanner() { setTimeout(() => { this.closeBanner(); }, 10000); }
              save(value) { const d = new Date(); d.setFullYear(d.getFullYear() + 1); document.cookie = `cookie-consent=${value}; expires=${d.toUTCString()}`; }
              reject() { this.save('denied'); }
            }
            """);

    [Fact]
    public Task O_22_a_partial_behind_a_setting() =>
        ProjectVerifier.VerifyAsync(
            ("Settings.cs", "public class AdvancedSettings { public string? ClarityId { get; set; } public bool EnableClarity { get; set; } }"),
            ("Pages/Shared/_Recorder.cshtml", """
                @model string
                <script>(function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src={|RPL1001:"https://www.clarity.ms/tag/"|}+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, "clarity", "script", "@Model");</script>
                """),
            ("Pages/Shared/_Layout.cshtml", """
                @inject AdvancedSettings Settings
                <html><head>
                @if (Settings.EnableClarity && !string.IsNullOrWhiteSpace(Settings.ClarityId))
                {
                    <partial name="_Recorder" model="Settings.ClarityId" />
                }
                </head><body>@RenderBody()</body></html>
                """),
            ("Pages/_ViewImports.cshtml", "@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers"));

    [Fact]
    public Task O_22_without_the_feature() =>
        ProjectVerifier.VerifyAsync(("Pages/Shared/_Layout.cshtml", "<html><head><title>Blog</title></head><body>@RenderBody()</body></html>"));

    /// <summary>A consent library: scripts that carry its category wait, and those of the necessary one do not.</summary>
    [Fact]
    public Task O_24_scripts_with_the_category_of_a_consent_library() =>
        ProjectVerifier.VerifyAsync(("Views/Master.cshtml", """
            <html><head>
            @await Component.InvokeAsync("Cookie")
            <script type="text/plain" data-category="analytics" src="https://www.clarity.ms/tag/abc"></script>
            <script type="text/plain" data-cookiecategory="analytics" src="https://www.clarity.ms/tag/def"></script>
            </head><body>@RenderBody()</body></html>
            """));

    [Fact]
    public Task O_25_a_platform_that_blocks_by_itself_makes_it_an_open_question() =>
        ProjectVerifier.VerifyAsync(("Views/Shared/_Layout.cshtml", """
            <html><head>
            <script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="1" data-blockingmode="auto" type="text/javascript"></script>
            <script src="{|RPL1002:https://www.clarity.ms/tag/abc|}"></script>
            </head><body>@RenderBody()</body></html>
            """));
}
