using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Output;
using Xunit;

namespace ReplayLint.Tool.Tests.Output;

/// <summary>The line of source under a finding.</summary>
public class SourceExcerptTests
{
    [Theory]
    [InlineData("    Call();", 5, 9, "Call();", "^^^^")]
    [InlineData("\t\tCall();", 3, 7, "Call();", "^^^^")]
    [InlineData("a\tb", 3, 4, "a b", "  ^")]
    [InlineData("Call();", 1, 1, "Call();", "^")]
    [InlineData("", 1, 1, "", "^")]
    [InlineData("short", 40, 50, "short", "     ^")]
    public void The_caret_stands_under_the_place(string line, int column, int endColumn, string text, string caret) =>
        Assert.Equal(new SourceExcerpt(text, caret), SourceExcerpt.Of(line, new FindingPlace("a.cs", 1, column, 1, endColumn)));

    [Fact]
    public void A_place_of_several_lines_is_marked_to_the_end_of_the_first() =>
        Assert.Equal("  ^^^", SourceExcerpt.Of("a.Run(", new FindingPlace("a.cs", 1, 3, 4, 2)).Caret[..5]);

    [Theory]
    [InlineData(0)]
    [InlineData(500_000)]
    [InlineData(999_990)]
    public void Of_a_minified_script_only_the_part_around_the_place_is_shown(int start)
    {
        var line = new string('x', start) + "FOUND" + new string('y', 1_000_000 - start);

        var excerpt = SourceExcerpt.Of(line, new FindingPlace("a.js", 1, start + 1, 1, start + 6));

        Assert.True(excerpt.Text.Length < 200);
        Assert.Equal("FOUND", excerpt.Text.Substring(excerpt.Caret.IndexOf('^'), 5));
        Assert.Equal(5, excerpt.Caret.Count(static letter => letter == '^'));
    }
}
