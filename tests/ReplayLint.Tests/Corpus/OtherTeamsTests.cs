using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Corpus;

/// <summary>Other ways in which teams build pages with .NET, and banners in other languages than English.</summary>
public class OtherTeamsTests
{
    private const string Hotjar = "(function(h,o,t,j,a,r){ h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)}; h._hjSettings={hjid:1,hjsv:6}; a=o.getElementsByTagName('head')[0]; r=o.createElement('script'); r.async=1; r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv; a.appendChild(r); })(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');";

    private static readonly string Ungated = Hotjar.Replace("'https://static.hotjar.com/c/hotjar-'", "{|RPL1001:'https://static.hotjar.com/c/hotjar-'|}", StringComparison.Ordinal);

    [Fact]
    public Task The_layout_of_classic_MVC() =>
        VerifyAsync("Views/Shared/_Layout.cshtml", $$"""
            <!DOCTYPE html>
            <html><head>
                <title>@ViewBag.Title</title>
                @Styles.Render("~/Content/css")
                @Scripts.Render("~/bundles/modernizr")
                @if (!HttpContext.Current.IsDebuggingEnabled)
                {
                    <script type="text/javascript">{{Ungated}}</script>
                }
            </head><body>@RenderBody() @Scripts.Render("~/bundles/jquery") @RenderSection("scripts", required: false)</body></html>
            """);

    /// <summary>Without the C# of the view its condition is an open question at most.</summary>
    [Theory]
    [InlineData("Request.Cookies[\"cookieconsent_status\"] != null && Request.Cookies[\"cookieconsent_status\"].Value == \"allow\"")]
    [InlineData("Session[\"CookieConsent\"] as string == \"accepted\"")]
    public Task A_condition_in_classic_MVC(string condition) =>
        VerifyAsync("Views/Shared/_Layout.cshtml", $$"""
            <html><head>
            @if ({{condition}})
            {
                <script>{{Hotjar.Replace("'https://static.hotjar.com/c/hotjar-'", "{|RPL1002:'https://static.hotjar.com/c/hotjar-'|}", StringComparison.Ordinal)}}</script>
            }
            </head><body>@RenderBody()</body></html>
            """);

    /// <summary>A content management system lets editors write scripts.</summary>
    [Fact]
    public Task The_master_template_of_a_content_management_system() =>
        VerifyAsync("Views/Master.cshtml", $$"""
            @inherits Umbraco.Cms.Web.Common.Views.UmbracoViewPage
            @{ Layout = null; var home = Model.Root(); }
            <html><head>
            <script>{{Ungated}}</script>
            {|RPL9006:@Html.Raw(home.Value<string>("headScripts"))|}
            </head><body>@Html.Raw(Model.Value("bodyText")) @RenderBody()</body></html>
            """);

    [Fact]
    public Task A_minimal_API_that_returns_a_page() =>
        ProjectVerifier.VerifyAsync(("Program.cs", """"
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            public static class Pages
            {
                public static void Map(WebApplication app)
                {
                    app.MapGet("/", () => Results.Content({|RPL1001:"""
                        <html><head><script async src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script></head><body>Hello</body></html>
                        """|}, "text/html"));
                    app.MapGet("/ask", (HttpRequest request) => request.Cookies["cookie-consent"] == "yes"
                        ? Results.Content("<html><head><script async src=\"https://static.hotjar.com/c/hotjar-1.js?sv=6\"></script></head></html>", "text/html")
                        : Results.Content("<html></html>", "text/html"));
                }
            }
            """"));

    [Fact]
    public Task A_component_without_a_condition() =>
        ProjectVerifier.VerifyAsync(
            ("Components/Recording.razor", $$"""
                <HeadContent>
                    <script>{{Ungated}}</script>
                </HeadContent>
                """));

    [Fact]
    public Task A_component_that_a_layout_gates() =>
        ProjectVerifier.VerifyAsync(
            ("Components/Recording.razor", $"<script>{Hotjar}</script>"),
            ("Consent.cs", "namespace Shop.Services { public class ConsentState { public bool StatisticsAccepted { get; set; } } }"),
            ("Components/MainLayout.razor", """
                @inherits Microsoft.AspNetCore.Components.LayoutComponentBase
                @inject Shop.Services.ConsentState Consent
                @if (Consent.StatisticsAccepted)
                {
                    <Recording />
                }
                @Body
                """));

    [Theory]
    [InlineData("if (localStorage.getItem('cookie-einwilligung') === 'akzeptiert') { LOADER }")]
    [InlineData("document.getElementById('cookies-accepteren').addEventListener('click', function () { localStorage.setItem('cookie-toestemming', 'ja'); LOADER });")]
    [InlineData("function heeftToestemming() { return document.cookie.includes('toestemming=ja'); } if (heeftToestemming()) { LOADER }")]
    [InlineData("if (lireCookie('consentement') === 'oui') { LOADER }")]
    [InlineData("const consenso = localStorage.getItem('consenso'); if (consenso === 'accettato') { LOADER }")]
    [InlineData("if (localStorage.getItem('cookies_consentimiento') === 'aceptado') { LOADER }")]
    [InlineData("if (localStorage.getItem('zgoda-cookies') === 'tak') { LOADER }")]
    [InlineData("if (localStorage.getItem('samtykke') === 'accepteret') { LOADER }")]
    public Task A_banner_in_another_language(string script) =>
        VerifyAsync("wwwroot/js/banner.js", script.Replace("LOADER", Hotjar, StringComparison.Ordinal));

    [Theory]
    [InlineData("if (localStorage.getItem('cookie-einwilligung') === 'abgelehnt') { LOADER }")]
    [InlineData("if (sprache === 'de') { LOADER }")]
    [InlineData("if (localStorage.getItem('thema') === 'ja') { LOADER }")]
    public Task A_condition_in_another_language_that_is_no_consent(string script) =>
        VerifyAsync("wwwroot/js/banner.js", script.Replace("LOADER", Ungated, StringComparison.Ordinal));

    private static Task VerifyAsync(string path, string text) => PageVerifier.VerifyAsync(path, text, ProjectVerifier.PolicyAndVolume);
}
