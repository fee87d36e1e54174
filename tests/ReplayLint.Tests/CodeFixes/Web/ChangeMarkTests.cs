using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class ChangeMarkTests
{
    [Theory]
    [InlineData("<div data-clarity-unmask=\"true\">x</div>", "<div>x</div>")]
    [InlineData("<div id=\"a\" data-clarity-unmask=true>x</div>", "<div id=\"a\">x</div>")]
    [InlineData("<p\r\n\tclass=\"a\"\r\n\tdata-clarity-unmask=\"true\"\r\n\tid=\"b\">x</p>\r\n", "<p\r\n\tclass=\"a\"\r\n\tid=\"b\">x</p>\r\n")]
    [InlineData("<Card data-clarity-unmask=\"true\" Title=\"@title\" />", "<Card Title=\"@title\" />")]
    [InlineData("@if (a) { <p data-clarity-unmask='true'>@b</p> }", "@if (a) { <p>@b</p> }")]
    public Task An_attribute_that_shows_content_is_taken_away(string text, string fixedText) =>
        WebFixVerifier.VerifyAsync("RPL2003", "Pages/Index.razor", text, fixedText);

    [Theory]
    [InlineData("<div class=\"a dd-privacy-allow b\">x</div>", "<div class=\"a b\">x</div>")]
    [InlineData("<div class=\"dd-privacy-allow b\">x</div>", "<div class=\"b\">x</div>")]
    [InlineData("<div class=\" dd-privacy-allow \" id=\"a\">x</div>", "<div id=\"a\">x</div>")]
    [InlineData("<div class=\"@a dd-privacy-allow @b\">x</div>", "<div class=\"@a @b\">x</div>")]
    [InlineData("<div class=dd-privacy-allow>x</div>", "<div>x</div>")]
    public Task And_so_is_a_class(string text, string fixedText) =>
        WebFixVerifier.VerifyAsync("RPL2003", "Views/Index.cshtml", text, fixedText);

    [Fact]
    public Task A_class_that_code_chooses_is_left() =>
        WebFixVerifier.VerifyNoFixAsync("RPL2003", "Views/Index.cshtml", "<div class=\"@(open ? \" dd-privacy-allow \" : null)\">x</div>");

    [Fact]
    public Task Several_marks_and_several_files_are_changed_at_once() =>
        WebFixVerifier.VerifyAsync(
            "RPL2003",
            [("a.html", "<b data-clarity-unmask=\"true\" class=\"ym-record-keys x\">1</b><i class='fs-unmask'>2</i>"), ("b.cshtml", "\uFEFF<b class=\"x fs-unmask\">1</b>")],
            [("a.html", "<b class=\"x\">1</b><i>2</i>"), ("b.cshtml", "\uFEFF<b class=\"x\">1</b>")]);

    [Theory]
    [InlineData("<Label replay:SessionReplay.Mask=\"Unmask\" Text=\"a\" />", "<Label Text=\"a\" />")]
    [InlineData("<Label\n        Text=\"a\"\n        replay:SessionReplay.Mask=\"Unmask\" />", "<Label\n        Text=\"a\" />")]
    public Task In_xaml_the_property_is_taken_away(string label, string fixedLabel) =>
        WebFixVerifier.VerifyAsync("RPL2003", "MainPage.xaml", Xaml(label), Xaml(fixedLabel));

    [Theory]
    [InlineData("<form data-dd-privacy=\"allow\"><input name=\"cvv\"></form>", "<form data-dd-privacy=\"allow\"><input name=\"cvv\" data-dd-privacy=\"hidden\"></form>")]
    [InlineData("<input name=\"cvv\" data-dd-privacy=\"allow\" />", "<input name=\"cvv\" data-dd-privacy=\"hidden\" />")]
    [InlineData("<input name=\"cvv\" class=\"dd-privacy-allow\" />", "<input name=\"cvv\" data-dd-privacy=\"hidden\" />")]
    [InlineData("<p class=\"fs-unmask\"><input name=\"cvv\" class=\"wide\"></p>", "<p class=\"fs-unmask\"><input name=\"cvv\" class=\"wide fs-exclude\"></p>")]
    [InlineData("<p class=\"fs-unmask\"><input name=\"cvv\" class=wide></p>", "<p class=\"fs-unmask\"><input name=\"cvv\" class=\"wide fs-exclude\"></p>")]
    [InlineData("<p class=\"fs-unmask\"><input name=\"cvv\" class></p>", "<p class=\"fs-unmask\"><input name=\"cvv\" class=\"fs-exclude\"></p>")]
    [InlineData("<p class=\"fs-unmask\"><input name=cvv></p>", "<p class=\"fs-unmask\"><input name=cvv class=\"fs-exclude\"></p>")]
    [InlineData("<input name=\"cvv\" class=\"fs-unmask wide\">", "<input name=\"cvv\" class=\"fs-exclude wide\">")]
    public Task A_sensitive_field_is_blocked(string text, string fixedText) =>
        WebFixVerifier.VerifyAsync("RPL2004", "Views/Pay.cshtml", text, fixedText);

    [Fact]
    public Task A_component_is_blocked_like_an_element() =>
        WebFixVerifier.VerifyAsync(
            "RPL2004",
            "Pages/Pay.razor",
            "<div class=\"fs-unmask\">\n    <InputText @bind-Value=\"model.CardNumber\" class=\"wide\" />\n</div>",
            "<div class=\"fs-unmask\">\n    <InputText @bind-Value=\"model.CardNumber\" class=\"wide fs-exclude\" />\n</div>");

    [Fact]
    public Task But_not_where_text_and_code_would_mix() =>
        WebFixVerifier.VerifyNoFixAsync("RPL2004", "Pages/Pay.razor", "<div class=\"fs-unmask\"><InputText @bind-Value=\"model.CardNumber\" class=\"@style\" /></div>");

    [Fact]
    public Task A_recorder_whose_marks_no_source_confirms_gets_none() =>
        WebFixVerifier.VerifyNoFixAsync("RPL2004", "Pages/Pay.cshtml", "<p data-dtrum-allow><input name=\"cvv\"></p>");

    [Theory]
    [InlineData("data-cookieconsent=\"necessary\"", "data-cookieconsent=\"statistics\"")]
    [InlineData("class=\"a optanon-category-C0001\"", "class=\"a optanon-category-C0002\"")]
    [InlineData("data-cookieyes=cookieyes-necessary", "data-cookieyes=cookieyes-analytics")]
    public Task A_recorder_waits_for_consent_to_statistics(string category, string fixedCategory) =>
        WebFixVerifier.VerifyAsync(
            "RPL1006",
            "Views/Shared/_Layout.cshtml",
            $"<script type=\"text/plain\" {category}>\nposthog.init('@Model.Key');\n</script>\n",
            $"<script type=\"text/plain\" {fixedCategory}>\nposthog.init('@Model.Key');\n</script>\n");

    [Fact]
    public Task Where_the_team_names_the_categories_nothing_is_offered() =>
        WebFixVerifier.VerifyNoFixAsync("RPL1006", "a.html", "<script type=\"text/plain\" data-consent-category=\"necessary\">posthog.init('k');</script>");

    private static string Xaml(string label) =>
        $"""
        <ContentPage xmlns="http://schemas.microsoft.com/dotnet/2021/maui" xmlns:replay="clr-namespace:Sentry.Maui;assembly=Sentry.Maui">
            {label}
        </ContentPage>
        """;
}
