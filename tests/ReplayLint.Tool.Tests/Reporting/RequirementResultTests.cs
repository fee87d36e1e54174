using ReplayLint.Tool.Reporting;
using Xunit;

namespace ReplayLint.Tool.Tests.Reporting;

public class RequirementResultTests
{
    private static readonly (string, string) Clarity = ("Recorder", "Clarity");

    [Fact]
    public void A_definite_finding_means_not_met() =>
        Assert.Equal(RequirementState.NotMet, StateOf("SR-01", TestLog.Result("RPL1001", "warning", "m", properties: Clarity), TestLog.Result("RPL1002", "note", "m", properties: Clarity)));

    [Fact]
    public void A_hint_is_an_open_question() =>
        Assert.Equal(RequirementState.Open, StateOf("SR-01", TestLog.Result("RPL1002", "note", "m", properties: Clarity), TestLog.Evidence("start", ("Consent", "granted"))));

    [Fact]
    public void What_is_suppressed_is_neither_met_nor_not() =>
        Assert.Equal(RequirementState.Suppressed, StateOf("SR-01", TestLog.Result("RPL1001", "warning", "m", suppression: "why", properties: Clarity), TestLog.Evidence("start", ("Consent", "not-granted"))));

    [Fact]
    public void What_a_comment_hides_is_suppressed_too() =>
        Assert.Equal(RequirementState.Suppressed, StateOf("SR-01", TestLog.Evidence("hidden", ("Rules", "RPL1001")), TestLog.Evidence("start", ("Consent", "granted"))));

    [Theory]
    [InlineData("granted", "", RequirementState.Met)]
    [InlineData("not-granted", "true", RequirementState.Met)]
    [InlineData("not-granted", "", RequirementState.NoFinding)]
    [InlineData("unknown", "", RequirementState.NoFinding)]
    internal void Consent_is_shown_by_every_start(string consent, string gated, RequirementState expected) =>
        Assert.Equal(expected, StateOf("SR-01", TestLog.Evidence("start", ("Consent", "granted"), ("Member", "a")), TestLog.Result("RPL9009", "note", "other", line: 9, properties: [("Kind", "start"), Clarity, ("Consent", consent), ("Gated", gated)])));

    [Fact]
    public void A_policy_for_every_recorder_counts() =>
        Assert.Equal(RequirementState.Met, StateOf("SR-23", TestLog.Evidence("start"), TestLog.Result("RPL9009", "note", "p", properties: [("Kind", "policy"), ("Recorder", "*")])));

    [Fact]
    public void The_findings_of_another_recorder_say_nothing() =>
        Assert.Equal(RequirementState.NoFinding, StateOf("SR-21", TestLog.Evidence("start"), TestLog.Result("RPL4001", "warning", "m", properties: ("Recorder", "Hotjar"))));

    [Fact]
    public void A_finding_that_names_no_recorder_concerns_each() =>
        Assert.Equal(RequirementState.NotMet, StateOf("B-03", TestLog.Evidence("start"), TestLog.Result("RPL1007", "warning", "m")));

    [Fact]
    public void What_code_cannot_show_is_on_the_checklist() => Assert.Equal(RequirementState.Checklist, StateOf("SR-26", TestLog.Evidence("start")));

    [Fact]
    public void Every_requirement_of_the_page_is_there()
    {
        Assert.Equal(Enumerable.Range(1, 28).Select(static i => $"SR-{i:00}").Concat(Enumerable.Range(1, 14).Select(static i => $"B-{i:00}")), Requirement.All.Select(static requirement => requirement.Id));
        Assert.Contains("RPL1001", Requirement.All[0].Rules);
    }

    private static RequirementState StateOf(string id, params object[] results) =>
        RecorderSection.Of(TestLog.Read(results), "Clarity").Requirements.Single(result => result.Requirement.Id == id).State;
}
