using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class GuardScriptTests
{
    private const string Code = """
        namespace Shop
        {
            public interface ICookieService { bool HasConsent { get; } }
            public class Page { public bool HasUserConsented { get; set; } public bool AnalyticsAllowed { get; set; } public string Id { get; set; } = ""; }
            public class Other { public string Id { get; set; } = ""; }
            public static class Names { public const string Analytics = "analytics-consent"; }
        }

        """;

    private const string Asks = "public class Startup { public void Configure(Microsoft.AspNetCore.Builder.CookiePolicyOptions options) => options.CheckConsentNeeded = _ => true; }\n";

    private const string Registers = "public class Startup { static void AddScoped<T>() { } public void Configure() => AddScoped<Shop.ICookieService>(); }\n";

    private const string CanTrack = "Context.Features.Get<Microsoft.AspNetCore.Http.Features.ITrackingConsentFeature>()?.CanTrack == true";

    private const string Script = "<script src=\"https://www.clarity.ms/tag/abc\"></script>";

    private static readonly (string, string) Guarded = ("Views/Home/Index.cshtml", """
        @inject ICookieService Cookies
        @if (Cookies.HasConsent)
        {
            <p>Thank you.</p>
        }
        """);

    [Fact]
    public Task A_service_that_another_view_asks_is_injected() =>
        VerifyAsync(
            Code,
            [Guarded, ("Views/Shared/_Layout.cshtml", $"<html>\n<head>\n    {Script}\n</head>\n<body>@RenderBody()</body>\n</html>\n")],
            ("Views/Shared/_Layout.cshtml", $$"""
                @inject ICookieService Cookies
                <html>
                <head>
                    @if (Cookies.HasConsent)
                    {
                        {{Script}}
                    }
                </head>
                <body>@RenderBody()</body>
                </html>

                """));

    [Fact]
    public Task The_name_by_which_the_view_has_the_service_is_used() =>
        VerifyAsync(
            Code,
            [Guarded, ("Views/Home/Other.cshtml", $"@inject ICookieService Choice\n<p>@Choice.HasConsent</p>\n{Script}\n")],
            ("Views/Home/Other.cshtml", $"@inject ICookieService Choice\n<p>@Choice.HasConsent</p>\n@if (Choice.HasConsent)\n{{\n    {Script}\n}}\n"));

    [Theory]
    [InlineData("Context.Request.Cookies[\"analytics-consent\"] == \"yes\"")]
    [InlineData("Context.Request.Cookies[Names.Analytics] == \"yes\"")]
    [InlineData("User.Identity.IsAuthenticated && Context.Request.Cookies[\"analytics-consent\"] == \"yes\"")]
    public Task A_condition_is_asked_as_the_other_view_does(string condition) =>
        VerifyAsync(
            Code,
            [("Views/Home/Index.cshtml", $"@if ({condition})\n{{\n    <p>Thank you.</p>\n}}\n"), ("Views/Home/Other.cshtml", Script + "\n")],
            ("Views/Home/Other.cshtml", $"@if ({condition})\n{{\n    {Script}\n}}\n"));

    [Fact]
    public Task A_local_gives_way_to_its_value() =>
        VerifyAsync(
            Code,
            [
                ("Views/Home/Index.cshtml", """
                    @{
                        var cookie = Context.Request.Cookies["analytics-consent"];
                        var agreed = cookie == "yes";
                    }
                    @if (agreed)
                    {
                        <p>Thank you.</p>
                    }
                    """),
                ("Views/Home/Other.cshtml", Script + "\n"),
            ],
            ("Views/Home/Other.cshtml", $"@if (Context.Request.Cookies[\"analytics-consent\"] == \"yes\")\n{{\n    {Script}\n}}\n"));

    [Fact]
    public Task A_local_that_is_written_twice_does_not() =>
        VerifyAsync(
            Code,
            [
                ("Views/Home/Index.cshtml", """
                    @{
                        var agreed = Context.Request.Cookies["analytics-consent"] == "yes";
                        agreed = agreed && User.Identity.IsAuthenticated;
                    }
                    @if (agreed)
                    {
                        <p>Thank you.</p>
                    }
                    """),
                ("Views/Home/Other.cshtml", Script + "\n"),
            ]);

    [Fact]
    public Task The_plainest_condition_comes_first() =>
        VerifyAsync(
            Code,
            [
                ("Views/Home/A.cshtml", "@if (User.Identity.IsAuthenticated && Context.Request.Cookies[\"analytics-consent\"] == \"yes\") { <p>1</p> }\n"),
                ("Views/Home/B.cshtml", "@if (Context.Request.Cookies[\"analytics-consent\"] == \"yes\") { <p>1</p> }\n"),
                ("Views/Home/Other.cshtml", Script + "\n"),
            ],
            ("Views/Home/Other.cshtml", $"@if (Context.Request.Cookies[\"analytics-consent\"] == \"yes\")\n{{\n    {Script}\n}}\n"));

    [Fact]
    public Task A_view_model_is_asked_in_views_with_the_same_one() =>
        VerifyAsync(
            Code,
            [("Views/Home/Index.cshtml", "@model Page\n@if (Model.HasUserConsented)\n{\n    <p>Thank you.</p>\n}\n"), ("Views/Home/Other.cshtml", $"@model Page\n{Script}\n")],
            ("Views/Home/Other.cshtml", $"@model Page\n@if (Model.HasUserConsented)\n{{\n    {Script}\n}}\n"));

    [Theory]
    [InlineData("@model Page\n@if (Model.HasUserConsented)\n{\n    <p>Thank you.</p>\n}\n")]
    [InlineData("@if (ViewBag.HasUserConsented == true)\n{\n    <p>Thank you.</p>\n}\n")]
    [InlineData("@functions { bool HasUserConsented => false; }\n@if (HasUserConsented)\n{\n    <p>Thank you.</p>\n}\n")]
    [InlineData("@if (User.Identity.IsAuthenticated)\n{\n    <p>Hello.</p>\n}\n")]
    public Task What_only_its_own_view_has_is_no_guard_of_another(string view) =>
        VerifyAsync(Code, [("Views/Home/Index.cshtml", view), ("Views/Home/Other.cshtml", $"@model Other\n{Script}\n")]);

    [Fact]
    public Task A_service_that_is_registered_is_injected_with_the_others() =>
        VerifyAsync(
            Code + Registers,
            [("Pages/Index.cshtml", $"@page\r\n@using System.Text\r\n\r\n<h1>Shop</h1>\r\n\t{Script}\r\n")],
            ("Pages/Index.cshtml", $"@page\r\n@using System.Text\r\n@inject ICookieService CookieService\r\n\r\n<h1>Shop</h1>\r\n\t@if (CookieService.HasConsent)\r\n\t{{\r\n\t\t{Script}\r\n\t}}\r\n"));

    [Fact]
    public Task A_service_that_nobody_is_given_is_not_injected() =>
        VerifyAsync(Code, [("Pages/Index.cshtml", $"@page\n{Script}\n")]);

    [Fact]
    public Task An_answer_that_has_to_be_waited_for_is() =>
        VerifyAsync(
            "namespace Shop { public interface IConsentStore { Task<bool> HasConsentAsync(); } public class User { public User(IConsentStore store) { } } }\n",
            [("Views/Home/Index.cshtml", Script + "\n")],
            ("Views/Home/Index.cshtml", $"@inject IConsentStore ConsentStore\n@if (await ConsentStore.HasConsentAsync())\n{{\n    {Script}\n}}\n"));

    [Fact]
    public Task ASP_NET_Core_is_asked_where_the_project_makes_it_ask() =>
        VerifyAsync(
            Code + Asks,
            [("Views/Home/Index.cshtml", Script + "\n")],
            ("Views/Home/Index.cshtml", $"@if ({CanTrack})\n{{\n    {Script}\n}}\n"));

    [Fact]
    public Task Without_anything_nothing_is_offered() =>
        VerifyAsync(Code, [("Views/Home/Index.cshtml", Script + "\n")]);

    [Fact]
    public Task A_component_asks_what_it_is_given() =>
        VerifyAsync(
            Code + Asks + "public class Choice { public Choice(Shop.ICookieService cookies) { } }\n",
            [("Components/App.razor", $"<head>\n    {Script}\n</head>\n")],
            ("Components/App.razor", $"@inject ICookieService CookieService\n<head>\n    @if (CookieService.HasConsent)\n    {{\n        {Script}\n    }}\n</head>\n"));

    [Fact]
    public Task A_component_has_no_request() =>
        VerifyAsync(Code + Asks, [("Components/App.razor", $"<head>\n    {Script}\n</head>\n")]);

    [Fact]
    public Task What_is_in_a_script_stays_as_it_is() =>
        VerifyAsync(
            Code + Asks,
            [("Views/Home/Index.cshtml", Inline(""))],
            ("Views/Home/Index.cshtml", Inline(CanTrack)));

    private static string Inline(string guard) =>
        "<div>\n    "
        + (guard.Length > 0 ? $"@if ({guard})\n    {{\n    " : "")
        + """
        <script>
                (function (c, l, a, r, i, t, y) {
                    @* ours *@
                    c[a] = c[a] || function () { (c[a].q = c[a].q || []).push(arguments) };
                    t = l.createElement(r); t.async = 1; t.src = "https://www.clarity.ms/tag/" + i;
                    y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y);
                })(window, document, "clarity", "script", "@(1 + 1)"); // @@later
                var text = `
          two lines`;
            </script>
        """
        + (guard.Length > 0 ? "\n    }" : "")
        + "\n    <p>More</p>\n</div>\n";

    [Theory]
    [InlineData("<head><title>Shop</title>#</head>", "<head><title>Shop</title>@if ($) { # }</head>")]
    [InlineData("@if (true)\n{\n    #\n    <p>1</p>\n}\n", "@if (true)\n{\n    if ($)\n    {\n        #\n    }\n    <p>1</p>\n}\n")]
    [InlineData("@foreach (var i in new[] { 1 })\n{\n  <p>@i</p>\n  #\n}\n", "@foreach (var i in new[] { 1 })\n{\n  <p>@i</p>\n  if ($)\n  {\n    #\n  }\n}\n")]
    [InlineData("@{\n    var id = 1;\n    #\n}\n", "@{\n    var id = 1;\n    if ($)\n    {\n        #\n    }\n}\n")]
    [InlineData("<environment include=\"Production\">\n  #\n</environment>\n", "<environment include=\"Production\">\n  @if ($)\n  {\n    #\n  }\n</environment>\n")]
    [InlineData("@if (true)\n{\n    <text>\n        #\n    </text>\n}\n", "@if (true)\n{\n    <text>\n        @if ($)\n        {\n            #\n        }\n    </text>\n}\n")]
    [InlineData("@section Scripts {\n    #\n}\n", "@section Scripts {\n    @if ($)\n    {\n        #\n    }\n}\n")]
    [InlineData("#@* last *@\n", "@if ($) { # }@* last *@\n")]
    [InlineData("#\n#\n", "@if ($)\n{\n    #\n}\n@if ($)\n{\n    #\n}\n")]
    [InlineData("##\n", "@if ($) { # }@if ($) { # }\n")]
    public Task The_script_is_put_behind_a_condition_wherever_it_stands(string view, string expected) =>
        VerifyAsync(
            Code + Asks,
            [("Views/Home/Index.cshtml", view.Replace("#", Script))],
            ("Views/Home/Index.cshtml", expected.Replace("#", Script).Replace("$", CanTrack)));

    [Theory]
    [InlineData("@if (true)\n{\n    @:#\n}\n")]
    [InlineData("<p>a#</p>\n")]
    public Task Where_a_condition_would_not_be_one_nothing_is_offered(string view) =>
        VerifyAsync(Code + Asks, [("Views/Home/Index.cshtml", view.Replace("#", Script))]);

    [Fact]
    public Task A_partial_view_is_guarded_itself_whoever_includes_it() =>
        VerifyAsync(
            Code,
            [
                ("Views/Home/Index.cshtml", "@inject ICookieService Cookies\n@if (Cookies.HasConsent)\n{\n    <partial name=\"_Recorder\" />\n}\n"),
                ("Views/Home/Other.cshtml", "<partial name=\"_Recorder\" />\n"),
                ("Views/Shared/_Recorder.cshtml", Script + "\n"),
            ],
            ("Views/Shared/_Recorder.cshtml", $"@inject ICookieService Cookies\n@if (Cookies.HasConsent)\n{{\n    {Script}\n}}\n"));

    [Fact]
    public Task A_partial_view_that_nobody_includes_is_too() =>
        ViewFixVerifier.VerifyAsync(
            "RPL1002",
            Code,
            [Guarded, ("Views/Shared/_Recorder.cshtml", Script + "\n")],
            ("Views/Shared/_Recorder.cshtml", $"@inject ICookieService Cookies\n@if (Cookies.HasConsent)\n{{\n    {Script}\n}}\n"));

    [Fact]
    public Task What_decides_already_is_not_asked_twice() =>
        ViewFixVerifier.VerifyAsync(
            "RPL1002",
            Code + Asks,
            [("Views/Home/Index.cshtml", "@model Shop.Maybe\n@if (Model.ConsentEnabled)\n{\n    #\n}\n".Replace("Shop.Maybe", "Page").Replace("ConsentEnabled", "AnalyticsAllowed").Replace("#", Script))]);

    private static Task VerifyAsync(string code, (string, string)[] files, params (string, string)[] fixedFiles) =>
        ViewFixVerifier.VerifyAsync("RPL1001", code, files, fixedFiles);
}
