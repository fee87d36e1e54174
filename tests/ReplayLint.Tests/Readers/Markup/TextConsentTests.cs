using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Consent;
using Xunit;
using static ReplayLint.Tests.Readers.Markup.RazorSource;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Consent where there is no generated C#: by the text of the view alone, as maybe at most.</summary>
public class TextConsentTests
{
    private static readonly CSharpCompilation Nothing = CSharpCompilation.Create("Shop");

    [Theory]
    [InlineData("@if (Model.HasUserConsented) { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@if (Request.Cookies[\"consent\"] == \"yes\") { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@if (Request.Cookies[\"cookie-consent\"] != null && Request.Cookies[\"cookie-consent\"].Value == \"yes\") { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@{ var acceptsAnalytics = HttpContext.Current.Request.Cookies[\"analytics_preferences\"]?.Value.ToString(); }\n@if (!string.IsNullOrEmpty(key) && acceptsAnalytics == \"True\") { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@{ var load = Request.Cookies[\"analytics_preference\"].Value == \"true\" ? true : false; }\n@if (load) { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@{ var load = Request.Cookies[\"theme\"].Value == \"true\" ? true : false; }\n@if (load) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@{ var load = Model.HasUserConsented ? false : true; }\n@if (load) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (\"yes\".Equals(Model.Id)) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Request.Cookies[\"cookie-consent\"]?.Value == \"yes\") { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@if (!Model.HasUserConsented) { <p>a</p> } else { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@if (Model.HasUserConsented) { <p>a</p> } else { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Model.Enabled) { <p>a</p> } else if (Model.HasUserConsented) { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@if (Model.Enabled) { if (Model.HasUserConsented) { <p>b</p> {S} } }", nameof(ConsentState.Unknown))]
    [InlineData("@{ if (!Model.HasUserConsented) { return; } }\n<p>a</p>{S}", nameof(ConsentState.Unknown))]
    [InlineData("@{ if (!Model.HasUserConsented) return; }\n<div>{S}</div>", nameof(ConsentState.Unknown))]
    [InlineData("@if (!Model.HasUserConsented) { return; }\n{S}", nameof(ConsentState.Unknown))]
    [InlineData("{S}@if (!Model.HasUserConsented) { return; }", nameof(ConsentState.NotGranted))]
    [InlineData("@{ if (!Model.HasUserConsented) { <p>a</p> } }\n{S}", nameof(ConsentState.NotGranted))]
    [InlineData("@{ var ok = Request.Cookies[\"consent\"] == \"yes\"; }\n@if (ok) { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@{ var ok = Model.Enabled; }\n@if (ok) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@{ var ok = ok; }\n@if (ok) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (ViewBag.HasCookieConsent ?? false) { {S} }", nameof(ConsentState.Unknown))]
    [InlineData("@switch (Model.ConsentStatus) { case ConsentStatus.Accepted: {S} break; }", nameof(ConsentState.Unknown))]
    [InlineData("@if (Model.Status == ConsentStatus.Rejected) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (!string.IsNullOrEmpty(Model.ProjectId)) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Model.EnablePlugin) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Env.IsProduction()) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Options.CheckConsentNeeded) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Model.ShowConsentBanner) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@foreach (var consent in Model.Consents) { {S} }", nameof(ConsentState.NotGranted))]
    [InlineData("@section Scripts { @if (Model.HasUserConsented) { {S} } }", nameof(ConsentState.Unknown))]
    [InlineData("{S}", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Model.HasUserConsented { {S} }", nameof(ConsentState.Unknown))]
    public void A_condition_is_judged_by_its_words(string view, string expected)
    {
        view = view.Replace("{S}", Tag);

        foreach (var text in new[] { view, view.Replace("\n", "\r\n") })
        {
            var state = Assert.Single(Ask(Nothing, "Views/A.cshtml", ("Views/A.cshtml", text)));
            Assert.Equal(expected, state.State.ToString());
            Assert.Equal(expected == nameof(ConsentState.Unknown), state.Doubt is not null);
        }
    }

    [Fact]
    public void A_condition_is_shown_where_it_stands()
    {
        var text = "<p>a</p>\n@if (Model.HasUserConsented) { " + Tag + " }";

        var step = Assert.Single(Assert.Single(Ask(Nothing, "Views/A.cshtml", ("Views/A.cshtml", text))).Path);
        Assert.Equal("Model.HasUserConsented", text.Substring(step.Location.SourceSpan.Start, step.Location.SourceSpan.Length));
        Assert.Equal(ConsentState.Unknown, step.Learned);
    }

    [Fact]
    public void Plain_html_has_no_conditions() =>
        Assert.Equal(ConsentState.NotGranted, Assert.Single(Ask(Nothing, "index.html", ("index.html", "@if (HasConsent) { " + Tag + " }"))).State);

    /// <summary>A view with an end cut off has generated C# that does not compile, or none.</summary>
    [Theory]
    [InlineData("Views/Home/Index.cshtml", "@model PageModel\n@{ if (!Model.HasUserConsented) { return; } }\n@if (Model.ReplayConsent ?? false) { <environment include=\"a\">{S}</environment> }\n@section S { {S} }\n@switch (Model.Choice) { case CookieChoice.Accepted: {S} break; }")]
    [InlineData("Components/Head.razor", "<HeadContent>{S}</HeadContent>@if (HasConsent) { <Head><p class=\"@Id\">{S}</p></Head> }\n@code { bool HasConsent => true; string Id = \"\"; [Parameter] public RenderFragment ChildContent { get; set; } }")]
    public void No_cut_makes_it_throw(string path, string view)
    {
        view = view.Replace("{S}", Tag);
        for (var length = 1; length < view.Length; length += 17)
        {
            var text = view.Substring(0, length) + Host;
            Assert.NotEmpty(Ask("", path, (path, text)));
        }
    }

    [Fact]
    public void A_view_that_is_newer_than_its_csharp_is_no_error()
    {
        const string Path = "Views/Home/Index.cshtml";
        var compilation = Compile("", (Path, "@model PageModel\n@if (Model.HasUserConsented) { <p>a</p> }"));

        Assert.All(Ask(compilation, Path, (Path, "<p>" + Tag + "</p>@model PageModel\n" + Tag)), static state => Assert.NotEqual(ConsentState.Granted, state.State));
    }
}
