using ReplayLint.Tool.Reporting;
using Xunit;

namespace ReplayLint.Tool.Tests.Reporting;

public class SourceLinksTests
{
    [Theory]
    [InlineData("https://github.com/shop/web.git", "https://github.com/shop/web")]
    [InlineData("git@gitlab.shop.example:team/web.git\n", "https://gitlab.shop.example/team/web")]
    [InlineData("ssh://git@code.shop.example/web", "https://code.shop.example/web")]
    [InlineData("https://user:token@github.com/shop/web.git", "https://github.com/shop/web")]
    [InlineData("/srv/git/web.git", null)]
    [InlineData("../web", null)]
    [InlineData("", null)]
    public void A_remote_has_a_page(string remote, string? page) => Assert.Equal(page, SourceLinks.PageOf(remote));

    [Theory]
    [InlineData("https://github.com/shop/web", "https://github.com/shop/web/blob/abc/Views/My%20page.cshtml#L3")]
    [InlineData("https://gitlab.com/shop/web", "https://gitlab.com/shop/web/-/blob/abc/Views/My%20page.cshtml#L3")]
    [InlineData("https://bitbucket.org/shop/web", "https://bitbucket.org/shop/web/src/abc/Views/My%20page.cshtml#lines-3")]
    [InlineData("https://dev.azure.com/shop/_git/web", "https://dev.azure.com/shop/_git/web?path=/Views/My%20page.cshtml&version=GCabc&line=3&lineEnd=3&lineStartColumn=1&lineEndColumn=200")]
    public void A_line_has_an_address(string repository, string address) =>
        Assert.Equal(address, SourceLinks.Of(Log with { Repository = repository, Commit = "abc" }, new LogPlace("Views/My page.cshtml", 3)));

    [Fact]
    public void Without_repository_or_commit_there_is_none()
    {
        Assert.Null(SourceLinks.Of(Log with { Commit = "abc" }, new LogPlace("a.cs", 1)));
        Assert.Null(SourceLinks.Of(Log with { Repository = "https://github.com/shop/web" }, new LogPlace("a.cs", 1)));
        Assert.Null(SourceLinks.Of(Log with { Repository = "https://github.com/shop/web", Commit = "abc" }, new LogPlace("/home/me/a.cs", 1)));
    }

    private static ReplayLog Log { get; } = new("shop", "tool", [], []);
}
