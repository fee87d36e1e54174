using ReplayLint.Catalog;
using ReplayLint.Justifications;
using Xunit;

namespace ReplayLint.Tests.Justifications;

public class ReasonWordsTests
{
    private static readonly ReasonWords Words = new(RecorderCatalog.BuiltIn);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("...")]
    [InlineData("<Pending>")]
    [InlineData("TODO")]
    [InlineData("TODO: write down why the privacy team allowed this")]
    [InlineData("FIXME later")]
    [InlineData("tbd, the privacy team decides next week")]
    [InlineData("By design.")]
    [InlineData("by-design")]
    [InlineData("This is by design.")]
    [InlineData("n/a")]
    [InlineData("N.A.")]
    [InlineData("Reviewed.")]
    [InlineData("reviewed, false positive")]
    [InlineData("False positive")]
    [InlineData("This is a false positive, see PRIV-44.")]
    [InlineData("suppressed")]
    [InlineData("PRIV-44")]
    [InlineData("see PRIV-44, PRIV-45")]
    [InlineData("#1234")]
    [InlineData("https://tracker.example/browse/why-this-is-all-right")]
    [InlineData("RPL1001")]
    [InlineData("2027-03-31")]
    [InlineData("until 2027-03-31")]
    [InlineData("ok")]
    [InlineData("x")]
    [InlineData("because")]
    [InlineData("asdfghjkl")]
    [InlineData("faux positif")]
    [InlineData("à faire")]
    [InlineData("legacy code")]
    public void It_is_no_reason(string text) => Assert.False(Words.IsReason(text));

    [Theory]
    [InlineData("Public departure times; validated by the privacy team, reviewed yearly (PRIV-44).")]
    [InlineData("PRIV-44: the page has no form")]
    [InlineData("Demo page only")]
    [InlineData("False positive: the banner runs before this script is served.")]
    [InlineData("Consent is asked by the shell application until 2027-03-31")]
    [InlineData("By design of the shell: it asks before it loads us.")]
    [InlineData("Page sans formulaire, validée par le DPO")]
    [InlineData("Es gibt hier keine Eingaben.")]
    [InlineData("この画面に入力欄はない")]
    [InlineData("Только тестовые данные")]
    public void It_is_a_reason(string text) => Assert.True(Words.IsReason(text));

    [Fact]
    public void A_project_adds_words()
    {
        var catalog = RecorderCatalog.BuiltIn.With([CatalogParser.Parse(Microsoft.CodeAnalysis.Text.SourceText.From("words no-reason business-decision product-owner\n"))]);

        Assert.True(Words.IsReason("Business decision, product owner"));
        Assert.False(new ReasonWords(catalog).IsReason("Business decision, product owner"));
    }

    [Fact]
    public void A_very_long_text_is_read_in_bounded_time()
    {
        var texts = new[] { new string('a', 1_000_000), string.Concat(Enumerable.Repeat("by design ", 100_000)), string.Concat(Enumerable.Repeat("A-1", 300_000)), new string('-', 1_000_000) };
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.All(texts, static text => Words.IsReason(text));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }
}
