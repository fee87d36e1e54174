using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Web.Edits;
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

    [Theory]
    [InlineData("posthog.init('key');", "posthog.init('key', { opt_out_capturing_by_default: true });")]
    [InlineData("posthog.init('key', { api_host: 'h' });", "posthog.init('key', { api_host: 'h', opt_out_capturing_by_default: true });")]
    [InlineData("DD_RUM.init({ applicationId: \"a\", sessionReplaySampleRate: 20 });", "DD_RUM.init({ applicationId: \"a\", sessionReplaySampleRate: 20, trackingConsent: \"not-granted\" });")]
    [InlineData("import { H } from 'highlight.run';\nH.init('a');", "import { H } from 'highlight.run';\nH.init('a', { manualStart: true });")]
    [InlineData("NREUM.init={session_replay:{enabled:true}};", "NREUM.init={session_replay:{enabled:true,autoStart:false}};")]
    public Task A_start_is_held_back_by_the_recorders_own_switch(string text, string fixedText) =>
        WebFixVerifier.VerifyAsync("RPL1001", "site.js", text, fixedText, AddSafeOption.AddGate);

    [Fact]
    public Task So_is_one_whose_condition_is_not_understood() =>
        WebFixVerifier.VerifyAsync(
            "RPL1002",
            "site.js",
            "function start() {\n  posthog.init('key');\n}\n",
            "function start() {\n  posthog.init('key', { opt_out_capturing_by_default: true });\n}\n",
            AddSafeOption.AddGate);

    [Theory]
    [InlineData("posthog.init('key', options);")]
    [InlineData("posthog.init('key', { ...options });")]
    [InlineData("posthog.init(...all);")]
    public Task Options_that_are_not_in_sight_are_not_added_to(string text) =>
        WebFixVerifier.VerifyNoFixAsync("RPL1001", "site.js", text);

    [Fact]
    public Task Findings_of_several_rules_at_one_object_are_fixed_together() =>
        WebFixVerifier.VerifyAllAsync(
            "Pages/Index.cshtml",
            """
            <script>
                posthog.init('@Model.Key', {
                    api_host: '@Model.Host', // in the EU
                    session_recording: {
                        maskAllInputs: false
                    }
                });
            </script>
            """,
            """
            <script>
                posthog.init('@Model.Key', {
                    api_host: '@Model.Host', // in the EU
                    session_recording: {
                        maskAllInputs: true,
                        maskTextSelector: '*'
                    },
                    opt_out_capturing_by_default: true
                });
            </script>
            """);

    [Fact]
    public Task Advertising_is_refused_where_other_purposes_are_named() =>
        WebFixVerifier.VerifyAsync("RPL4002", "site.js", "clarity('consentv2', { analytics_Storage: 'granted' });", "clarity('consentv2', { analytics_Storage: 'granted', ad_Storage: 'denied' });");

    [Fact]
    public Task And_where_it_is_agreed_to() =>
        WebFixVerifier.VerifyAsync("RPL4002", "site.js", "clarity(\"consentv2\", { ad_Storage: \"granted\", analytics_Storage: \"granted\" });", "clarity(\"consentv2\", { ad_Storage: \"denied\", analytics_Storage: \"granted\" });");

    [Fact]
    public Task A_call_that_agrees_to_all_is_left() =>
        WebFixVerifier.VerifyNoFixAsync("RPL4002", "site.js", "clarity('consentv2');");
}
