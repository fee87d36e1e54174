using ReplayLint.Catalog.Script;
using Xunit;

namespace ReplayLint.Tests.Catalog;

public class HostPatternTests
{
    [Theory]
    [InlineData("cdn.example/tag/", "src='https://cdn.example/tag/'+i", "cdn.example/tag/")]
    [InlineData("cdn.example/tag/", "SRC=HTTPS://CDN.EXAMPLE/TAG/1", "CDN.EXAMPLE/TAG/")]
    [InlineData("cdn.example/tag/", @"{""src"":""https:\/\/cdn.example\/tag\/x""}", @"cdn.example\/tag\/")]
    [InlineData("cdn.example/tag/", @"""{\""src\"":\""https:\\/\\/cdn.example\\/tag\\/x\""}""", @"cdn.example\\/tag\\/")]
    [InlineData("cdn.example/tag/", @"t.src=""""//cdn.example/tag/""""+i;", "cdn.example/tag/")]
    [InlineData("cdn.example/*rec.js", "//cdn.example/@Model.Region/v6/rec.js?x", "cdn.example/@Model.Region/v6/rec.js")]
    [InlineData("cdn.example/*rec.js", "cdn.example/rec.json cdn.example/a/rec.js", "cdn.example/a/rec.js")]
    [InlineData("cdn.example/*rec.js", "cdn.example/rec.json/rec.js", "cdn.example/rec.json/rec.js")]
    [InlineData("*.vendor.example", "src=\"https://eu1.a.vendor.example/x\"", "https://eu1.a.vendor.example")]
    [InlineData("track.*js", "lib/track.js", "track.js")]
    [InlineData("track.*js", "lib/track.umd.min.js", "track.umd.min.js")]
    [InlineData("/static/rec.js", "host+'/static/rec.js'", "/static/rec.js")]
    public void A_pattern_is_found(string pattern, string text, string expected)
    {
        var found = Assert.Single(Search(pattern).Find(text)!);

        Assert.Equal(expected, text.Substring(found.Span.Start, found.Span.Length));
    }

    [Theory]
    [InlineData("cdn.example/tag/", "https://mycdn.example/tag/")]
    [InlineData("cdn.example/tag/", "https://my.cdn.example/tag/")]
    [InlineData("cdn.example/tag/", "https://my-cdn.example/tag/")]
    [InlineData("cdn.example/tag/", "https://cdn.example/other/tag/")]
    [InlineData("cdn.example/tag/", @"https://cdn.exa\mple/tag/")]
    [InlineData("cdn.example/tag/", "connect-src https://cdn.example https://*.cdn.example")]
    [InlineData("cdn.example", "https://cdn.example.org/")]
    [InlineData("cdn.example", "https://cdn.examples/")]
    [InlineData("cdn.example/*rec.js", "'cdn.example/' + '/rec.js'")]
    [InlineData("cdn.example/*rec.js", "cdn.example/a, rec.js")]
    [InlineData("cdn.example/x.js", "cdn.example/x.json")]
    [InlineData("track.*js", "soundtrack.js")]
    public void A_look_alike_is_not(string pattern, string text) => Assert.Null(Search(pattern).Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a*b.example")]
    [InlineData("cdn.example/*")]
    [InlineData("cdn.example/**.js")]
    [InlineData("https://cdn.example/")]
    [InlineData("cdn.exämple/")]
    [InlineData("cdn.example/'")]
    public void What_finds_too_much_or_never_is_no_pattern(string pattern) => Assert.Null(HostPattern.TryParse(pattern));

    [Fact]
    public void Patterns_that_share_letters_are_all_found()
    {
        var search = Search("abab.example", "bab.example/x", "*b.example", "ample/x/y");

        Assert.Equal([0, 2], search.Find("//abab.example ")!.Select(static m => m.Pattern));
        Assert.Equal([2, 1], search.Find("//bab.example/x ")!.Select(static m => m.Pattern));
        Assert.Null(search.Find("sample/x/y"));
        Assert.Equal([3], search.Find("(ample/x/y)")!.Select(static m => m.Pattern));
    }

    [Fact]
    public void Any_end_of_a_text_is_read()
    {
        const string Text = @"<script>t.src=""https:\/\/cdn.example\/v1\/rec.js"";</script>\";
        var search = Search("cdn.example/*rec.js", "*.example/v1");

        for (var length = 0; length <= Text.Length; length++)
            search.Find(Text[..length]);
    }

    private static HostSearch Search(params string[] patterns) => new([.. patterns.Select(static p => HostPattern.TryParse(p)!)]);
}
