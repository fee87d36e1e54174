using ReplayLint.Catalog;
using ReplayLint.Justifications;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Justifications;

public class JustificationJudgeTests
{
    private const string Reason = "The shell application asks before it loads us";

    private static readonly JustificationJudge OnTheLastDay = new(RecorderCatalog.BuiltIn, new DateTime(2027, 3, 31));

    [Theory]
    [InlineData(null, JustificationFlaw.Missing)]
    [InlineData("", JustificationFlaw.Missing)]
    [InlineData(" \t", JustificationFlaw.Missing)]
    [InlineData("by design", JustificationFlaw.SaysNothing)]
    [InlineData(Reason, JustificationFlaw.None)]
    public void A_flaw_has_a_name(string? text, object flaw) => Assert.Equal(flaw, Judge(text).Flaw);

    [Theory]
    [InlineData("until 2027-03-31", "None")]
    [InlineData("until 2027-03-30", "Expired")]
    [InlineData("until 2027-04-01", "None")]
    [InlineData("(until 2026-12-31).", "Expired")]
    [InlineData("Until: 2026-12-31", "Expired")]
    [InlineData("expires 2026-12-31", "Expired")]
    [InlineData("expires on 2026-12-31.", "Expired")]
    [InlineData("until 2027-02-30", "Unreadable")]
    [InlineData("until 31.03.2027", "Unreadable")]
    [InlineData("until 3/31/2027", "Unreadable")]
    [InlineData("until 2027/03/31", "Unreadable")]
    [InlineData("until 2027-3-1", "Unreadable")]
    [InlineData("until the audit", "None")]
    [InlineData("until Sentry 7.2.1", "None")]
    [InlineData("until 7.2.1", "None")]
    [InlineData("until 2026-12-31, then we ask again", "None")]
    [InlineData("as of 2026-12-31", "None")]
    public void The_end_says_until_when_it_holds(string end, string expiry) =>
        Assert.Equal(expiry, Judge($"{Reason}, {end}").Expiry.ToString());

    [Fact]
    public void Where_nobody_says_which_day_it_is_nothing_expires()
    {
        var judge = new JustificationJudge(RecorderCatalog.BuiltIn, today: null);

        Assert.Equal(Expiry.None, judge.Judge(Reason + " until 2001-01-01", Options()).Expiry);
        Assert.Equal(Expiry.Unreadable, judge.Judge(Reason + " until 2001-02-30", Options()).Expiry);
    }

    [Theory]
    [InlineData(@"PRIV-\d+", false, true)]
    [InlineData(@"^PRIV-\d+", false, false)]
    [InlineData("shell", true, true)]
    [InlineData("[", true, true)]
    [InlineData("", true, true)]
    public void A_project_asks_for_a_form(string pattern, bool without, bool with)
    {
        Assert.Equal(without, Judge(Reason, pattern).IsGiven);
        Assert.Equal(with, Judge(Reason + " (PRIV-44)", pattern).IsGiven);
        Assert.False(Judge("PRIV-44", pattern).IsGiven);
    }

    [Fact]
    public void A_date_is_found_behind_whatever_else_is_said()
    {
        var judge = new JustificationJudge(RecorderCatalog.BuiltIn, new DateTime(2027, 3, 31));
        var options = new TestConfiguration(new Dictionary<string, string>()).GlobalOptions;
        var spaces = new string(' ', 100_000);

        Assert.Equal(Expiry.None, judge.Judge("The shell has no form until" + spaces + "2020-01-01x", options).Expiry);
        Assert.Equal(Expiry.Expired, judge.Judge($"The shell until{spaces}has no form until 2020-01-01", options).Expiry);
    }

    [Fact]
    public void A_pattern_that_never_ends_rejects_nothing()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(Judge(Reason + new string('a', 60) + "!", "^(a+|[^!])+$").IsGiven);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    private static Justification Judge(string? text, string? pattern = null) => OnTheLastDay.Judge(text, Options(pattern));

    private static Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions Options(string? pattern = null) =>
        new TestConfiguration(pattern is null ? [] : new Dictionary<string, string> { ["replaylint.justification_pattern"] = pattern }).GlobalOptions;
}
