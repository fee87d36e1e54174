using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class AddOptionTests
{
    [Theory]
    [InlineData("posthog.init('key')", "posthog.init('key', { session_recording: { maskTextSelector: '*' } })")]
    [InlineData("posthog.init(\"key\", {})", "posthog.init(\"key\", { session_recording: { maskTextSelector: \"*\" } })")]
    [InlineData("posthog.init('key', { api_host: 'h' })", "posthog.init('key', { api_host: 'h', session_recording: { maskTextSelector: '*' } })")]
    [InlineData("posthog.init('key', {api_host: 'h'})", "posthog.init('key', {api_host: 'h', session_recording: {maskTextSelector: '*'}})")]
    [InlineData("posthog.init('key',{api_host:'h'})", "posthog.init('key',{api_host:'h',session_recording:{maskTextSelector:'*'}})")]
    [InlineData("posthog.init('key', { api_host: 'h', })", "posthog.init('key', { api_host: 'h', session_recording: { maskTextSelector: '*' }, })")]
    [InlineData("posthog.init('key', { session_recording: { maskAllInputs: true } })", "posthog.init('key', { session_recording: { maskAllInputs: true, maskTextSelector: '*' } })")]
    [InlineData("posthog.init('key', { session_recording: {} })", "posthog.init('key', { session_recording: { maskTextSelector: '*' } })")]
    [InlineData("posthog.init('key', { session_recording: { maskTextSelector: undefined } })", "posthog.init('key', { session_recording: { maskTextSelector: '*' } })")]
    [InlineData("posthog.init('key', { \"api_host\": \"h\" })", "posthog.init('key', { \"api_host\": \"h\", \"session_recording\": { \"maskTextSelector\": \"*\" } })")]
    public Task An_option_is_added_in_the_style_of_the_script(string call, string fixedCall) =>
        WebFixVerifier.VerifyAsync("RPL2002", "site.js", call + ";", fixedCall + ";");

    [Fact]
    public Task Lines_comments_and_line_endings_stay() =>
        WebFixVerifier.VerifyAsync(
            "RPL2002",
            "site.js",
            "posthog.init('key', {\r\n\tapi_host: 'h', // ours\r\n\t/* more */\r\n\tautocapture: true // for now\r\n});\r\n",
            "posthog.init('key', {\r\n\tapi_host: 'h', // ours\r\n\t/* more */\r\n\tautocapture: true, // for now\r\n\tsession_recording: { maskTextSelector: '*' }\r\n});\r\n");

    [Fact]
    public Task Several_options_share_an_object() =>
        WebFixVerifier.VerifyAsync(
            "RPL2002",
            "Pages/Index.cshtml",
            """
            <script>
                LogRocket.init('@Model.App', {
                    release: '@@1',
                });
            </script>
            """,
            """
            <script>
                LogRocket.init('@Model.App', {
                    release: '@@1',
                    dom: { inputSanitizer: true, textSanitizer: true, imageSanitizer: true },
                });
            </script>
            """);
}
