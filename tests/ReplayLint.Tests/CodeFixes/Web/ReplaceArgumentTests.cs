using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class ReplaceArgumentTests
{
    private const string Loads = "\n_paq.push([\"HeatmapSessionRecording::enable\"]);\n";

    [Theory]
    [InlineData("_paq.push(['requireCookieConsent']);", "_paq.push(['requireConsent']);")]
    [InlineData("_paq.push([ \"requireCookieConsent\" ]); // first", "_paq.push([ \"requireConsent\" ]); // first")]
    public Task The_argument_that_holds_back_takes_the_place_of_the_one_that_does_not(string call, string fixedCall) =>
        WebFixVerifier.VerifyAsync("RPL1004", "site.js", call + Loads, fixedCall + Loads);

    [Theory]
    [InlineData("clarity('consentv2', { analytics_Storage: 'denied' });\nvar s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/abc'; document.head.append(s);\n")]
    public Task A_call_with_a_use_of_its_own_stays(string script) =>
        WebFixVerifier.VerifyNoFixAsync("RPL1004", "site.js", script);

    [Theory]
    [InlineData("posthog.init('key', { persistence: 'memory' });", "posthog.init('key', { persistence: 'memory', opt_out_capturing_by_default: true });")]
    [InlineData("posthog.init('key', {\r\n  respect_dnt: true\r\n});", "posthog.init('key', {\r\n  respect_dnt: true,\r\n  opt_out_capturing_by_default: true\r\n});")]
    public Task The_option_that_holds_back_is_added_beside_one_that_does_not(string call, string fixedCall) =>
        WebFixVerifier.VerifyAsync("RPL1004", "site.js", call + "\n", fixedCall + "\n");

    /// <summary>What is held back by its own options is not judged by another call that is not.</summary>
    [Theory]
    [InlineData("pendo.initialize({ disableCookies: true });", "pendo.initialize({ disableCookies: true, recording: { autoStart: false } });")]
    [InlineData("posthog.init('key', { persistence: 'memory' });", "posthog.init('key', { persistence: 'memory', opt_out_capturing_by_default: true });")]
    public Task A_call_that_is_held_back_is_answered_whatever_another_does(string call, string fixedCall)
    {
        var other = call.StartsWith("pendo", StringComparison.Ordinal) ? "\npendo.initialize();\n" : "\nposthog.init('other');\n";
        return WebFixVerifier.VerifyAsync("RPL1004", "site.js", call + other, fixedCall + other);
    }
}
