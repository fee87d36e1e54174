using ReplayLint.Baseline;
using Xunit;

namespace ReplayLint.Tests.Baseline;

public class FingerprintTests
{
    [Theory]
    [InlineData("  a  =\t1 ; \r", "a = 1 ;")]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    public void Formatting_makes_no_other_line(string line, string words) => Assert.Equal(words, Fingerprint.Normalize(line));

    // A fingerprint stands in files of others: one that changes makes all their findings new.
    [Fact]
    public void A_fingerprint_stays_the_same() => Assert.Equal("5a5f0f2e16686e32", Fingerprint.Of("RPL1001", "Clarity", "a = 1;"));

    [Fact]
    public void Rule_recorder_and_words_make_the_difference()
    {
        string[] all = [Fingerprint.Of("RPL1001", "Clarity", "a"), Fingerprint.Of("RPL1002", "Clarity", "a"), Fingerprint.Of("RPL1001", "Sentry", "a"), Fingerprint.Of("RPL1001", null, "a"), Fingerprint.Of("RPL1001", "Clarity", "b")];

        Assert.Equal(all.Distinct(), all);
        Assert.All(all, static fingerprint => Assert.True(Fingerprint.Is(fingerprint)));
    }

    [Theory]
    [InlineData("5a5f0f2e16686e3")]
    [InlineData("5A5F0F2E16686E32")]
    [InlineData("g00ee87d2a30aa7e")]
    public void Nothing_else_is_one(string text) => Assert.False(Fingerprint.Is(text));
}
