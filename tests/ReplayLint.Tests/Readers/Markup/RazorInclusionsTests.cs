using ReplayLint.Consent;
using ReplayLint.Readers.Markup;
using Xunit;
using static ReplayLint.Tests.Readers.Markup.RazorSource;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Consent of a view that others include.</summary>
public class RazorInclusionsTests
{
    private const string Partial = "Views/Shared/_Film.cshtml";
    private const string Page = "Views/Home/Index.cshtml";
    private const string Layout = "Views/Shared/_Layout.cshtml";
    private const string ComponentView = "Views/Shared/Components/Film/Default.cshtml";

    private const string Film = """
        namespace Shop
        {
            using Microsoft.AspNetCore.Mvc;
            public class FilmViewComponent : ViewComponent { public IViewComponentResult Invoke() => View(); }
        }
        """;

    [Theory]
    [InlineData("@if (Model.HasUserConsented) { {I} }", nameof(ConsentState.Granted))]
    [InlineData("@if (Model.Enabled) { {I} }", nameof(ConsentState.NotGranted))]
    [InlineData("{I}", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Model.HasUserConsented) { {I} } <p>a</p> {I}", nameof(ConsentState.NotGranted))]
    [InlineData("@if (Model.HasUserConsented) { {I} } else { <p>a</p> } @if (Model.ReplayConsent == true) { {I} }", nameof(ConsentState.Granted))]
    [InlineData("@{ if (!Model.HasUserConsented) { return; } }\n{I}", nameof(ConsentState.Granted))]
    [InlineData("@section Head { @if (Model.HasUserConsented) { {I} } }", nameof(ConsentState.Granted))]
    [InlineData("@if (Model.HasUserConsented) { <environment include=\"Production\">{I}</environment> }", nameof(ConsentState.Granted))]
    [InlineData("<environment include=\"Production\">{I}</environment>", nameof(ConsentState.NotGranted))]
    public void A_partial_view_begins_with_what_is_known_at_all_of_its_inclusions(string page, string expected)
    {
        string[] ways =
        [
            "<partial name=\"_Film\" />",
            "<partial name=\"~/Views/Shared/_Film.cshtml\" />",
            "<partial name=\"@Names.Film\" />",
            "@await Html.PartialAsync(\"_Film\")",
            "@Html.Partial(\"_Film\")",
            "@{ await Html.RenderPartialAsync(\"/Views/Shared/_Film.cshtml\"); }",
        ];

        foreach (var way in ways)
        {
            var state = Single("namespace Shop { static class Names { public const string Film = \"_Film\"; } }", Partial, (Partial, Tag), (Page, "@model PageModel\n" + page.Replace("{I}", way)));
            Assert.True(expected == state.State.ToString(), $"{way}: {state.State}");
        }
    }

    [Fact]
    public void The_inclusion_without_consent_is_named()
    {
        var page = "@model PageModel\n@if (Model.HasUserConsented) {\n <partial name=\"_Film\" />\n}\n<p>a</p>\n  <partial name=\"_Film\" />\n";

        var state = Single("", Partial, (Partial, Tag), (Page, page));

        Assert.Equal(ConsentState.NotGranted, state.State);
        Assert.Equal("/shop/" + Page, state.Inclusion!.GetLineSpan().Path);
        Assert.Equal(5, state.Inclusion.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_view_that_nobody_includes_is_judged_by_what_it_is()
    {
        Assert.Equal(ConsentState.Unknown, Single("", Partial, (Partial, Tag)).State);
        Assert.Equal(DoubtReason.NotIncluded, Single("", Partial, (Partial, Tag)).Doubt?.Reason);
        Assert.Equal(ConsentState.Unknown, Single("", Partial, (Partial, Tag), (Page, "@foreach (var n in new[] { \"_Film\" }) { <partial name=\"@n\" /> }")).State);
        Assert.Equal(ConsentState.Unknown, Single("", ComponentView, (ComponentView, Tag)).State);
        Assert.Equal(ConsentState.NotGranted, Single("", Page, (Page, Tag)).State);
        Assert.Equal(ConsentState.NotGranted, Single("", Layout, (Layout, Tag + "@RenderBody()")).State);
        Assert.Equal(ConsentState.NotGranted, Single("", "Pages/_Film.cshtml", ("Pages/_Film.cshtml", "@page\n" + Tag)).State);
        Assert.Equal(ConsentState.Granted, Single("", Partial, (Partial, "@model PageModel\n@if (Model.HasUserConsented) { " + Tag + " }")).State);
    }

    [Fact]
    public void Inclusions_are_followed_through_views()
    {
        const string Middle = "Views/Shared/_Middle.cshtml";

        Assert.Equal(ConsentState.Granted, Single("", Partial, (Partial, Tag), (Middle, "<partial name=\"_Film\" />"), (Layout, "@model PageModel\n@if (Model.HasUserConsented) { <partial name=\"_Middle\" /> } @RenderBody()")).State);
        Assert.Equal(ConsentState.NotGranted, Single("", Partial, (Partial, Tag), (Middle, "<partial name=\"_Film\" />"), (Layout, "<partial name=\"_Middle\" /> @RenderBody()")).State);
        Assert.Equal(ConsentState.Unknown, Single("", Partial, (Partial, Tag), (Middle, "<partial name=\"_Film\" />")).State);
        Assert.Equal(ConsentState.Granted, Single("", Partial, (Partial, Tag + "<partial name=\"_Film\" />"), (Page, "@model PageModel\n@if (Model.HasUserConsented) { <partial name=\"_Film\" /> }")).State);
    }

    [Fact]
    public void The_nearest_view_of_a_name_is_meant()
    {
        const string Near = "Views/Home/_Film.cshtml";

        var pages = new (string, string)[] { (Partial, Tag), (Near, Tag), (Page, "@model PageModel\n@if (Model.HasUserConsented) { <partial name=\"_Film\" /> }"), ("Views/Other/Index.cshtml", "<partial name=\"_Film\" />") };

        Assert.Equal(ConsentState.Granted, Single("", Near, pages).State);
        Assert.Equal(ConsentState.NotGranted, Single("", Partial, pages).State);
    }

    [Theory]
    [InlineData("@if (Model.HasUserConsented) { {I} }", nameof(ConsentState.Granted))]
    [InlineData("{I}", nameof(ConsentState.NotGranted))]
    public void A_view_component_is_included_where_it_is_invoked(string page, string expected)
    {
        string[] ways =
        [
            "@await Component.InvokeAsync(\"Film\")",
            "@await Component.InvokeAsync(\"Film\", new { a = 1 })",
            "@await Component.InvokeAsync(typeof(FilmViewComponent))",
            "@(await Component.InvokeAsync<FilmViewComponent>())",
            "<vc:film></vc:film>",
        ];

        foreach (var way in ways)
        {
            var state = Single(Film, ComponentView, (ComponentView, Tag), (Page, "@model PageModel\n" + page.Replace("{I}", way)));
            Assert.True(expected == state.State.ToString(), $"{way}: {state.State}");
        }
    }

    [Theory]
    [InlineData("if (Request.Cookies[\"cookie-consent\"] != \"yes\") return Content(\"\"); return View();", nameof(ConsentState.Granted))]
    [InlineData("if (!accepts) return View(\"Empty\"); return View(\"Default\", new PageModel());", nameof(ConsentState.Granted), "bool accepts => Request.Cookies[\"cookie-consent\"] == \"yes\";")]
    [InlineData("return Request.Cookies[\"cookie-consent\"] == \"yes\" ? View() : Content(\"\");", nameof(ConsentState.Granted))]
    [InlineData("if (ViewData[\"id\"] == null) return Content(\"\"); return View();", nameof(ConsentState.NotGranted))]
    [InlineData("return Request.Cookies[\"cookie-consent\"] == \"yes\" ? View() : View();", nameof(ConsentState.NotGranted))]
    public void A_view_component_may_be_the_gate(string body, string expected, string members = "")
    {
        var source = "namespace Shop { using Microsoft.AspNetCore.Mvc; [ViewComponent(Name = \"Film\")] public class Tracking : ViewComponent { public IViewComponentResult Invoke() { " + body + " } " + members + " } }";

        Assert.Equal(expected, Single(source, ComponentView, (ComponentView, Tag), (Page, "@await Component.InvokeAsync(\"Film\")")).State.ToString());
    }

    [Theory]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { @await RenderSectionAsync(\"Film\", false) } @RenderBody()", nameof(ConsentState.Granted))]
    [InlineData("@await RenderSectionAsync(\"Film\", false) @RenderBody()", nameof(ConsentState.NotGranted))]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { @RenderSection(\"Film\", false) } else { @RenderSection(\"Film\", false) } @RenderBody()", nameof(ConsentState.NotGranted))]
    public void A_section_is_rendered_by_the_layout(string layout, string expected) =>
        Assert.Equal(expected, Single("", Page, (Page, "@section Film { <p>a</p>" + Tag + " }"), (Layout, layout)).State.ToString());

    [Theory]
    [InlineData("@if (HasConsent) { <Film /> }\n@code { bool HasConsent => false; }", nameof(ConsentState.Granted))]
    [InlineData("<Film />\n@code { bool HasConsent => false; }", nameof(ConsentState.NotGranted))]
    [InlineData("@if (HasConsent) { <Box><Film /></Box> }\n@code { bool HasConsent => false; }", nameof(ConsentState.Granted))]
    [InlineData("<Gate><Film /></Gate>", nameof(ConsentState.Granted))]
    [InlineData("<Box><Film /></Box>", nameof(ConsentState.NotGranted))]
    [InlineData("<Box><Gate><p>@DateTime.Now</p><Film /></Gate></Box>", nameof(ConsentState.Granted))]
    [InlineData("@if (HasConsent) { <Film /> } <Gate /><Film />\n@code { bool HasConsent => false; }", nameof(ConsentState.NotGranted))]
    public void A_component_is_included_by_its_tag(string page, string expected) =>
        Assert.Equal(
            expected,
            Single(
                "",
                "Components/Film.razor",
                ("Components/Film.razor", Tag),
                ("Components/Box.razor", "<div>@ChildContent</div>\n@code { [Parameter] public RenderFragment ChildContent { get; set; } }"),
                ("Components/Gate.razor", "@if (HasConsent) { @ChildContent }\n@code { [Parameter] public RenderFragment ChildContent { get; set; } bool HasConsent => false; }"),
                ("Components/Page.razor", "@page \"/\"\n" + page)).State.ToString());

    [Fact]
    public void A_component_that_nobody_includes_and_one_with_a_route_are_shown_for_themselves()
    {
        Assert.Equal(ConsentState.NotGranted, Single("", "Components/Film.razor", ("Components/Film.razor", Tag)).State);
        Assert.Equal(
            ConsentState.NotGranted,
            Single("", "Components/Film.razor", ("Components/Film.razor", "@page \"/film\"\n" + Tag), ("Components/A.razor", "@if (HasConsent) { <Film /> }\n@code { bool HasConsent => false; }")).State);
    }

    [Fact]
    public void A_banner_beside_a_script_is_no_gate() =>
        Assert.Equal(
            ConsentState.NotGranted,
            Single("", Layout, ("Views/Shared/_CookieConsent.cshtml", "<p>We use cookies</p>"), (Layout, "<partial name=\"_CookieConsent\" />" + Tag + "@RenderBody()")).State);

    private static RazorState Single(string source, string asked, params (string Path, string Text)[] views)
    {
        var compilation = Compile(source, views);
        Assert.Empty(Errors(compilation));
        return Assert.Single(Ask(compilation, asked, views));
    }
}
