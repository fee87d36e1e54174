using Microsoft.CodeAnalysis;
using ReplayLint.Consent;
using ReplayLint.Tests.Verification;
using Xunit;
using static ReplayLint.Tests.Readers.Markup.RazorSource;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Consent in one view, by the C# that the Razor compiler of the SDK makes of it.</summary>
public class RazorConsentTests
{
    private const string View = "Views/Home/Index.cshtml";
    private const string Component = "Components/Head.razor";

    [Theory]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented)\n{\n    {S}\n}")]
    [InlineData("@model PageModel\n@if (!string.IsNullOrWhiteSpace(Model.ProjectId) && Model.AnalyticsCookiesEnabled) { {S} } else { <p>no</p> }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { @if (!string.IsNullOrEmpty(Model.ProjectId)) { <p>a</p> {S} } }")]
    [InlineData("@model PageModel\n@if (!Model.HasUserConsented) { <p>no</p> } else { {S} }")]
    [InlineData("@model PageModel\n@{ if (!Model.HasUserConsented) { return; } }\n<p>yes</p>\n{S}")]
    [InlineData("@model PageModel\n@if (!Model.HasUserConsented) {\n return;\n}\n{S}")]
    [InlineData("@model PageModel\n@if (Model.ReplayConsent ?? false) { {S} }")]
    [InlineData("@model PageModel\n@if (Model.ReplayConsent == true) { {S} }")]
    [InlineData("@model PageModel\n@if (Model.Choice == CookieChoice.Accepted) { {S} }")]
    [InlineData("@model PageModel\n@switch (Model.Choice) { case CookieChoice.Accepted: {S} break; default: <p>no</p> break; }")]
    [InlineData("@{ var allowed = Context.Request.Cookies[CookieNames.Analytics] == \"true\"; }\n@if (allowed) { {S} }")]
    [InlineData("@if (Context.Request.Cookies[\"cookie-consent\"] == \"yes\") { {S} }")]
    [InlineData("@inject ICookieService Cookies\n@if (!Cookies.Cookie.UseCookies) { return; }\n{S}")]
    [InlineData("@inject ICookieService Cookies\n@if (May()) { {S} }\n@functions { bool May() => Cookies.Cookie.ConsentGiven; }")]
    [InlineData("@functions { bool May() => Context.Request.Cookies[\"cookie-consent\"] == \"yes\"; }\n@if (May()) { {S} }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { Rec(); }\n@functions { void Rec() { {S} } }")]
    [InlineData("@model PageModel\n@foreach (var i in new[] { 1 }) { if (!Model.HasUserConsented) { continue; } {S} }")]
    [InlineData("@model PageModel\n@section Scripts { @if (Model.HasUserConsented) { {S} } }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <environment include=\"Production\"><p>a</p>{S}</environment> }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <script src=\"https://film.example/tag.js\" asp-append-version=\"true\" data-x=\"@Model.ProjectId\"></script> }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <script>var a = '@Model.ProjectId'; load('https://film.example/' + '@Model.ProjectId');</script> }")]
    [InlineData("@using Microsoft.AspNetCore.Http.Features\n@{ var feature = Context.Features.Get<ITrackingConsentFeature>(); }\n@if (feature?.CanTrack ?? false) { {S} }")]
    [InlineData("@model PageModel\n@* {X} *@ @if (Model.HasUserConsented) { {S} }")]
    [InlineData("@model PageModel\n<head><title>a</title>@if (Model.HasUserConsented) { {S} }</head><body class=\"a @Model.ProjectId\">b @@ c</body>")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { @Html.Raw(\"<script src='https://film.example/a.js'></script>\") }")]
    [InlineData("@if (ViewBag.HasCookieConsent == true) { {S} }")]
    [InlineData("@if (ViewData[\"CookieConsent\"] as string == \"yes\") { {S} }")]
    public void A_gate_of_a_view_is_found(string view) => Check(View, view, ConsentState.Granted);

    [Theory]
    [InlineData("{S}")]
    [InlineData("@model PageModel\n@if (!string.IsNullOrEmpty(Model.ProjectId)) { {S} }")]
    [InlineData("@model PageModel\n@if (Model.Enabled) { {S} }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <p>yes</p> } else { {S} }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <p>yes</p> }\n{S}")]
    [InlineData("@model PageModel\n{S}\n@if (Model.HasUserConsented) { <p>yes</p> }")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented || Model.Enabled) { {S} }")]
    [InlineData("@model PageModel\n@switch (Model.Choice) { case CookieChoice.Rejected: {S} break; default: <p>no</p> break; }")]
    [InlineData("<environment include=\"Production\">{S}</environment>")]
    [InlineData("@using Microsoft.Extensions.Hosting\n@inject IHostEnvironment Env\n@if (Env.IsProduction()) { {S} }")]
    [InlineData("@if (Context.Request.Host.Host.Contains(\"shop\")) { {S} }")]
    [InlineData("@using Microsoft.AspNetCore.Http.Features\n@{ var feature = Context.Features.Get<ITrackingConsentFeature>(); var show = !feature?.CanTrack ?? false; }\n@if (show) { <p>banner</p> }\n{S}")]
    [InlineData("@section Scripts { {S} }")]
    [InlineData("@foreach (var i in new[] { 1 }) { {S} }")]
    public void A_look_alike_is_none(string view) => Check(View, view, ConsentState.NotGranted);

    [Theory]
    [InlineData("@if (HasConsent) { {S} }\n@code { [Parameter] public bool HasConsent { get; set; } }")]
    [InlineData("<div>@if (HasConsent) { <p>a</p> {S} } else { <p>b</p> }</div>\n@code { [Parameter] public bool HasConsent { get; set; } }")]
    [InlineData("@if (!HasConsent) { return; }\n{S}\n@code { bool HasConsent => false; }")]
    [InlineData("@if (HasConsent) { <HeadContent><script async src='https://film.example/tag.js' data-id=\"@Id\"></script></HeadContent> }\n@code { bool HasConsent => false; string Id = \"\"; }")]
    [InlineData("@if (HasConsent) { @Rec }\n@code { bool HasConsent => false; RenderFragment Rec => @<p>a{S}</p>; }")]
    [InlineData("@using Microsoft.AspNetCore.Components.Web\n@if (HasConsent) { <PageTitle>a</PageTitle> <script>var id = '@Id'; load('https://film.example/');</script> }\n@code { bool HasConsent => false; string Id = \"\"; }")]
    public void A_gate_of_a_component_is_found(string view) => Check(Component, view, ConsentState.Granted);

    [Theory]
    [InlineData("{S}")]
    [InlineData("<HeadContent>{S}</HeadContent>")]
    [InlineData("@if (Enabled) { {S} }\n@code { [Parameter] public bool Enabled { get; set; } }")]
    [InlineData("@if (HasConsent) { <p>a</p> }\n{S}\n@code { bool HasConsent => false; }")]
    [InlineData("@if (HasConsent) { @Rec } @Rec\n@code { bool HasConsent => false; RenderFragment Rec => @<p>a{S}</p>; }")]
    public void A_look_alike_in_a_component_is_none(string view) => Check(Component, view, ConsentState.NotGranted);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Long_literals_are_split(int lines)
    {
        var filler = string.Concat(Enumerable.Range(0, lines * 40).Select(static i => $"<p class=\"x{i}\">a \"long\" text with é and \\ {i}</p>\n"));
        var gated = "@model PageModel\n" + filler + "@if (Model.HasUserConsented) {\n<div>" + filler + Tag + filler + "</div>\n}\n" + filler;

        Assert.Equal([ConsentState.Granted, ConsentState.NotGranted], States(View, gated + Tag + filler));
        Assert.Equal([ConsentState.NotGranted, ConsentState.Granted], States(View, gated.Replace("@if", Tag + "@if")));
    }

    [Fact]
    public void Places_of_one_view_are_told_apart() =>
        Assert.Equal(
            [ConsentState.NotGranted, ConsentState.Granted, ConsentState.NotGranted, ConsentState.Granted, ConsentState.NotGranted],
            States(View, $"@model PageModel\n{Tag}@if (Model.HasUserConsented) {{ {Tag} }} else {{ {Tag} }}\n@if (Model.HasUserConsented) {{ <environment include=\"a\">{Tag}</environment> }}<environment include=\"b\">{Tag}</environment>"));

    [Fact]
    public void The_way_is_told_by_its_places_in_the_view()
    {
        var view = $"@model PageModel\n<p>a</p>\n@if (Model.Enabled)\n{{\n    {Tag}\n}}\n";

        var state = Assert.Single(Ask("", View, (View, view)));
        var step = Assert.Single(state.Path);
        Assert.Equal(new FileLinePositionSpan(RazorCompiler.Root + View, new(2, 5), new(2, 18)), step.Location.GetLineSpan());
        Assert.Equal("Model.Enabled", view.Substring(step.Location.SourceSpan.Start, step.Location.SourceSpan.Length));
        Assert.Null(state.Doubt);
    }

    [Fact]
    public void A_doubt_names_the_member()
    {
        var view = $"@if (Settings.CookiesAllowed) {{ {Tag} }}";

        var state = Assert.Single(Ask("namespace Shop { public static class Settings { public static bool CookiesAllowed { get; set; } } }", View, (View, view)));
        Assert.Equal(ConsentState.Unknown, state.State);
        Assert.Equal((DoubtReason.UnrecognisedGuard, "CookiesAllowed"), (state.Doubt!.Reason, state.Doubt.Subject));
        Assert.Equal("CookiesAllowed", state.Doubt.Member?.Name);
    }

    [Fact]
    public void A_view_is_found_by_any_form_of_its_path()
    {
        var views = ReplayLint.Readers.Markup.GeneratedViews.Of(Compile("", (View, Tag), ("Areas/A/Views/Home/Index.cshtml", Tag)));

        Assert.Equal("/shop/Views/Home/Index.cshtml", views.Find("\\shop\\Views\\Home\\Index.cshtml")?.Path);
        Assert.Equal("/shop/Areas/A/Views/Home/Index.cshtml", views.Find("Areas/A/Views/Home/Index.cshtml")?.Path);
        Assert.Equal("/shop/Areas/A/Views/Home/Index.cshtml", views.Find("/_/src/Areas/A/Views/Home/Index.cshtml")?.Path);
        Assert.Null(views.Find("Index.cshtml"));
        Assert.Null(views.Find("/shop/Views/Home/Other.cshtml"));
    }

    private static void Check(string path, string text, ConsentState expected)
    {
        text = text.Replace("{S}", Tag).Replace("{X}", "<script src=\"https://other.example/tag.js\" async></script>");
        Assert.Empty(Errors(Compile("", (path, text))));
        Assert.Equal(expected, Assert.Single(States(path, text)));
        Assert.Equal(expected, Assert.Single(States(path, text.Replace("\n", "\r\n"))));
    }
}
