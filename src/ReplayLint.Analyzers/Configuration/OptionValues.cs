using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ReplayLint.Configuration;

/// <summary>Reads the kinds of values that options have.</summary>
internal static class OptionValues
{
    // Justifications are short; a pattern that needs longer is one that backtracks without end.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(250);

    private static readonly ConcurrentDictionary<string, Regex?> Patterns = new(StringComparer.Ordinal);

    public static bool ReadConsentGuards(string text, out bool isDeclaredOnly)
    {
        isDeclaredOnly = string.Equals(text, "declared", StringComparison.OrdinalIgnoreCase);
        return isDeclaredOnly || string.Equals(text, "named", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a regular expression; the same one for the same text.</summary>
    public static bool ReadPattern(string text, out Regex? pattern)
    {
        pattern = text.Length == 0 ? null : Patterns.GetOrAdd(text, CreatePattern);
        return pattern is not null;
    }

    private static Regex? CreatePattern(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
