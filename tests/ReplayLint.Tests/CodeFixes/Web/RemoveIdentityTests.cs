using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class RemoveIdentityTests
{
    [Theory]
    [InlineData("clarity('identify', user.email);\n", "")]
    [InlineData("a();\r\n\tclarity('identify', user.email); // who\r\nb();\r\n", "a();\r\nb();\r\n")]
    [InlineData("a(); clarity('identify', user.email); b();", "a(); b();")]
    [InlineData("function f(u){clarity(\"identify\",u.email)}f(u);", "function f(u){}f(u);")]
    [InlineData("if (user) clarity('identify', user.email);\nelse a();\n", "if (user) { }\nelse a();\n")]
    [InlineData("a()\nclarity('identify', user.email);\n(function () { b(); })();\n", "a()\n;\n(function () { b(); })();\n")]
    [InlineData("async function f(user) {\n  // Who.\n  await clarity('identify', user.email);\n}", "async function f(user) {\n  // Who.\n}")]
    public Task A_call_that_names_a_person_is_taken_out(string text, string fixedText) =>
        WebFixVerifier.VerifyAsync("RPL4001", "site.js", text, fixedText);

    [Theory]
    [InlineData("const done = clarity('identify', user.email);")]
    [InlineData("user && clarity('identify', user.email);")]
    [InlineData("get().then(user => clarity('identify', user.email));")]
    public Task A_call_that_is_part_of_something_else_is_left(string text) =>
        WebFixVerifier.VerifyNoFixAsync("RPL4001", "site.js", text);

    [Theory]
    [InlineData("posthog.identify(id, { email: user.email, plan: 'a' });", "posthog.identify(id, { plan: 'a' });")]
    [InlineData("posthog.identify(id, { email: user.email });", "posthog.identify(id, {});")]
    [InlineData("posthog.identify(id, {\n  plan: 'a',\n  email,\n  name: user.name,\n});", "posthog.identify(id, {\n  plan: 'a',\n});")]
    public Task A_member_that_names_a_person_is_left_out(string text, string fixedText) =>
        WebFixVerifier.VerifyAsync("RPL4001", "site.js", text, fixedText);

    [Fact]
    public Task What_razor_writes_goes_along() =>
        WebFixVerifier.VerifyAsync(
            "RPL4001",
            "Views/Shared/_Layout.cshtml",
            """
            @if (User.Identity.IsAuthenticated)
            {
                <script>
                    clarity("identify", "@User.Identity.Name");
                    posthog.identify('@Model.Id', { plan: '@Model.Plan', email: '@Model.Email' });
                </script>
            }
            """,
            """
            @if (User.Identity.IsAuthenticated)
            {
                <script>
                    posthog.identify('@Model.Id', { plan: '@Model.Plan' });
                </script>
            }
            """);

    [Fact]
    public Task Code_of_razor_is_never_taken_along() =>
        WebFixVerifier.VerifyNoFixAsync(
            "RPL4001",
            "Views/Shared/_Layout.cshtml",
            """
            <script>
                clarity("identify", user.email, @* the session *@ "");
            </script>
            """);

    [Fact]
    public Task A_script_with_nothing_else_is_left_empty() =>
        WebFixVerifier.VerifyAsync("RPL4001", "a.html", "<p>a</p><script>clarity('identify', user.email);</script><p>b</p>", "<p>a</p><script></script><p>b</p>");

    [Fact]
    public Task Identifying_by_default_is_switched_off() =>
        WebFixVerifier.VerifyAsync(
            "RPL4001",
            "site.js",
            "LogRocket.init('app/id', { shouldCaptureIP: true });",
            "LogRocket.init('app/id', { shouldCaptureIP: false });");
}
