using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Pages and scripts as a compiler gets them beside the code; what is found is marked.</summary>
public class PageReaderTests
{
    [Fact]
    public Task A_loader_in_a_layout_starts_recording() =>
        PageVerifier.VerifyAsync("Views/Shared/_Layout.cshtml", """
            <head>
              <script type="text/javascript">
                (function(c,l,a,r,i,t,y){
                  c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
                  t=l.createElement(r);t.async=1;t.src={|RPL1001:"https://www.clarity.ms/tag/"|}+i;
                  y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);
                })(window, document, "clarity", "script", "@Model.ProjectId");
              </script>
            </head>
            """, "RPL5001", "RPL3002");

    [Fact]
    public Task A_script_element_with_the_address_of_a_recorder_starts_it() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", """
            <script src="{|RPL1001:https://www.clarity.ms/tag/abc|}"></script>
            <script src="https://example.com/app.js"></script>
            """, "RPL5001", "RPL3002");

    [Fact]
    public Task A_consent_platform_holds_a_script_back() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", """
            <script type="text/plain" data-cookieconsent="statistics" src="https://www.clarity.ms/tag/abc"></script>
            <script type="text/plain" {|RPL1006:data-cookieconsent="necessary"|} src="https://www.clarity.ms/tag/abc"></script>
            """, "RPL5001", "RPL3002");

    [Fact]
    public Task Options_and_identities_are_judged_in_scripts() =>
        PageVerifier.VerifyAsync("Pages/Shared/_Analytics.html", """
            <script>
              if (localStorage.getItem('cookie-consent') === 'accepted') {
                {|RPL2002:posthog.init|}('phc_key', { session_recording: { {|RPL2001:maskAllInputs: false|}, {|RPL3001:sampleRate: 1|} } });
                posthog.identify('17', { {|RPL4001:email: user.email|} });
              }
            </script>
            """, "RPL5001");

    [Fact]
    public Task A_comment_with_a_reason_suppresses_what_follows() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", """
            <!-- replaylint-disable RPL1001: Only our own testers open this page (PRIV-3). -->
            <script src="https://www.clarity.ms/tag/abc"></script>
            {|RPL9001:<!-- replaylint-disable RPL1001 -->|}
            <script src="{|RPL1001:https://www.clarity.ms/tag/abc|}"></script>
            """, "RPL5001", "RPL3002");

    [Fact]
    public Task What_a_page_shows_of_masked_content_is_found() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", """
            <form {|RPL2003:data-dd-privacy="allow"|}>
              {|RPL2004:<input name="cardNumber">|}
              <input name="cardNumber" autocomplete="cc-number">
              <input name="city">
            </form>
            """);

    [Fact]
    public Task A_field_that_is_blocked_inside_of_what_is_shown_is_no_finding() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", """
            <form {|RPL2003:data-dd-privacy="allow"|}>
              <input name="cardNumber" data-dd-privacy="hidden">
              <p class="dd-privacy-mask"><input name="cvv"></p>
              {|RPL2004:<input name="iban" data-clarity-mask="true">|}
            </form>
            """);

    [Fact]
    public Task A_page_without_a_recorder_has_no_findings() =>
        PageVerifier.VerifyAsync("wwwroot/index.html", "<script>clarity = 3; heap.push(1); const posthogs = [];</script><p class=\"fs-4\">Text</p>");
}
