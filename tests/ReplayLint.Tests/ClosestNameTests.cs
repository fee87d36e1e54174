using Xunit;

namespace ReplayLint.Tests;

public class ClosestNameTests
{
    [Theory]
    [InlineData("Clarty", "Clarity")]
    [InlineData("clarity", "Clarity")]
    [InlineData("Microsoft", null)]
    [InlineData("Post Hog", "PostHog")]
    [InlineData("posthog-js", "PostHog")]
    [InlineData("Sentri", "Sentry")]
    [InlineData("Sent", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("*", null)]
    public void A_typing_mistake_is_understood_and_another_name_is_not(string written, string? meant) =>
        Assert.Equal(meant, ClosestName.Of(written, ["Sentry", "Clarity", "PostHog"]));

    [Fact]
    public void A_long_name_takes_no_time() =>
        Assert.Null(ClosestName.Of(new string('x', 10_000_000), ["Sentry", new string('y', 100)]));
}
