using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Corpus;

/// <summary>The ways in which open repositories hold a recorder back until the user agrees: nothing is to be said about any.</summary>
public class GateShapesTests
{
    private const string Snippet = "<script>(function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src=\"https://www.clarity.ms/tag/\"+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, \"clarity\", \"script\", \"abc\");</script>";

    private const string Loader = "const s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/abc'; document.head.appendChild(s);";

    /// <summary>A layout whose condition decides, with the C# that it leans on.</summary>
    [Theory]
    [InlineData("a cookie that is compared in a local", "", "@{ var accepted = Context.Request.Cookies[\"cookie-consent\"] == \"accepted\"; }", "accepted")]
    [InlineData("a cookie by its own name", "", "@{ var load = Context?.Request?.Cookies[\"analytics_preference\"] == \"true\" ? true : false; }", "load")]
    [InlineData("a cookie about cookies", "public static class Names { public const string CookieSettingsName = \"cookie_policy\"; }", "@{ var load = Context.Request.Cookies[Names.CookieSettingsName] == \"enabled\"; }", "load && Model != null")]
    [InlineData("a cookie in a local that is a text", "", "@{ var acceptsAnalytics = Context.Request.Cookies[\"analytics_preferences\"]?.ToString(); }", "acceptsAnalytics == \"True\"")]
    [InlineData("a service that compares a cookie", "public class Consent(Microsoft.AspNetCore.Http.IHttpContextAccessor http) { public bool HasUserConsented => http.HttpContext?.Request.Cookies[\".AspNet.Consent\"] == \"yes\"; }", "@inject Consent Service", "Service.HasUserConsented")]
    [InlineData("an enum", "public enum AnalyticsConsentState { Unset, Accepted, Rejected } public interface ICookieHelper { AnalyticsConsentState GetRequestAnalyticsCookieState(object context); }", "@inject ICookieHelper Helper", "Helper.GetRequestAnalyticsCookieState(Context) == AnalyticsConsentState.Accepted")]
    [InlineData("the feature of ASP.NET Core", "", "@{ var feature = Context.Features.Get<Microsoft.AspNetCore.Http.Features.ITrackingConsentFeature>(); }", "feature?.CanTrack ?? false")]
    public Task A_condition_around_the_script(string shape, string code, string declaration, string condition)
    {
        Assert.NotEmpty(shape);
        return ProjectVerifier.VerifyAsync(
            ("Code.g.cs", code),
            ("Views/Shared/_Layout.cshtml", $$"""
                {{declaration}}
                <html><head>
                @if ({{condition}})
                {
                    {{Snippet}}
                }
                </head><body>@RenderBody()</body></html>
                """));
    }

    [Theory]
    [InlineData("<partial name=\"_Recorder\" />")]
    [InlineData("@await Html.PartialAsync(\"_Recorder\")")]
    [InlineData("@Html.Partial(\"_Recorder\")")]
    public Task A_condition_around_a_partial(string inclusion) =>
        ProjectVerifier.VerifyAsync(
            ("Views/_ViewImports.cshtml", "@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers"),
            ("Views/Shared/_Recorder.cshtml", Snippet),
            ("Views/Shared/_Layout.cshtml", $$"""
                <html><head>
                @if (Context.Request.Cookies["cookie-consent"] == "accepted")
                {
                    {{inclusion}}
                }
                </head><body>@RenderBody()</body></html>
                """));

    [Fact]
    public Task A_condition_around_a_view_component() =>
        ProjectVerifier.VerifyAsync(
            ("Recorder.cs", "public class RecorderViewComponent : Microsoft.AspNetCore.Mvc.ViewComponent { public Microsoft.AspNetCore.Mvc.IViewComponentResult Invoke() => View(); }"),
            ("Views/Shared/Components/Recorder/Default.cshtml", Snippet),
            ("Views/Shared/_Layout.cshtml", """
                <html><head>
                @if (Context.Request.Cookies["cookie-consent"] == "accepted")
                {
                    @await Component.InvokeAsync("Recorder")
                }
                </head><body>@RenderBody()</body></html>
                """));

    [Fact]
    public Task A_partial_that_returns_early() =>
        ProjectVerifier.VerifyAsync(
            ("Services.cs", "public class CookieState { public bool UseCookies { get; set; } } public interface ICookieService { CookieState Cookie { get; } }"),
            ("Views/Shared/_Recorder.cshtml", $$"""
                @inject ICookieService CookieService
                @if (Context.Request.Cookies["cookie-consent"] != "accepted")
                {
                    return;
                }
                {{Snippet}}
                """),
            ("Views/Shared/_Layout.cshtml", "<html><head>@await Html.PartialAsync(\"_Recorder\")</head><body>@RenderBody()</body></html>"));

    [Fact]
    public Task A_section_of_a_page_that_the_layout_gates() =>
        ProjectVerifier.VerifyAsync(
            ("Views/Home/Index.cshtml", $$"""
                @{ Layout = "_Layout"; }
                @section Analytics {
                    {{Snippet}}
                }
                <h1>Home</h1>
                """),
            ("Views/Shared/_Layout.cshtml", """
                <html><head>
                @if (Context.Request.Cookies["cookie-consent"] == "accepted")
                {
                    @await RenderSectionAsync("Analytics", required: false)
                }
                </head><body>@RenderBody()</body></html>
                """));

    [Theory]
    [InlineData("function loadClarity() { LOADER } if (localStorage.getItem('cookie-consent') === 'accepted') loadClarity();")]
    [InlineData("function hasAnalyticsConsent() { return document.cookie.includes('analytics_consent=true'); } if (hasAnalyticsConsent()) { LOADER }")]
    [InlineData("class ConsentManager { constructor() { if (this.hasConsent('analytics')) this.load(); } hasConsent(kind) { return localStorage.getItem('consent-' + kind) === 'granted'; } load() { LOADER } } new ConsentManager();")]
    [InlineData("window.addEventListener('CookiebotOnAccept', function () { if (Cookiebot.consent.statistics) { LOADER } });")]
    [InlineData("document.getElementById('accept-cookies').addEventListener('click', function () { localStorage.setItem('cookie-consent', 'accepted'); LOADER });")]
    public Task A_script_that_asks_before_it_loads(string script) =>
        PageVerifier.VerifyAsync("wwwroot/js/consent.js", script.Replace("LOADER", Loader), ProjectVerifier.PolicyAndVolume);

    /// <summary>The element hands the id to a consent script, which loads the recorder itself.</summary>
    [Fact]
    public Task A_consent_script_with_the_id_in_an_attribute() =>
        ProjectVerifier.VerifyAsync(
            ("wwwroot/index.html", "<script src=\"js/consent.js\" data-clarity=\"abc\"></script>"),
            ("wwwroot/js/consent.js", "const id = document.currentScript.dataset.clarity; function load() { const s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/' + id; document.head.append(s); } if (localStorage.getItem('consent') === 'granted') load();"));

    [Fact]
    public Task A_command_in_the_queue_before_the_recorder() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", """
            <script>
              var _paq = window._paq = window._paq || [];
              _paq.push(['requireConsent']);
              _paq.push(['HeatmapSessionRecording::disable']);
              (function() { var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0]; g.src='https://stats.example.org/matomo.js'; s.parentNode.insertBefore(g,s); })();
            </script>
            """, ProjectVerifier.PolicyAndVolume);

    [Theory]
    [InlineData("data-cookieconsent=\"statistics\"")]
    [InlineData("data-category=\"analytics\"")]
    [InlineData("class=\"optanon-category-C0002\"")]
    [InlineData("data-consent-category=\"analytics\"")]
    public Task A_script_of_another_type_with_the_category_of_a_platform(string attribute) =>
        PageVerifier.VerifyAsync("wwwroot/index.html", $"<script type=\"text/plain\" {attribute}>{Loader}</script>", ProjectVerifier.PolicyAndVolume);
}
