using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Masking;

public class PersonalDataNotMaskedTests
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
            public class Page
            {
                [PersonalData] public string Nick { get; set; } = "";
                [ProtectedPersonalData] public string Pet { get; set; } = "";
                [PrivateData] public string Mood { get; set; } = "";
                [PersonalData] public DateTime? Born { get; set; }
                [PersonalData] public bool WantsNews { get; set; }
                public string Title { get; set; } = "";
                public string Email { get; set; } = "";
                public int EmailCount { get; set; }
                public string SupportEmail { get; set; } = "";
                public Customer Customer { get; set; } = new();
                public Company Company { get; set; } = new();
                public List<Customer> Customers { get; } = [];
                public IdentityUser Account { get; } = new();
            }

            public class Customer
            {
                public string Name { get; set; } = "";
                public string FirstName { get; set; } = "";
                public string Address { get; set; } = "";
                [EmailAddress] public string Reach { get; set; } = "";
            }

            public class Company
            {
                public string Name { get; set; } = "";
                public string Phone { get; set; } = "";
                public string Email { get; set; } = "";
            }
        }
        """;

    [Theory]
    [InlineData("@Model.Nick")]
    [InlineData("@(Model.Nick)")]
    [InlineData("@Model.Pet.ToUpper()")]
    [InlineData("@Model.Mood")]
    [InlineData("@Model.Born?.ToString(\"d\")")]
    [InlineData("@(Model.Nick ?? \"nobody\")")]
    [InlineData("@(\"Hello \" + Model.Nick)")]
    [InlineData("@($\"Hello {Model.Nick}\")")]
    [InlineData("@Html.DisplayFor(m => m.Nick)")]
    [InlineData("@Html.DisplayTextFor(m => m.Pet)")]
    [InlineData("@Model.Account.UserName")]
    [InlineData("@User.Identity?.Name")]
    [InlineData("@User.FindFirst(System.Security.Claims.ClaimTypes.Email)?.Value")]
    public Task Data_that_is_declared_to_be_personal_is_found(string expression) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHog, $"@model Page\n<p>{{|RPL2005:{expression}|}}</p>", Model);

    [Theory]
    [InlineData("@Model.Email")]
    [InlineData("@Model.Customer.Name")]
    [InlineData("@Model.Customer.FirstName")]
    [InlineData("@Model.Customer.Address")]
    [InlineData("@Model.Customer.Reach")]
    [InlineData("@ViewBag.UserName")]
    public Task Data_that_is_named_like_it_gives_a_hint(string expression) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHog, $"@model Page\n<p>{{|RPL2005?:{expression}|}}</p>", Model);

    [Theory]
    [InlineData("@Model.Title")]
    [InlineData("@Model.EmailCount")]
    [InlineData("@Model.WantsNews")]
    [InlineData("@Model.SupportEmail")]
    [InlineData("@Model.Company.Name")]
    [InlineData("@Model.Company.Phone")]
    [InlineData("@Model.Company.Email")]
    [InlineData("@Model.Nick.Length")]
    [InlineData("@nameof(Model.Nick)")]
    [InlineData("@Html.DisplayNameFor(m => m.Nick)")]
    [InlineData("<a href=\"mailto:@Model.Nick\">Write</a>")]
    [InlineData("<img alt=\"@Model.Nick\" title=\"@Model.Nick\">")]
    [InlineData("<input value=\"@Model.Nick\">")]
    [InlineData("<textarea>@Model.Nick</textarea>")]
    [InlineData("<script>var nick = \"@Model.Nick\";</script>")]
    [InlineData("@if (Model.Nick == \"\") { <b>none</b> }")]
    [InlineData("@* @Model.Nick *@ info@example.com @@Nick")]
    public Task What_only_looks_like_it_is_not(string content) =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHog, $"@model Page\n<p>{content}</p>", Model);

    [Theory]
    [InlineData("class=\"ph-mask\"")]
    [InlineData("class=\"ph-no-capture\"")]
    public async Task A_mark_on_the_element_or_around_it_protects(string mark)
    {
        await ContentVerifier.VerifyAsync(ContentVerifier.PostHog, $"@model Page\n<b {mark}>@Model.Nick</b>", Model);
        await ContentVerifier.VerifyAsync(ContentVerifier.PostHog, $"@model Page\n<div {mark}><p><b>@Model.Nick</b></p></div>", Model);
    }

    [Fact]
    public Task What_keeps_out_input_only_does_not_protect() =>
        ContentVerifier.VerifyAsync(ContentVerifier.PostHog, "@model Page\n<p class=\"ph-ignore-input\">{|RPL2005:@Model.Nick|}</p>", Model);

    [Theory]
    [InlineData("<script>posthog.init('k', { session_recording: { maskTextSelector: '*' } });</script>")]
    [InlineData("<script>posthog.init('k', { session_recording: { maskTextFn: hide } });</script>")]
    [InlineData("<script>Sentry.init({ integrations: [Sentry.replayIntegration()], replaysSessionSampleRate: 0.1 });</script>")]
    [InlineData("<script src=\"https://edge.fullstory.com/s/fs.js\"></script>")]
    public Task A_recorder_that_masks_text_or_may_is_left_alone(string script) =>
        ContentVerifier.VerifyAsync(script + "@RenderBody()", "@model Page\n<p>@Model.Nick</p>", Model);

    [Fact]
    public Task Part_of_the_text_may_be_masked_by_options() =>
        ContentVerifier.VerifyAsync(
            "<script>posthog.init('k', { session_recording: { maskTextSelector: '.private, [data-mask]' } });</script>@RenderBody()",
            "@model Page\n<p class=\"private\">@Model.Nick</p><p data-mask>@Model.Nick</p><p>{|RPL2005:@Model.Nick|}</p>",
            Model);

    [Fact]
    public Task A_recorder_that_masks_addresses_and_numbers_holds_the_rest() =>
        ContentVerifier.VerifyAsync(
            "<script src=\"https://www.clarity.ms/tag/abc\"></script>@RenderBody()",
            "@model Page\n<p>@Model.Email @Model.Account.Email @Model.Customer.Reach @Model.Account.PhoneNumber {|RPL2005:@Model.Nick|}</p><p data-clarity-mask=\"true\">@Model.Nick</p>",
            Model);

    [Fact]
    public Task An_unmask_mark_shows_all_of_it() =>
        ContentVerifier.VerifyAsync("@RenderBody()", "@model Page\n<p data-clarity-unmask=\"true\">{|RPL2005:@Model.Account.Email|}</p><p>@Model.Account.Email</p>", Model);

    [Fact]
    public Task Components_are_read_like_views() =>
        ContentVerifier.VerifyAsync(
            Model + """
            namespace Shop
            {
                public class Recorder(Microsoft.JSInterop.IJSRuntime script)
                {
                    public async Task Start() => await Microsoft.JSInterop.JSRuntimeExtensions.InvokeVoidAsync(script, "rrweb.record", new { maskAllInputs = true });
                }
            }
            """,
            ("Components/Pages/Home.razor", """
                @page "/"
                <PageTitle>@_page.Nick</PageTitle>
                <p>Hello {|RPL2005:@_page.Nick|}, {|RPL2005?:@_customer.FirstName|}</p>
                <p class="rr-mask">@_page.Nick</p>
                @foreach (var customer in _page.Customers)
                {
                    <li>{|RPL2005?:@customer.Name|}</li>
                }
                <InputText @bind-Value="_page.Title" />
                @code {
                    private readonly Page _page = new();
                    private readonly Customer _customer = new();
                }
                """));

    [Fact]
    public Task Without_generated_code_names_and_the_model_decide() =>
        ContentVerifier.VerifyTextAsync(
            Model,
            ("Views/Shared/_Layout.cshtml", ContentVerifier.PostHog),
            ("Views/Home/Index.cshtml", "@model Shop.Page\n<p>{|RPL2005:@Model.Nick|} {|RPL2005?:@Model.Customer.FirstName|} {|RPL2005?:@User.Identity.Name|} {|RPL2005?:@customer.Email|} @Model.Title @Model.Company.Email</p>"));

    [Fact]
    public Task Messages_and_pages_of_their_own_are_not_filmed() =>
        ContentVerifier.VerifyAsync(
            Model,
            ("Views/Shared/_Layout.cshtml", ContentVerifier.PostHog),
            ("Views/Emails/Welcome.cshtml", "@model Page\n<p>@Model.Nick</p>"),
            ("Views/Home/Print.cshtml", "@model Page\n@{ Layout = null; }<p>@Model.Nick</p>"));

    [Fact]
    public Task A_comment_with_a_reason_suppresses_it() =>
        ContentVerifier.VerifyAsync(
            ContentVerifier.PostHog,
            "@model Page\n@* replaylint-disable RPL2005: Nicknames are public in the forum (PRIV-9). *@\n<p>@Model.Nick</p>\n<p>{|RPL2005:@Model.Nick|}</p>",
            Model);

    [Fact]
    public Task No_recorder_no_finding() => ContentVerifier.VerifyAsync("@RenderBody()", "@model Page\n<p>@Model.Nick</p>", Model);

    [Theory]
    [InlineData("<p>@Model.")]
    [InlineData("<p>@(Model.Nick")]
    [InlineData("<p>@Html.DisplayFor(m => ")]
    [InlineData("<p>@Model.Nick?.")]
    public async Task What_is_being_typed_does_no_harm(string page)
    {
        (string, string)[] files = [("Views/Shared/_Layout.cshtml", ContentVerifier.PostHog), ("Views/Home/Index.cshtml", "@model Page\n" + page)];
        await ContentVerifier.FindAsync(ContentVerifier.Compile(Model, files), files);
    }

    [Fact]
    public async Task The_fix_is_told_the_mark()
    {
        const string Page = "@model Page\n<div>\n  <p>Hello <b id=\"nick\">@Model.Nick</b></p>\n</div>";
        (string, string)[] files = [("Views/Shared/_Layout.cshtml", ContentVerifier.PostHog), ("Views/Home/Index.cshtml", Page)];
        var finding = Assert.Single(await ContentVerifier.FindAsync(ContentVerifier.Compile(Model, files), files));

        Assert.Equal(".ph-mask", finding.Properties[FixProperties.Mark]);
    }

    [Theory]
    [InlineData("<p>Hello <b>@customer.Email</b>, @customer.FirstName</p>", "<p class=\"ph-mask\">Hello <b class=\"ph-mask\">@customer.Email</b>, @customer.FirstName</p>")]
    [InlineData("<li\n    class=\"row\">\n    @customer.Email\n</li>", "<li\n    class=\"row ph-mask\">\n    @customer.Email\n</li>")]
    [InlineData("<p>@customer.Email @customer.LastName</p>", "<p class=\"ph-mask\">@customer.Email @customer.LastName</p>")]
    public Task The_fix_puts_the_mark_of_the_recorder_on_the_element(string page, string fixedPage)
    {
        const string Script = "<script>posthog.init('k');</script>\n@* kept *@\n";
        return WebFixVerifier.VerifyAsync("RPL2005", "Views/Home/Index.cshtml", Script + page, Script + fixedPage);
    }

    [Fact]
    public Task Text_with_no_element_around_it_is_left() =>
        WebFixVerifier.VerifyNoFixAsync("RPL2005", "Views/Home/Index.cshtml", "<script>posthog.init('k');</script>\n@customer.Email");
}
