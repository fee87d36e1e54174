using Microsoft.CodeAnalysis.Text;
using ReplayLint.Baseline;
using ReplayLint.Catalog;
using Xunit;

namespace ReplayLint.Tests.Baseline;

public class BaselineFileTests
{
    private const string Hash = "0123456789abcdef";

    [Theory]
    [InlineData("/repo/replaylint-baseline.txt", true)]
    [InlineData("C:\\repo\\ReplayLint-Baseline.txt", true)]
    [InlineData("replaylint-baseline.txt", true)]
    [InlineData("/repo/replaylint.baseline.txt", false)]
    [InlineData("/repo/my-replaylint-baseline.txt", false)]
    public void It_is_known_by_its_name(string path, bool expected)
    {
        Assert.Equal(expected, BaselineFile.Is(path));
        Assert.False(expected && RecorderCatalog.IsCatalogFile(path));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_line_is_an_entry_and_the_rest_for_people(string endOfLine)
    {
        var file = Read(string.Join(endOfLine,
            "# Findings of before.",
            "",
            $"RPL1001 {Hash} src/App.cs reason=The shop is replaced; see #12 and a=b, until 2027-03-31",
            $"  rpl2001\t{Hash} src/My%20App.cs reason=Second  # not a comment   ",
            $"RPL2001 {Hash} src/App.cs # a comment"));

        Assert.Empty(file.Errors);
        Assert.Equal(
        [
            ("RPL1001", "/repo/src/App.cs", "The shop is replaced; see #12 and a=b, until 2027-03-31"),
            ("RPL2001", "/repo/src/My App.cs", "Second  # not a comment"),
            ("RPL2001", "/repo/src/App.cs", null),
        ], file.Entries.Select(static entry => (entry.Rule, entry.Path, entry.Reason)));
        Assert.Equal($"RPL1001 {Hash} src/App.cs reason=The shop is replaced; see #12 and a=b, until 2027-03-31", file.Text.ToString(file.Entries[0].Span));
        Assert.Equal(file.Text.ToString(file.Entries[0].Span), file.Entries[0].Write("/repo"));
    }

    [Theory]
    [InlineData("[|RPL1201|] HASH a.cs reason=r", "'RPL1201' is no rule; expected a rule, a fingerprint, a path and reason=")]
    [InlineData("[|RPL9001|] HASH a.cs reason=r", "what RPL9001 reports cannot be kept in a baseline")]
    [InlineData("[|RPL9009|] HASH a.cs reason=r", "what RPL9009 reports cannot be kept in a baseline")]
    [InlineData("[|recorder|] Clarity", "'recorder' is no rule; expected a rule, a fingerprint, a path and reason=")]
    [InlineData("[|<<<<<<<|] HEAD", "'<<<<<<<' is no rule; expected a rule, a fingerprint, a path and reason=")]
    [InlineData("[|RPL1001|]", "expected a rule, a fingerprint, a path and reason=")]
    [InlineData("[|RPL1001 HASH|]", "expected a rule, a fingerprint, a path and reason=")]
    [InlineData("RPL1001 [|a.cs|] HASH reason=r", "'a.cs' is no fingerprint of 16 digits 0-9 and a-f; let 'replaylint baseline' write it")]
    [InlineData("RPL1001 HASH a.cs [|because|] it is so", "'because' is not known here; expected reason= and the reason")]
    [InlineData("RPL1001 HASH My [|App.cs|] reason=r", "'App.cs' is not known here; expected reason= and the reason")]
    public void What_is_no_entry_is_told_at_its_word(string marked, string message)
    {
        var text = marked.Replace("HASH", Hash);
        var start = text.IndexOf("[|", StringComparison.Ordinal);
        text = text.Remove(start, 2);
        var end = text.IndexOf("|]", StringComparison.Ordinal);
        text = text.Remove(end, 2);

        var error = Assert.Single(Read(text).Errors);

        Assert.Equal(message, error.Message);
        Assert.Equal(TextSpan.FromBounds(start, end), error.Span);
        Assert.Empty(Read(text).Entries);
    }

    [Fact]
    public void Whatever_a_file_holds_it_is_read()
    {
        const string Line = $"RPL1001 {Hash} src/App.cs reason=The shop is replaced";
        for (var length = 0; length <= Line.Length; length++)
            Read(Line[..length]);

        foreach (var text in new[] { "\0\0\0", "\uFEFF", "RPL1001 " + new string('a', 1_000_000), "reason=", $"RPL1001 {Hash} ../../.. reason=", $"RPL1001 {Hash} %zz%", new string('\n', 10_000) })
            Read(text);
    }

    private static BaselineFile Read(string text) => BaselineFile.Read("/repo/" + BaselineFile.Name, SourceText.From(text));
}
