using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Catalog;

namespace ReplayLint.Configuration;

/// <summary>Reads the kinds of values that options have.</summary>
internal static class OptionValues
{
    // Justifications are short; a pattern that needs longer is one that backtracks without end.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(250);

    private static readonly ConcurrentDictionary<string, Regex?> Patterns = new(StringComparer.Ordinal);

    public static bool ReadFlag(string text, out bool flag) => bool.TryParse(text, out flag);

    public static bool ReadText(string text, out string? value)
    {
        value = text;
        return true;
    }

    /// <summary>Reads names of code, separated by commas; a name that none can be means a mistake.</summary>
    public static bool ReadNames(string text, out ImmutableArray<string> names)
    {
        names = text.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Trim()).ToImmutableArray();
        return names.All(SyntaxFacts.IsValidIdentifier);
    }

    /// <summary>Reads a number of something, at least one.</summary>
    public static bool ReadCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;

    /// <summary>Reads a time, in days.</summary>
    public static bool ReadDays(string text, out double? days)
    {
        days = DaysText.Read(text);
        return days is not null;
    }

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
