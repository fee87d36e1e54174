using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Integrity;

public class SuppressionExpiredTests
{
    private const string Source = """
        using System.Diagnostics.CodeAnalysis;

        [SuppressMessage("", "RPL2001", Justification = "The demo shows made-up names only, until 2026-12-31.")]
        class A { }

        [SuppressMessage("", "RPL2001", Justification = "The demo shows made-up names only, until 31.12.2026")]
        class B { }

        #pragma warning disable RPL1001 // The demo asks nobody, expires 2026-12-30
        [SuppressMessage("", "CA1000", Justification = "The demo shows made-up names only, until 2020-12-31.")]
        class C { }
        """;

    [Fact]
    public async Task The_day_of_the_build_decides()
    {
        Assert.Equal(
        [
            "3: SuppressMessage for RPL2001 was to hold until 2026-12-31, which is past: take it away, or decide anew and write until when",
            "6: SuppressMessage for RPL2001 holds until '31.12.2026', which is no date that can be read: write it as 2027-03-31",
            "9: #pragma warning disable RPL1001 was to hold until 2026-12-30, which is past: take it away, or decide anew and write until when",
        ], await FindAsync("2027-01-01"));
        Assert.Equal(2, (await FindAsync("2026-12-31")).Count());
        Assert.Single(await FindAsync("2026-12-30"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Where_the_build_says_no_day_nothing_expires(string? today) => Assert.Single(await FindAsync(today));

    [Fact]
    public async Task A_day_that_cannot_be_read_is_a_mistake_in_the_configuration()
    {
        var finding = Assert.Single(await Project("tomorrow").FindAsync(), static f => f.Id == "RPL9008");

        Assert.Equal("This setting has no effect: ReplayLintToday is 'tomorrow'; expected a day such as 2027-03-31", finding.GetMessage());
        Assert.Single(await FindAsync("tomorrow"));
    }

    [Theory]
    [InlineData("2027-01-01", true)]
    [InlineData("2026-12-31", false)]
    public async Task A_comment_in_a_page_expires_too_and_goes_on_suppressing(string today, bool hasExpired)
    {
        var project = new ConfiguredProject(("/.globalconfig", $"is_global = true\nbuild_property.ReplayLintToday = {today}\n"))
        {
            Files = [("/wwwroot/index.html", "<!-- replaylint-disable RPL1001: The shell asks before it loads us, until 2026-12-31 -->\n<script src=\"https://www.clarity.ms/tag/abc\"></script>\n")],
        };
        var found = await project.FindAsync();

        Assert.Equal(hasExpired, found.Any(static f => f.Id == "RPL9004"));
        Assert.DoesNotContain(found, static f => f.Id == "RPL1001");
    }

    private static ConfiguredProject Project(string? today) =>
        new(("/.globalconfig", "is_global = true\n" + (today is null ? "" : $"build_property.ReplayLintToday = {today}\n"))) { Sources = [("/src/App.cs", Source)] };

    private static async Task<IEnumerable<string>> FindAsync(string? today) =>
        (await Project(today).FindAsync())
            .Where(static finding => finding.Id == "RPL9004")
            .Select(static finding => $"{finding.Location.GetLineSpan().StartLinePosition.Line + 1}: {finding.GetMessage()}")
            .Order(StringComparer.Ordinal);
}
