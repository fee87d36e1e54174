using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class GateScriptTests
{
    private const string Cookiebot = "<script src=\"https://consent.cookiebot.com/uc.js\" data-cbid=\"1\"></script>\n";

    [Theory]
    [InlineData("<script src=\"https://www.clarity.ms/tag/abc\"></script>", "<script src=\"https://www.clarity.ms/tag/abc\" type=\"text/plain\" data-cookieconsent=\"statistics\"></script>")]
    [InlineData("<script async type='text/javascript' src='https://www.clarity.ms/tag/abc'></script>", "<script async type='text/plain' src='https://www.clarity.ms/tag/abc' data-cookieconsent=\"statistics\"></script>")]
    [InlineData("<script type=text/javascript src=https://www.clarity.ms/tag/abc></script>", "<script type=text/plain src=https://www.clarity.ms/tag/abc data-cookieconsent=\"statistics\"></script>")]
    [InlineData("<SCRIPT>\r\n  rrweb.record({});\r\n</SCRIPT>", "<SCRIPT type=\"text/plain\" data-cookieconsent=\"statistics\">\r\n  rrweb.record({});\r\n</SCRIPT>")]
    [InlineData("<script>posthog.init('key', {});</script>", "<script type=\"text/plain\" data-cookieconsent=\"statistics\">posthog.init('key', {});</script>")]
    public Task A_platform_whose_script_the_page_loads_holds_it_back(string script, string expected) =>
        WebFixVerifier.VerifyAsync("RPL1001", "index.html", Cookiebot + script + "\n", Cookiebot + expected + "\n");

    [Theory]
    [InlineData("<script type=\"text/plain\" data-cookieconsent=\"marketing\" src=\"x.js\"></script>", "type=\"text/plain\" data-cookieconsent=\"marketing\"")]
    [InlineData("<script type=\"text/plain\" data-cookieconsent=\"marketing\"></script><script type=\"text/plain\" data-cookieconsent=\"statistics\"></script><script type=\"text/plain\" data-cookieconsent=\"marketing\"></script>", "type=\"text/plain\" data-cookieconsent=\"statistics\"")]
    [InlineData("<script type=\"text/plain\" data-category=\"analytics\"></script>", "type=\"text/plain\" data-category=\"analytics\"")]
    [InlineData("<script type=\"text/plain\" data-consent-category=\"measure\"></script>", "type=\"text/plain\" data-consent-category=\"measure\"")]
    [InlineData("<script type=\"text/plain\" class=\"late optanon-category-C0003\"></script>", "type=\"text/plain\" class=\"optanon-category-C0003\"")]
    [InlineData("<script data-cookieyes=\"cookieyes-performance\"></script>", "data-cookieyes=\"cookieyes-performance\"")]
    [InlineData("<script src=\"https://cdn.cookielaw.org/scripttemplates/otSDKStub.js\"></script>", "type=\"text/plain\" class=\"optanon-category-C0002\"")]
    public Task The_category_is_the_one_that_other_scripts_have(string other, string attributes) =>
        WebFixVerifier.VerifyAsync(
            "RPL1001",
            [("about.html", other), ("index.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>")],
            [("about.html", other), ("index.html", $"<script src=\"https://www.clarity.ms/tag/abc\" {attributes}></script>")]);

    [Fact]
    public Task A_class_is_added_to_others() =>
        WebFixVerifier.VerifyAsync(
            "RPL1001",
            [("a.html", "<script type=\"text/plain\" class=\"optanon-category-C0002\"></script>"), ("b.html", "<script class=\"late\" src=\"https://www.clarity.ms/tag/abc\"></script>")],
            [("a.html", "<script type=\"text/plain\" class=\"optanon-category-C0002\"></script>"), ("b.html", "<script class=\"late optanon-category-C0002\" src=\"https://www.clarity.ms/tag/abc\" type=\"text/plain\"></script>")]);

    [Theory]
    [InlineData("<p></p>")]
    [InlineData("<script type=\"text/plain\" data-cookieconsent=\"necessary\"></script>")]
    [InlineData("<script data-cookieconsent=\"statistics\"></script>")]
    [InlineData("<script type=\"text/plain\" data-category=\"!analytics\"></script>")]
    [InlineData("<script type=\"text/plain\" data-usercentrics=\"My service\"></script>")]
    [InlineData("<script type=\"text/plain\" data-name=\"service\"></script>")]
    [InlineData("<script type=\"didomi/javascript\" data-vendor=\"c:one\"></script>")]
    public Task Without_a_platform_that_asks_by_category_nothing_is_offered(string other) =>
        WebFixVerifier.VerifyAsync(
            "RPL1001",
            [("about.html", other), ("index.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>")],
            [("about.html", other), ("index.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>")]);

    [Fact]
    public Task A_module_is_left_as_it_is() =>
        WebFixVerifier.VerifyNoFixAsync("RPL1001", "index.html", Cookiebot + "<script type=\"module\" src=\"https://www.clarity.ms/tag/abc\"></script>");

    [Fact]
    public Task An_open_question_of_the_page_is_settled() =>
        WebFixVerifier.VerifyAsync(
            "RPL1002",
            "index.html",
            "<script src=\"https://consent.cookiebot.com/uc.js\" data-blockingmode=\"auto\"></script>\n<script src=\"https://www.clarity.ms/tag/abc\"></script>\n",
            "<script src=\"https://consent.cookiebot.com/uc.js\" data-blockingmode=\"auto\"></script>\n<script src=\"https://www.clarity.ms/tag/abc\" type=\"text/plain\" data-cookieconsent=\"statistics\"></script>\n");

    [Fact]
    public Task In_a_view_a_condition_that_others_ask_comes_before_the_platform() =>
        ViewFixVerifier.VerifyAsync(
            "RPL1001",
            "",
            [
                ("Views/A.cshtml", Cookiebot + "@if (Context.Request.Cookies[\"analytics-consent\"] == \"yes\") { <p>1</p> }\n"),
                ("Views/B.cshtml", "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n"),
            ],
            ("Views/B.cshtml", "@if (Context.Request.Cookies[\"analytics-consent\"] == \"yes\")\n{\n    <script src=\"https://www.clarity.ms/tag/abc\"></script>\n}\n"));

    [Fact]
    public Task In_a_view_the_platform_comes_before_what_nobody_asks() =>
        ViewFixVerifier.VerifyAsync(
            "RPL1001",
            "public class Startup { public void Configure(Microsoft.AspNetCore.Builder.CookiePolicyOptions options) => options.CheckConsentNeeded = _ => true; }\n",
            [("Views/A.cshtml", Cookiebot), ("Views/B.cshtml", "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n")],
            ("Views/B.cshtml", "<script src=\"https://www.clarity.ms/tag/abc\" type=\"text/plain\" data-cookieconsent=\"statistics\"></script>\n"));
}
