using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>
/// How open repositories embed recorders, rewritten, and what is to be said about each. The numbers are those of the list of
/// cases; those that are C# stand with the readers of C#.
/// </summary>
public class CorpusTests
{
    private static readonly string[] BesidesConsent = ["RPL5001", "RPL3002"];

    [Fact]
    public Task O_01_a_game_that_films_from_its_start_page() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", """
            <!DOCTYPE html>
            <html><head>
            <script>
            (function(a,b,c,d,e,f,g){a[c]=a[c]||function(){(a[c].q=a[c].q||[]).push(arguments)};f=b.createElement(d);f.async=1;
            f.src={|RPL1001:"https://www.clarity.ms/tag/"|}+e+"?ref=game";g=b.getElementsByTagName(d)[0];g.parentNode.insertBefore(f,g);
            })(window,document,"clarity","script","k3y");
            </script></head><body><div id="app"></div></body></html>
            """, BesidesConsent);

    [Fact]
    public Task O_06_a_host_test_is_no_gate() =>
        PageVerifier.VerifyAsync("wwwroot/js/check.js", """
            (function (c, l, a, r, i, t, y) {
                if (window.location.href.includes('games')) {
                    c[a] = c[a] || function () { (c[a].q = c[a].q || []).push(arguments) };
                    t = l.createElement(r); t.async = 1; t.src = {|RPL1001:"https://www.clarity.ms/tag/"|} + i;
                    y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y);
                }
            })(window, document, "clarity", "script", "b22");
            """, BesidesConsent);

    [Theory]
    [InlineData("https://static.hotjar.com/c/hotjar-")]
    [InlineData("https://cdn.mouseflow.com/projects/")]
    [InlineData("https://tools.luckyorange.com/core/lo.js?site-id=")]
    public async Task O_08_a_plugin_that_is_switched_on_by_an_administrator(string address)
    {
        var findings = await PageVerifier.FindAsync("Plugins/Views/PublicInfo.cshtml", $$"""
            @model PublicInfoModel
            @if (Model.SettingModeId == 1) {
              <script>(function(h,o){ var a=o.getElementsByTagName('head')[0]; var r=o.createElement('script'); r.async=1; r.src='{{address}}'+@(Model.SiteId); a.appendChild(r); })(window,document);</script>
            }
            """);

        Assert.Contains(findings, static finding => finding.Id == "RPL1001");
    }

    [Fact]
    public Task O_13_a_consent_script_that_loads_the_recorder_itself() =>
        PageVerifier.VerifyAsync("wwwroot/js/consent.js", """
            (function () {
              const key = 'site-consent';
              function loadAnalytics() {
                const s = document.createElement('script');
                s.async = true;
                s.src = 'https://www.clarity.ms/tag/' + document.currentScript.dataset.clarity;
                document.head.appendChild(s);
              }
              const choice = localStorage.getItem(key);
              if (choice === 'analytics') loadAnalytics();
              else if (choice === null) showBanner();
            })();
            """, BesidesConsent);

    [Fact]
    public Task O_16_a_recorder_behind_a_function_of_ones_own() =>
        PageVerifier.VerifyAsync("wwwroot/js/extern/recorder.js", """
            window.smartlook || (function (d) {
              var o = window.smartlook = function () { o.api.push(arguments) }, h = d.getElementsByTagName('head')[0];
              var c = d.createElement('script'); o.api = new Array(); c.async = true; c.type = 'text/javascript'; c.charset = 'utf-8';
              c.src = 'https://rec.smartlook.com/recorder.js'; h.appendChild(c);
            })(document);
            {|RPL1001:window.smartlook|}('init', 'abc');
            """, BesidesConsent);

    [Fact]
    public Task O_21_a_tag_manager_without_a_recorder() =>
        PageVerifier.VerifyAsync("wwwroot/js/cookie-consent.js", """
            class CookieConsent {
              init() { const hasConsent = this.read(); if (hasConsent === null) this.showBanner(); else if (hasConsent === true) this.loadTagManager(); }
              loadTagManager() { const s = document.createElement('script'); s.src = 'https://www.googletagmanager.com/gtm.js?id=GTM-1'; document.head.append(s); }
            }
            """);

    [Fact]
    public async Task O_22_a_partial_that_others_include_is_an_open_question_by_itself()
    {
        var findings = await PageVerifier.FindAsync("Pages/Shared/_Recorder.cshtml", """
            @model string
            <script>(function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src="https://www.clarity.ms/tag/"+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, "clarity", "script", "@Model");</script>
            """);

        Assert.Contains(findings, static finding => finding.Id is "RPL1001" or "RPL1002");
    }

    [Fact]
    public async Task O_25_a_platform_that_blocks_by_itself_makes_it_an_open_question()
    {
        var findings = await PageVerifier.FindAsync("Views/Shared/_Layout.cshtml", """
            <script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="1" data-blockingmode="auto" type="text/javascript"></script>
            <script src="https://www.clarity.ms/tag/abc"></script>
            """);

        Assert.DoesNotContain(findings, static finding => finding.Id == "RPL1001");
        Assert.Contains(findings, static finding => finding.Id == "RPL1002");
    }
}
