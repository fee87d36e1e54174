using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Reporting;
using Xunit;

namespace ReplayLint.Tool.Tests.Reporting;

public class SarifReaderTests
{
    [Fact]
    public void Reads_what_a_compiler_writes()
    {
        var log = TestLog.Read(
            TestLog.Result("RPL1001", "warning", "Clarity starts.", properties: ("Recorder", "Clarity")),
            TestLog.Result("RPL2001", "error", "Clear text.", suppression: "Public times (PRIV-4)"),
            TestLog.Result("CS0168", "warning", "Not ours."),
            TestLog.Result("RPL5001", "note", "For the project.", uri: null),
            TestLog.Evidence("start"));

        Assert.Equal("compiler 5.6", log.Tool);
        Assert.Equal(["RPL1001", "RPL2001", "RPL5001", "RPL9009"], log.Items.Select(static item => item.Rule));
        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Error, DiagnosticSeverity.Info, DiagnosticSeverity.Info], log.Items.Select(static item => item.Severity));
        Assert.Equal(("src/App.cs:3", "src/Consent.cs:7", "Clarity"), (log.Items[0].Place!.ToString(), log.Items[3].Related!.ToString(), log.Items[0].Recorder));
        Assert.Null(log.Items[0].Related);
        Assert.Equal("Public times (PRIV-4)", log.Items[1].Suppression);
        Assert.Null(log.Items[2].Place);
    }

    [Fact]
    public void A_result_of_several_frameworks_is_one()
    {
        var result = TestLog.Result("RPL1001", "warning", "Clarity starts.");

        Assert.Single(TestLog.Read(result, result).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":"2.1.0"}""")]
    [InlineData("""{"version":"1.0.0","runs":[]}""")]
    [InlineData("""{"version":"2.1.0","runs":[{"results":[{"ruleId":"RPL1001"}]}]}""")]
    public void What_is_no_log_is_told_in_a_sentence(string text) =>
        Assert.StartsWith("shop.sarif ", Assert.Throws<UserErrorException>(() => SarifReader.Read(text, "shop.sarif", null)).Message);

    [Fact]
    public void A_log_without_results_is_one_of_a_clean_build() => Assert.Empty(TestLog.Read().Items);
}
