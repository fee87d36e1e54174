using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>Splits a name into its words: <c>HasGDPRConsent</c>, <c>has_gdpr_consent</c> and <c>has-gdpr-consent</c> are the same three.</summary>
internal static class NameWords
{
    /// <summary>The words in lower case, in order.</summary>
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]) && !StartsWord(name, i, start))
                continue;

            if (i > start)
                words.Add(name.Substring(start, i - start).ToLowerInvariant());

            start = i < name.Length && char.IsLetterOrDigit(name[i]) ? i : i + 1;
        }

        return words;
    }

    /// <summary>The words joined as an entry of a word list joins them: <c>user-name</c>.</summary>
    public static string Join(string name) => string.Join("-", Split(name));

    /// <summary>What stands before the entry that the words end in, or null when they end in none.</summary>
    /// <param name="words">Words in lower case, with <c>-</c> before each.</param>
    /// <param name="entries">Entries of a list of words.</param>
    public static string? EndOf(string words, ImmutableArray<string> entries)
    {
        foreach (var entry in entries)
        {
            if (EndsIn(words, entry))
                return words.Substring(0, words.Length - entry.Length - 1);
        }

        return null;
    }

    /// <summary>Whether the words, with <c>-</c> before each, end in an entry of a list of words.</summary>
    public static bool EndsIn(string words, string entry) =>
        words.Length > entry.Length && words[words.Length - entry.Length - 1] == '-' && words.EndsWith(entry, StringComparison.Ordinal);

    /// <summary>A capital after a small letter, or the last capital of an acronym before one.</summary>
    private static bool StartsWord(string name, int i, int start) =>
        i > start
        && char.IsUpper(name[i])
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
