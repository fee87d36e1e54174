using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>For how long scripts of a project with a recorder keep the user's choice.</summary>
public class ScriptLifetimesTests
{
    private static readonly TestFile Recorder = new("/project/wwwroot/js/replay.js", "if (hasConsent()) { const s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/a'; document.head.append(s); }");

    [Theory]
    [InlineData("document.cookie = 'cookie_consent=yes; max-age=[|31536000|]';")]
    [InlineData("var d = new Date(); d.setFullYear(d.getFullYear() + [|1|]); document.cookie = 'cookie_consent=yes; expires=' + d.toUTCString();")]
    [InlineData("document.cookie = 'theme=dark; max-age=31536000';")]
    [InlineData("document.cookie = 'cookie_consent=yes; max-age=15552000';")]
    [InlineData("document.cookie = 'cookie_consent_banner_shown=1; max-age=31536000';")]
    [InlineData("localStorage.setItem('cookie_consent', 'yes');")]
    [InlineData("Cookies.set('cookie_consent', v, { expires: [|365|] });")]
    [InlineData("Cookies.set('cookie_consent', v, { expires: 180, path: '/' });")]
    [InlineData("Cookies.set('theme', v, { expires: 365 });")]
    [InlineData("$.cookie('cookie-consent', 'yes', { expires: [|365|] });")]
    [InlineData("CookieConsent.run({ cookie: { name: 'cc', expiresAfterDays: [|365|] } });")]
    [InlineData("CookieConsent.run({ cookie: { expiresAfterDays: 182 } });")]
    [InlineData("CookieConsent.run({ cookie: { expiresAfterDays: t => t === 'all' ? 365 : 182 } });")]
    [InlineData("var klaroConfig = { version: 1, cookieExpiresAfterDays: [|365|] };")]
    [InlineData("window.klaroConfig = {}; klaroConfig.cookieExpiresAfterDays = [|365|];")]
    [InlineData("const config = { cookieExpiresAfterDays: [|365|] }; klaro.setup(config);")]
    [InlineData("var tarteaucitronForceExpire = [|'365'|];")]
    [InlineData("window.tarteaucitronForceExpire = [|365|];")]
    [InlineData("window.axeptioSettings = { clientId: 'a', userCookiesDuration: [|365|] };")]
    [InlineData("window.axeptioSettings = { clientId: 'a', userCookiesDuration: 180 };")]
    public async Task A_choice_is_kept_too_long(string marked)
    {
        var text = marked.Replace("[|", "").Replace("|]", "");
        var findings = await RuleRunner.GetFindingsAsync([TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/wwwroot/js/consent.js", text), Recorder]);
        var found = findings.Where(static f => f.Id == "RPL1007").ToList();

        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        Assert.Equal(
            start < 0 ? [] : [marked[(start + 2)..marked.IndexOf("|]", StringComparison.Ordinal)]],
            found.Select(finding => text.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length)));
        Assert.All(found, static finding => Assert.Equal("180", finding.Properties["Days"]));
        await RuleRunner.GetFindingsAsync([TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/wwwroot/js/consent.js", text[..(text.Length / 2)]), Recorder]);
    }

    [Fact]
    public Task Without_a_recorder_nothing_is_said() =>
        PageVerifier.VerifyAsync("wwwroot/js/consent.js", "document.cookie = 'cookie_consent=yes; max-age=31536000';");

    [Fact]
    public async Task A_page_is_read_too_and_a_comment_with_a_reason_suppresses()
    {
        const string Text = """
            <script>document.cookie = 'cookie_consent=yes; max-age=31536000';</script>
            <!-- replaylint-disable RPL1007: Staff only; agreed with the works council (PRIV-3). -->
            <script>document.cookie = 'cookie_consent=no; max-age=31536000';</script>
            """;
        var findings = await RuleRunner.GetFindingsAsync([TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/Pages/Banner.cshtml", Text), Recorder]);

        var finding = Assert.Single(findings, static f => f.Id == "RPL1007");
        Assert.Equal(0, finding.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal("15552000", finding.Properties["Value"]);
        Assert.Contains("15552000, which is 180 days", finding.GetMessage());
    }
}
