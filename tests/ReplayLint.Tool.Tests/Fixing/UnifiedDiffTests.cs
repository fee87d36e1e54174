using ReplayLint.Tool.Fixing;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Fixing;

/// <summary>Diffs, as git takes them.</summary>
public class UnifiedDiffTests
{
    [Fact]
    public void A_change_is_shown_with_three_lines_around_it() =>
        Assert.Equal("--- a/x.js\n+++ b/x.js\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n", UnifiedDiff.Of("x.js", Lines(1, 9), Lines(1, 9).Replace("5", "five")));

    [Theory]
    [InlineData("a\nb\nc\n", "a\nB\nc\n")]
    [InlineData("a\r\nb\r\nc\r\n", "a\r\nB\r\nx\r\nc\r\n")]
    [InlineData("a\nb", "a\nB")]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("a\n", "first\na\nlast\n")]
    [InlineData("a\nb\nc\n", "c\n")]
    [InlineData(null, "new\nfile\n")]
    [InlineData(null, "no end")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n", "one\n2\n3\n4\n5\n6\nseven\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n")]
    public async Task Git_makes_the_same_of_it(string? before, string after)
    {
        using var repository = new TestRepository();
        repository.Write(".gitattributes", "* -text\n");
        if (before is not null)
            repository.Write("x.txt", before);

        await repository.CommitAsync();
        repository.Write("change.diff", UnifiedDiff.Of("x.txt", before, after));

        await repository.GitAsync("apply", "change.diff");

        Assert.Equal(after, repository.Read("x.txt"));
    }

    private static string Lines(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(static number => number + "\n"));
}
