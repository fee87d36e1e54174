using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class GuardStatementTests
{
    private const string Loader = "(function (d) {\r\n    var s = d.createElement('script'); s.src = 'https://www.clarity.ms/tag/abc';\r\n    d.head.appendChild(s); // `\r\n})(document);";

    [Theory]
    [InlineData("Cookiebot.consent.statistics")]
    [InlineData("window.Cookiebot && Cookiebot.consent.statistics")]
    [InlineData("CookieConsent.acceptedCategory('analytics')")]
    public Task The_loader_asks_what_another_script_asks(string guard) =>
        VerifyAsync($"if ({guard}) {{ count(); }}\n", Loader + "\r\n", $"if ({guard}) {{\r\n{Loader}\r\n}}\r\n");

    [Fact]
    public Task Directives_and_comments_stay_before_it() =>
        VerifyAsync(
            "if (Cookiebot.consent.statistics) { count(); }\n",
            "'use strict';\n// Ours.\n  rrweb.record({ emit: send });\n",
            "'use strict';\n// Ours.\n  if (Cookiebot.consent.statistics) {\n  rrweb.record({ emit: send });\n  }\n");

    [Theory]
    [InlineData("if (Cookiebot.consent.statistics) { count(); }\n", Loader + "\r\nclarity('set', 'a', 'b');\r\n")]
    [InlineData("if (!Cookiebot.consent.statistics) { count(); }\n", Loader)]
    [InlineData("if (user && Cookiebot.consent.statistics) { count(); }\n", Loader)]
    [InlineData("if (axeptioSDK.hasAcceptedConsent('clarity')) { count(); }\n", Loader)]
    [InlineData("if (CookieConsent.acceptedCategory(name)) { count(); }\n", Loader)]
    [InlineData("if (ready) { count(); }\n", Loader)]
    public Task Where_it_would_not_be_safe_nothing_is_offered(string other, string script) => VerifyAsync(other, script, script);

    private static Task VerifyAsync(string other, string script, string expected) =>
        WebFixVerifier.VerifyAsync("RPL1001", [("a.js", other), ("b.js", script)], [("a.js", other), ("b.js", expected)]);
}
