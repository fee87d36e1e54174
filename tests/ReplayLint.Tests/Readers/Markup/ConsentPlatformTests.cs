using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>How consent platforms hold recorders back: by a script element, by a guard, by what they call.</summary>
public class ConsentPlatformTests
{
    private const string Load = "(function () { var s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/a'; document.head.append(s); })();";

    [Theory]
    [InlineData("type=\"text/plain\" data-cookieconsent=\"statistics\"", "G")]
    [InlineData("type=\"text/plain\" class=\"optanon-category-C0002\"", "G")]
    [InlineData("type=\"text/plain\" data-usercentrics=\"Microsoft Clarity\"", "G")]
    [InlineData("data-cookieyes=\"cookieyes-analytics\"", "G")]
    [InlineData("type=\"text/plain\" data-name=\"clarity\"", "G")]
    [InlineData("type=\"text/plain\" data-category=\"analytics\"", "G")]
    [InlineData("type=\"text/plain\" data-cookiecategory=\"analytics\"", "G")]
    [InlineData("type=\"text/plain\" class=\"_iub_cs_activate\"", "G")]
    [InlineData("type=\"text/plain\" data-iub-purposes=\"4\" class=\"_iub_cs_activate-inline\"", "G")]
    [InlineData("type=\"didomi/javascript\" data-vendor=\"c:clarity\"", "G")]
    [InlineData("data-osano=\"ANALYTICS\"", "G")]
    [InlineData("type=\"text/plain\" class=\"optanon-category-C0001\"", "E")]
    [InlineData("data-cookieyes=\"cookieyes-necessary\"", "E")]
    [InlineData("type=\"text/plain\" data-category=\"necessary\"", "E")]
    [InlineData("data-category=\"analytics\"", "N")]
    [InlineData("data-name=\"clarity\"", "N")]
    public async Task A_script_element_waits_for_consent(string attributes, string expected)
    {
        Assert.Equal(expected, await StateAsync("wwwroot/index.html", $"<script {attributes} src=\"https://www.clarity.ms/tag/a\"></script>"));
        Assert.Equal(expected, await StateAsync("wwwroot/index.html", $"<script {attributes}>{Load}</script>"));
    }

    [Theory]
    [InlineData("if (CookieConsent.acceptedCategory('analytics')) {L}", "G")]
    [InlineData("if (window.CookieConsent.acceptedService('clarity', 'analytics')) {L}", "G")]
    [InlineData("if (Cookiebot.consent.statistics) {L}", "G")]
    [InlineData("if (!Cookiebot.consent.statistics) {L}", "N")]
    [InlineData("if (klaro.getManager().getConsent('clarity')) {L}", "G")]
    [InlineData("if (tarteaucitron.state.clarity === true) {L}", "G")]
    [InlineData("if (tarteaucitron.state['clarity']) {L}", "G")]
    [InlineData("if (getCkyConsent().categories.analytics) {L}", "G")]
    [InlineData("if (Didomi.getUserConsentStatusForPurpose('analytics')) {L}", "G")]
    [InlineData("if (OnetrustActiveGroups.includes('C0002')) {L}", "U")]
    [InlineData("if (UC_UI.areAllConsentsAccepted()) {L}", "U")]
    [InlineData("axeptioSDK.on('cookies:complete', choices => { if (choices.clarity) {L} });", "U")]
    [InlineData("window.addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.statistics) {L} });", "G")]
    [InlineData("window.addEventListener('CookiebotOnAccept', () => {L});", "U")]
    [InlineData("_iub.csConfiguration.callback = { onConsentGiven: () => {L} };", "U")]
    [InlineData("const tarteaucitron = { state: true }; if (tarteaucitron.state) {L}", "N")]
    public async Task A_guard_or_callback_of_a_platform_counts(string script, string expected) =>
        Assert.Equal(expected, await StateAsync("wwwroot/js/site.js", script.Replace("{L}", Load)));

    private static async Task<string> StateAsync(string name, string text)
    {
        var findings = await PageVerifier.FindAsync(name, text);
        await PageVerifier.FindAsync(name, text[..(text.Length / 2)]);
        return findings.Any(static f => f.Id == "RPL1006") ? "E" : findings.Any(static f => f.Id == "RPL1001") ? "N" : findings.Any(static f => f.Id == "RPL1002") ? "U" : "G";
    }
}
