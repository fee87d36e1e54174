using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>Scripts that take consent back, and what becomes of a recorder that they started.</summary>
public class WithdrawalFinderTests
{
    private const string Load = "function load() { var s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/a'; document.head.append(s); } if (localStorage.getItem('cookie-consent') === 'yes') load(); ";
    private const string Init = "function start() { posthog.init('k', { api_host: 'https://eu.posthog.com' }); } if (localStorage.getItem('cookie-consent') === 'yes') start(); ";

    [Theory]
    // W a warning, I a hint, nothing for neither; then the place.
    [InlineData(Load + "function withdrawConsent() { localStorage.removeItem('cookie-consent'); }", "W", "withdrawConsent")]
    [InlineData(Load + "function rejectCookies() { localStorage.setItem('cookie-consent', 'denied'); hide(); }", "I", "rejectCookies")]
    [InlineData(Load + "function declineAnalytics() { hide(); }", "I", "declineAnalytics")]
    [InlineData(Load + "window.Site = { revokeConsent: function () { forget(); } };", "W", "")]
    [InlineData(Load + "function withdrawConsent() { clarity('stop'); }", "", "")]
    [InlineData(Load + "function withdrawConsent() { localStorage.removeItem('cookie-consent'); location.reload(); }", "", "")]
    [InlineData(Load + "function withdrawConsent() { forget(); window.location.href = '/'; }", "", "")]
    [InlineData(Load + "function withdrawConsent() { forget(); quit(); } function quit() { clarity('stop'); }", "", "")]
    [InlineData(Load + "function withdrawConsent() { forget(); } function other() { clarity('stop'); }", "I", "withdrawConsent")]
    [InlineData(Load + "function isConsentWithdrawn() { return localStorage.getItem('x') === 'no'; }", "", "")]
    [InlineData(Load + "document.getElementById('only-needed').addEventListener('click', () => save('necessary')); function save(v) { localStorage.setItem('cookie-consent', v); }", "I", "save")]
    [InlineData(Load + "document.getElementById('only-needed').addEventListener('click', () => save('necessary')); function save(v) { localStorage.setItem('cookie-consent', v); location.reload(); }", "", "")]
    [InlineData(Load + "button.onclick = function () { localStorage.setItem('cookie-consent', 'denied'); };", "I", "localStorage.setItem")]
    [InlineData(Load + "button.onclick = function () { setConsent(false); };", "I", "setConsent")]
    [InlineData(Load + "button.onclick = function () { setTheme(false); save('blue'); localStorage.setItem('theme', 'none'); };", "", "")]
    [InlineData(Load, "", "")]
    [InlineData("var s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/a'; function withdrawConsent() { forget(); }", "", "")]
    [InlineData("if (hasConsent()) posthog.init('k', { opt_out_capturing_by_default: true }); function withdrawConsent() { forget(); }", "", "")]
    [InlineData(Init + "function withdrawConsent() { posthog.opt_out_capturing(); }", "", "")]
    [InlineData(Init + "function withdrawConsent() { forget(); }", "W", "withdrawConsent")]
    public async Task A_recorder_is_stopped_with_the_withdrawal(string script, string severity, string place)
    {
        var findings = await PageVerifier.FindAsync("wwwroot/js/consent.js", script);
        var found = findings.Where(static f => f.Id == "RPL1005").ToList();

        Assert.Equal(severity, string.Concat(found.Select(static f => f.Severity == DiagnosticSeverity.Warning ? "W" : "I")));
        if (place.Length > 0)
            Assert.Equal(place, script.Substring(found[0].Location.SourceSpan.Start, found[0].Location.SourceSpan.Length));

        await PageVerifier.FindAsync("wwwroot/js/consent.js", script[..(script.Length / 2)]);
    }

    [Fact]
    public async Task A_stop_in_another_script_makes_it_a_hint()
    {
        var findings = await RuleRunner.GetFindingsAsync(
            [TestReferences.Annotations],
            TestReferences.Framework,
            [
                new TestFile("/project/wwwroot/js/consent.js", Load + "function withdrawConsent() { document.dispatchEvent(new Event('consent-withdrawn')); }"),
                new TestFile("/project/wwwroot/js/replay.js", "document.addEventListener('consent-withdrawn', () => clarity('stop'));"),
            ]);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(findings, static f => f.Id == "RPL1005").Severity);
    }

    [Fact]
    public async Task What_only_the_server_puts_into_a_page_is_gone_with_the_next_one()
    {
        var findings = await PageVerifier.FindAsync("wwwroot/index.html", """
            <script type="text/plain" data-cookieconsent="statistics" src="https://www.clarity.ms/tag/abc"></script>
            <script>function withdrawConsent() { Cookiebot.withdraw(); }</script>
            """);

        Assert.DoesNotContain(findings, static f => f.Id == "RPL1005");
    }
}
