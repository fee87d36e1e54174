using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Masking;

public class SensitiveFieldNotBlockedTests
{
    private const string Model = """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Identity;
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public abstract class DataClassificationAttribute : Attribute;
        }
        namespace Shop
        {
            public sealed class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
            public sealed class PublicDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
            public class Checkout
            {
                [DataType(DataType.Password)] public string Secret { get; set; } = "";
                [DataType(DataType.CreditCard)] public string Plastic { get; set; } = "";
                [CreditCard] public string Number { get; set; } = "";
                [PersonalData] public string Nick { get; set; } = "";
                [PrivateData] public string Mood { get; set; } = "";
                [PublicData] public string Motto { get; set; } = "";
                [DataType(DataType.Date)] public string Day { get; set; } = "";
                public string Country { get; set; } = "";
                public string PinMap { get; set; } = "";
                public Payment Payment { get; set; } = new();
            }

            public record Payment([property: CreditCard] string Digits = "", [CreditCard] string Holder = "");
        }
        """;

    [Theory]
    [InlineData("<input autocomplete=\"cc-number\">")]
    [InlineData("<input autocomplete=\"billing cc-csc\">")]
    [InlineData("<input name=\"cardNumber\">")]
    [InlineData("<input id=\"iban\">")]
    [InlineData("<input name=\"Payment.Cvv\" type=\"text\">")]
    [InlineData("<input name=\"password\" type=\"text\">")]
    [InlineData("<input name=\"password_confirmation2\">")]
    [InlineData("<input autocomplete=\"one-time-code\" inputmode=\"numeric\">")]
    [InlineData("<textarea name=\"social-security-number\"></textarea>")]
    [InlineData("<input asp-for=\"Plastic\">")]
    [InlineData("<input asp-for=\"Number\" />")]
    [InlineData("<input asp-for=\"Nick\">")]
    [InlineData("<input asp-for=\"Mood\">")]
    [InlineData("<input asp-for=\"Payment.Digits\">")]
    [InlineData("<input asp-for=\"@Model.Payment.Digits\">")]
    [InlineData("<input asp-for=\"Payment.Holder\">")]
    [InlineData("<input asp-for=\"Secret\" type=\"text\">")]
    public Task A_field_that_a_recorder_holds_in_clear_is_found(string field) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"@model Checkout\n<form>{{|RPL2004:{StartTag(field)}|}}{Rest(field)}</form>", Model);

    [Theory]
    [InlineData("@Html.TextBoxFor(m => m.Number)")]
    [InlineData("@Html.EditorFor(m => m.Nick)")]
    [InlineData("@Html.TextBoxFor(m => m.Country, new { autocomplete = \"cc-number\" })")]
    [InlineData("@Html.TextBox(\"CardNumber\")")]
    public Task A_field_that_a_helper_writes_is_found(string field) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"@model Checkout\n<form>{{|RPL2004:{field}|}}</form>", Model);

    [Theory]
    [InlineData("<input type=\"password\">")]
    [InlineData("<input asp-for=\"Secret\">")]
    [InlineData("@Html.PasswordFor(m => m.Secret)")]
    [InlineData("<input autocomplete=\"current-password\" type=\"password\" name=\"password\">")]
    public Task A_recorder_that_masks_passwords_in_any_case_is_left_alone(string field) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"@model Checkout\n<form>{field}</form>", Model);

    [Theory]
    [InlineData("<input type=\"search\" name=\"card-number\">")]
    [InlineData("<input name=\"pin-map\">")]
    [InlineData("<input asp-for=\"PinMap\">")]
    [InlineData("<div id=\"card\">cvv, iban, password</div>")]
    [InlineData("<input name=\"cvv-help\" placeholder=\"cvv\">")]
    [InlineData("<input name=\"passwordHint\">")]
    [InlineData("<input type=\"checkbox\" name=\"show-password\">")]
    [InlineData("<input type=\"hidden\" name=\"__RequestVerificationToken\" value=\"x\">")]
    [InlineData("<input type=\"hidden\" name=\"card-number\">")]
    [InlineData("<select asp-for=\"Country\"></select>")]
    [InlineData("<input asp-for=\"Motto\">")]
    [InlineData("<input asp-for=\"Day\">")]
    [InlineData("<button name=\"password\">Reset</button>")]
    [InlineData("<label asp-for=\"Number\"></label><span asp-validation-for=\"Number\"></span>")]
    [InlineData("@Html.LabelFor(m => m.Number)")]
    [InlineData("@Html.TextBoxFor(m => m.Country)")]
    [InlineData("@Html.TextBoxFor(m => m.Number, new { @class = \"ph-no-capture\" })")]
    public Task What_only_looks_like_such_a_field_is_not(string field) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"@model Checkout\n<form>{field}</form>", Model);

    [Theory]
    [InlineData("<input name=\"pin\">")]
    [InlineData("<input name=\"account-number\">")]
    public Task A_name_that_may_mean_something_else_gives_a_hint(string field) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"{{|RPL2004?:{field}|}}");

    [Fact]
    public Task A_field_that_can_show_its_password_gives_a_hint() =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, "@{ var show = true; }\n{|RPL2004?:<input name=\"password\" type=\"@(show ? \"text\" : \"password\")\">|}");

    [Theory]
    [InlineData("class=\"ph-no-capture\"")]
    [InlineData("class=\"wide ph-no-capture\"")]
    [InlineData("class=\"@(true ? \"ph-no-capture\" : \"\")\"")]
    public async Task A_mark_on_the_field_or_around_it_protects(string mark)
    {
        await ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"<input autocomplete=\"cc-number\" {mark}>");
        await ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"<form {mark}><p><input autocomplete=\"cc-number\"></p></form>");
        await ContentVerifier.VerifyAsync(ContentVerifier.PostHogWithInputs, $"<form {mark}></form>{{|RPL2004:<input autocomplete=\"cc-number\">|}}");
    }

    /// <summary>What is typed is ignored in the field that says so, and a class about text is not about what is typed.</summary>
    [Fact]
    public Task A_mark_of_something_else_does_not_protect() =>
        ContentVerifier.VerifyAsync(
            "<script>posthog.init('k', { session_recording: { maskAllInputs: false, maskTextClass: 'private', maskTextSelector: '.secret' } });</script>@RenderBody()",
            """
            <input autocomplete="cc-number" class="ph-ignore-input">
            <form class="ph-ignore-input">{|RPL2004:<input autocomplete="cc-number">|}</form>
            {|RPL2004:<input autocomplete="cc-number" class="wide ph-mask">|}
            {|RPL2004:<input autocomplete="cc-number" class="private">|}
            {|RPL2004:<input autocomplete="cc-number" class="secret">|}
            """);

    [Fact]
    public Task A_mark_that_the_options_name_protects_too() =>
        ContentVerifier.VerifyAsync(
            "<script>posthog.init('k', { session_recording: { maskAllInputs: false, blockClass: 'private', blockSelector: '[data-secret], .hide' } });</script>@RenderBody()",
            """
            <input autocomplete="cc-number" class="private">
            <p data-secret><input autocomplete="cc-number"></p>
            <p class="hide"><input autocomplete="cc-number"></p>
            {|RPL2004:<input autocomplete="cc-number">|}
            """);

    [Fact]
    public Task A_mark_that_is_not_understood_makes_a_hint() =>
        ContentVerifier.VerifyAsync(
            "<script>posthog.init('k', { session_recording: { maskAllInputs: false, blockSelector: 'form > .private' } });</script>@RenderBody()",
            "{|RPL2004?:<input autocomplete=\"cc-number\">|}");

    [Fact]
    public Task Inputs_that_are_masked_by_default_are_no_finding() =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHog, "<input autocomplete=\"cc-number\"><input type=\"password\"><input name=\"iban\">");

    [Theory]
    [InlineData("<script src=\"https://www.clarity.ms/tag/abc\"></script>")]
    [InlineData("<script src=\"https://static.hotjar.com/c/hotjar-1.js\"></script>")]
    [InlineData("<script>Sentry.init({ integrations: [Sentry.replayIntegration()], replaysSessionSampleRate: 0.1 });</script>")]
    public Task Recorders_that_hold_no_inputs_are_left_alone(string script) =>
        ContentVerifier.VerifyAsync(script + "@RenderBody()", "<input autocomplete=\"cc-number\"><input type=\"password\"><input name=\"iban\">");

    [Fact]
    public Task A_recorder_that_shows_inputs_by_default_holds_cards_and_no_passwords() =>
        ContentVerifier.VerifyAsync(
            "<script>LogRocket.init('shop/web');</script>@RenderBody()",
            "{|RPL2004:<input autocomplete=\"cc-number\">|}<input type=\"password\"><input data-private autocomplete=\"cc-number\">");

    [Fact]
    public Task A_recorder_whose_masking_is_not_known_gives_a_hint() =>
        ContentVerifier.VerifyAsync(
            "<script src=\"https://edge.fullstory.com/s/fs.js\"></script>@RenderBody()",
            "{|RPL2004?:<input type=\"password\">|}<input type=\"password\" class=\"fs-exclude\">");

    [Fact]
    public Task An_unmask_mark_shows_the_field_whatever_films_the_page() =>
        ContentVerifier.VerifyAsync(
            "@RenderBody()",
            """
            <form data-dd-privacy="allow">
              {|RPL2004:<input name="cardNumber">|}
              <input name="cardNumber" autocomplete="cc-number">
              <input type="password">
              <input name="iban" data-dd-privacy="mask">
              <input name="city">
            </form>
            <p data-clarity-unmask="true"><input name="iban"></p>
            """);

    [Fact]
    public Task Options_anywhere_in_the_project_count() =>
        ContentVerifier.VerifyAsync(
            "",
            ("Views/Shared/_Layout.cshtml", "<script src=\"~/js/site.js\"></script>@RenderBody()"),
            ("wwwroot/js/site.js", "Rollbar.init({ replay: { enabled: true } });"),
            ("Views/Home/Index.cshtml", "{|RPL2004:<input autocomplete=\"cc-number\">|}<input type=\"password\">"));

    [Fact]
    public Task A_page_of_its_own_films_itself_only() =>
        ContentVerifier.VerifyAsync(
            "",
            ("Views/Home/Index.cshtml", "<script>LogRocket.init('shop/web');</script>{|RPL2004:<input autocomplete=\"cc-number\">|}"),
            ("Views/Home/Other.cshtml", "<input autocomplete=\"cc-number\">"),
            ("Pages/Alone.cshtml", "@{ Layout = null; }<input autocomplete=\"cc-number\">"),
            ("wwwroot/help.html", "<input autocomplete=\"cc-number\">"));

    [Fact]
    public Task A_page_without_a_layout_is_filmed_by_the_scripts_that_it_loads() =>
        ContentVerifier.VerifyAsync(
            "",
            ("wwwroot/js/replay.js", "LogRocket.init('shop/web');"),
            ("wwwroot/pay.html", "<script src=\"js/replay.js\"></script>{|RPL2004:<input autocomplete=\"cc-number\">|}"),
            ("wwwroot/help.html", "<script src=\"js/other.js\"></script><input autocomplete=\"cc-number\">"));

    [Fact]
    public Task What_code_starts_films_the_components() =>
        ContentVerifier.VerifyAsync(
            Model + """
            namespace Shop
            {
                public class Recorder(Microsoft.JSInterop.IJSRuntime script)
                {
                    public async Task Start() => await Microsoft.JSInterop.JSRuntimeExtensions.InvokeVoidAsync(script, "rrweb.record", new { maskAllInputs = false });
                }
            }
            """,
            ("Components/Pages/Pay.razor", """
                @page "/pay"
                <EditForm Model="_checkout">
                    {|RPL2004:<InputText @bind-Value="_checkout.Number" />|}
                    {|RPL2004:<InputText @bind-Value="_checkout.Nick" />|}
                    {|RPL2004:<input @bind="_cardNumber" />|}
                    <InputText class="rr-block" @bind-Value="_checkout.Number" />
                    <InputText type="password" @bind-Value="_checkout.Secret" />
                    {|RPL2004:<InputText @bind-Value="_checkout.Secret" />|}
                    <InputText @bind-Value="_checkout.Country" />
                </EditForm>
                @code {
                    private readonly Checkout _checkout = new();
                    private string _cardNumber = "";
                }
                """));

    [Fact]
    public Task A_script_in_a_text_of_the_code_films_the_pages() =>
        ContentVerifier.VerifyAsync(
            """
            namespace Shop
            {
                public static class Snippet
                {
                    public static string Html => "<script>LogRocket.init('shop/web');</script>";
                }
            }
            """,
            ("Views/Home/Index.cshtml", "{|RPL2004:<input autocomplete=\"cc-number\">|}"));

    [Fact]
    public Task Without_generated_code_the_model_is_found_by_its_name() =>
        ContentVerifier.VerifyTextAsync(
            Model,
            ("Views/Shared/_Layout.cshtml", ContentVerifier.PostHogWithInputs),
            ("Views/Home/Index.cshtml", "@model Shop.Checkout\n{|RPL2004:<input asp-for=\"Payment.Digits\">|}<input asp-for=\"Country\"><input asp-for=\"Payment.\">{|RPL2004:@Html.TextBoxFor(m => m.Number)|}"));

    [Fact]
    public Task Several_recorders_are_a_finding_each() =>
        ContentVerifier.VerifyAsync(
            "<script>LogRocket.init('shop/web'); posthog.init('k', { session_recording: { maskAllInputs: false } });</script>@RenderBody()",
            "{|RPL2004:{|RPL2004:<input autocomplete=\"cc-number\">|}|}");

    [Theory]
    [InlineData("<form><input autocomplete=\"cc-number\" class=\"")]
    [InlineData("<input asp-for=\"")]
    [InlineData("<input asp-for=\"Payment.Digits")]
    [InlineData("@Html.TextBoxFor(m => m.")]
    [InlineData("<input @bind-Value=\"@(")]
    public async Task What_is_being_typed_does_no_harm(string page) =>
        await ContentVerifier.FindAsync(
            ContentVerifier.Compile(Model, ("Views/Shared/_Layout.cshtml", ContentVerifier.PostHogWithInputs), ("Views/Home/Index.cshtml", "@model Checkout\n" + page)),
            [("Views/Shared/_Layout.cshtml", ContentVerifier.PostHogWithInputs), ("Views/Home/Index.cshtml", "@model Checkout\n" + page)]);

    [Fact]
    public async Task The_fix_is_told_the_mark()
    {
        const string Page = "<p><input name=\"iban\"></p>";
        (string, string)[] files = [("Views/Shared/_Layout.cshtml", ContentVerifier.PostHogWithInputs), ("Views/Home/Index.cshtml", Page)];
        var finding = Assert.Single(await ContentVerifier.FindAsync(ContentVerifier.Compile("", files), files));

        Assert.Equal(".ph-no-capture", finding.Properties[FixProperties.Mark]);
    }

    [Theory]
    [InlineData("<input autocomplete=\"cc-number\">", "<input autocomplete=\"cc-number\" data-private>")]
    [InlineData("<p>\r\n\t<input\r\n\t\tname=\"iban\"\r\n\t\tclass=\"wide\" />\r\n</p>", "<p>\r\n\t<input\r\n\t\tname=\"iban\"\r\n\t\tclass=\"wide\" data-private />\r\n</p>")]
    public Task The_fix_puts_the_mark_of_the_recorder_on_the_field(string field, string fixedField)
    {
        const string Script = "<script>LogRocket.init('shop/web');</script>\n@* kept *@\n";
        return WebFixVerifier.VerifyAsync("RPL2004", "Views/Home/Index.cshtml", Script + field, Script + fixedField);
    }

    [Fact]
    public Task The_fix_puts_the_marks_of_several_recorders()
    {
        const string Script = "<script>LogRocket.init('shop/web'); rrweb.record({ emit: send });</script>\n";
        return WebFixVerifier.VerifyAsync(
            "RPL2004",
            "Views/Home/Index.cshtml",
            Script + "<input autocomplete=\"cc-number\"><input name=\"iban\">",
            Script + "<input autocomplete=\"cc-number\" data-private class=\"rr-block\"><input name=\"iban\" data-private class=\"rr-block\">");
    }

    [Fact]
    public Task A_call_that_writes_the_field_is_left_to_its_author() =>
        WebFixVerifier.VerifyNoFixAsync("RPL2004", "Views/Home/Index.cshtml", "<script>LogRocket.init('shop/web');</script><form>@Html.TextBox(\"CardNumber\")</form>");

    private static string StartTag(string element) => element[..(element.IndexOf('>') + 1)];

    private static string Rest(string element) => element[(element.IndexOf('>') + 1)..];
}
