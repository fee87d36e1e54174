using ReplayLint.Catalog;
using Xunit;

namespace ReplayLint.Tests.Catalog;

public class DaysTextTests
{
    [Theory]
    [InlineData("90d", 90.0)]
    [InlineData("36h", 1.5)]
    [InlineData(" 1d ", 1.0)]
    [InlineData("2147483647d", 2147483647.0)]
    [InlineData("2147483647h", 2147483647 / 24.0)]
    [InlineData("2147483648h", null)]
    [InlineData("0d", null)]
    [InlineData("-1d", null)]
    [InlineData("d", null)]
    [InlineData("1w", null)]
    [InlineData("", null)]
    public void A_time_is_read_in_days(string text, double? days) => Assert.Equal(days, DaysText.Read(text));
}
