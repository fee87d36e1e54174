using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class SetOptionTests
{
    [Theory]
    [InlineData("{ session_recording: { maskAllInputs: false } }", "{ session_recording: { maskAllInputs: true } }")]
    [InlineData("{session_recording:{maskAllInputs:!1}}", "{session_recording:{maskAllInputs:true}}")]
    [InlineData("{ 'session_recording': { 'maskAllInputs': false, /* all of them */ } }", "{ 'session_recording': { 'maskAllInputs': true, /* all of them */ } }")]
    [InlineData("{ session_recording: { maskAllInputs: (false) } }", "{ session_recording: { maskAllInputs: (true) } }")]
    public Task A_masking_option_gets_its_safe_value(string options, string fixedOptions) =>
        WebFixVerifier.VerifyAsync("RPL2001", "site.js", $"posthog.init('key', {options});", $"posthog.init('key', {fixedOptions});");

    [Theory]
    [InlineData("'", "'")]
    [InlineData("\"", "\"")]
    public Task A_text_keeps_the_quotes_that_were_there(string quote, string fixedQuote) =>
        WebFixVerifier.VerifyAsync(
            "RPL1003",
            "site.js",
            $"DD_RUM.init({{ applicationId: id, trackingConsent: {quote}granted{quote}, sessionReplaySampleRate: 20 }});",
            $"DD_RUM.init({{ applicationId: id, trackingConsent: {fixedQuote}not-granted{fixedQuote}, sessionReplaySampleRate: 20 }});");

    [Fact]
    public Task A_constant_that_is_used_by_its_name_stays_as_it_is() =>
        WebFixVerifier.VerifyAsync(
            "RPL2001",
            "site.js",
            "const maskAllInputs = false;\nposthog.init('key', { session_recording: { maskAllInputs } });\n",
            "const maskAllInputs = false;\nposthog.init('key', { session_recording: { maskAllInputs: true } });\n");

    [Fact]
    public Task Options_that_are_written_before_the_call_are_changed_there() =>
        WebFixVerifier.VerifyAsync(
            "RPL2006",
            "site.js",
            "const options = {\r\n\tenable_recording_console_log: true, // for support\r\n};\r\nposthog.init('key', options);\r\n",
            "const options = {\r\n\tenable_recording_console_log: false, // for support\r\n};\r\nposthog.init('key', options);\r\n");

    [Fact]
    public Task A_rate_becomes_one_of_sessions_with_an_error() =>
        WebFixVerifier.VerifyAsync(
            "RPL3001",
            "Views/_Layout.cshtml",
            """
            @if (Model.IsOn)
            {
                <script>
                    Sentry.init({
                        dsn: '@Model.Dsn',
                        integrations: [Sentry.replayIntegration()],
                        replaysSessionSampleRate: 1.0 // all of them
                    });
                </script>
            }
            """,
            """
            @if (Model.IsOn)
            {
                <script>
                    Sentry.init({
                        dsn: '@Model.Dsn',
                        integrations: [Sentry.replayIntegration()],
                        replaysSessionSampleRate: 0, // all of them
                        replaysOnErrorSampleRate: 1
                    });
                </script>
            }
            """);

    [Fact]
    public Task Or_a_fraction() =>
        WebFixVerifier.VerifyAsync(
            "RPL3001",
            "site.js",
            "Sentry.init({ dsn: d, integrations: [Sentry.replayIntegration()], replaysSessionSampleRate: 1.0 });",
            "Sentry.init({ dsn: d, integrations: [Sentry.replayIntegration()], replaysSessionSampleRate: 0.1 });",
            SetSafeValue.SetAlternativeValue);

    [Fact]
    public Task An_argument_is_set() =>
        WebFixVerifier.VerifyAsync("RPL3001", "site.js", "dtrum.enableSessionReplay(true);", "dtrum.enableSessionReplay(false);");

    [Fact]
    public Task Several_files_are_fixed_at_once() =>
        WebFixVerifier.VerifyAsync(
            "RPL2001",
            [("a.js", "posthog.init('a', { session_recording: { maskAllInputs: false } });"), ("b.html", "<script>posthog.init('b', { session_recording: { maskAllInputs: false } });</script>")],
            [("a.js", "posthog.init('a', { session_recording: { maskAllInputs: true } });"), ("b.html", "<script>posthog.init('b', { session_recording: { maskAllInputs: true } });</script>")]);
}
