using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

/// <summary>What contradicts the declared purpose in pages and scripts is edited as the same thing is where no purpose is declared.</summary>
public class PurposeFixTests
{
    [Theory]
    [InlineData("RPL4003", "ErrorDiagnosis", "a();\nposthog.identify(user.id);\nb();\n", "a();\nb();\n")]
    [InlineData("RPL4003", "ErrorDiagnosis", "Sentry.setUser({ id: account, tier: tier });", "Sentry.setUser({ tier: tier });")]
    [InlineData("RPL4003", "ErrorDiagnosis", "const done = posthog.identify(user.id);", null)]
    [InlineData("RPL5004", "Support", "Sentry.init({ replaysSessionSampleRate: 0.2, integrations: [Sentry.replayIntegration()] });", "Sentry.init({ replaysSessionSampleRate: 0, integrations: [Sentry.replayIntegration()], replaysOnErrorSampleRate: 1 });")]
    [InlineData("RPL5004", "ExperienceImprovement", "Sentry.init({ replaysOnErrorSampleRate: 1, integrations: [Sentry.replayIntegration()] });", null)]
    [InlineData("RPL5004", "ExperienceImprovement", "Sentry.init({ replaysSessionSampleRate: 0.2, integrations: [Sentry.replayIntegration({ unmask: ['.price'] })] });", "Sentry.init({ replaysSessionSampleRate: 0.2, integrations: [Sentry.replayIntegration({})] });")]
    public Task A_script_is_fixed(string rule, string purpose, string text, string? fixedText) => VerifyAsync(rule, purpose, "wwwroot/js/site.js", text, fixedText);

    [Fact]
    public Task A_page_is_fixed() => VerifyAsync(
        "RPL5004",
        "ExperienceImprovement",
        "wwwroot/index.html",
        "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n<p data-clarity-unmask=\"true\" id=\"p\">9.99</p>\n",
        "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n<p id=\"p\">9.99</p>\n");

    private static async Task VerifyAsync(string rule, string purpose, string name, string text, string? fixedText)
    {
        var found = await FindAsync(rule, purpose, name, text);
        Assert.NotEmpty(found);

        var once = WebFixer.Fix("/project/" + name, SourceText.From(text, Encoding.UTF8), found).ToString();
        Assert.Equal(fixedText ?? text, once);
        if (fixedText is not null)
            Assert.Empty(await FindAsync(rule, purpose, name, once));
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(string rule, string purpose, string name, string text) =>
        (await RuleRunner.GetFindingsAsync(
            [$"[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.{purpose}, RetentionDays = 30)]", TestReferences.Annotations],
            TestReferences.Framework,
            [new TestFile("/project/" + name, text)])).Where(finding => finding.Id == rule);
}
