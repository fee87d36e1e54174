using System.Globalization;

namespace ReplayLint.Browser.Tests.Pages;

/// <summary>Takes chance out of a page: whether a session falls into a sample is up to the test.</summary>
internal static class Chance
{
    /// <summary>A session that falls into a sample of one in ten, also where the digits of its number decide.</summary>
    public const double Inside = 0.07;

    /// <summary>One that does not.</summary>
    public const double Outside = 0.9;

    /// <summary>
    /// A script with which random numbers hardly differ from the given one. They differ a little, and count up, because recorders make names of
    /// sessions from them; random bytes are left alone.
    /// </summary>
    public static string Script(double chance) => $$"""
        (() => {
            let count = 0;
            window.chance = {{chance.ToString(CultureInfo.InvariantCulture)}};
            Math.random = () => window.chance + (count = (count + 7) % 1000) * 1e-6;
        })();
        """;
}
