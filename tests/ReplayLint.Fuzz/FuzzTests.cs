using Xunit;

namespace ReplayLint.Fuzz;

/// <summary>The part of the fuzzing that every build has time for: the same inputs each time.</summary>
public class FuzzTests
{
    private const int Seed = 20260225;

    [Theory]
    [InlineData("catalogue", 3_000)]
    [InlineData("markup", 8_000)]
    [InlineData("script", 4_000)]
    [InlineData("json", 1_500)]
    [InlineData("words", 2_000)]
    [InlineData("files", 400)]
    [InlineData("code", 60)]
    [InlineData("syntax", 60)]
    [InlineData("configuration", 240)]
    [InlineData("code-fix", 6)]
    [InlineData("page-fix", 40)]
    public void Nothing_goes_wrong(string target, int texts)
    {
        var run = new FuzzRun(Seed);

        run.Run(TargetList.Find(target), texts);

        Assert.True(run.Failures.Count == 0, string.Join("\n\n", run.Failures));
        Assert.InRange(run.Texts[target], texts / 2, texts * 2);
    }

    [Fact]
    public void An_input_is_the_same_whenever_it_is_made() =>
        Assert.All(TargetList.All, static target =>
        {
            var number = target.CutInputs + 17;
            Assert.Equal(target.Create(Seed, number).ToString(), target.Create(Seed, number).ToString());
            Assert.NotEqual(target.Create(Seed, number).ToString(), target.Create(Seed + 1, number).ToString());
        });

    [Fact]
    public void A_failure_is_found_and_made_small()
    {
        var input = new FuzzInput([("a.html", "<p>one two</p>"), ("b.html", "<b>three four five</b>")]);

        var small = Shrinker.Shrink(input, 100, static smaller => smaller.Files.Any(static file => file.Text.Contains("four", StringComparison.Ordinal)));

        Assert.Equal(("b.html", "four"), Assert.Single(small.Files));
    }
}
