using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class SetLifetimeTests
{
    [Theory]
    [InlineData("document.cookie = 'cookie_consent=yes; path=/; max-age=31536000'; // a year", "document.cookie = 'cookie_consent=yes; path=/; max-age=15552000'; // a year")]
    [InlineData("Cookies.set('cookie_consent', 'yes', { expires: 365 });", "Cookies.set('cookie_consent', 'yes', { expires: 180 });")]
    [InlineData("document.cookie = `analytics-consent=${answer};max-age=31536000;secure`;", "document.cookie = `analytics-consent=${answer};max-age=15552000;secure`;")]
    public Task A_number_of_the_script_is_replaced(string statement, string fixedStatement) =>
        WebFixVerifier.VerifyAsync("RPL1007", "site.js", Script(statement), Script(fixedStatement));

    [Fact]
    public Task In_a_page_the_rest_of_the_line_stays() =>
        WebFixVerifier.VerifyAsync(
            "RPL1007",
            "Index.cshtml",
            Page("<script>document.cookie = 'cookie_consent=' + '@Model.Answer' + ';max-age=31536000';</script>"),
            Page("<script>document.cookie = 'cookie_consent=' + '@Model.Answer' + ';max-age=15552000';</script>"));

    private static string Script(string statement) => $$"""
        if (hasConsent()) posthog.init('key', { session_recording: { maskAllInputs: true, maskTextSelector: '*' } });
        function keep(answer) {
            {{statement}}
        }
        """.Replace("\n", "\r\n");

    private static string Page(string script) => $$"""
        @if (Context.Request.Cookies["consent"] == "yes")
        {
            <script src="https://static.hotjar.com/c/hotjar-1.js"></script>
        }
        {{script}}
        """;
}
