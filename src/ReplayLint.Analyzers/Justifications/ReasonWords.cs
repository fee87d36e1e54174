using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReplayLint.Catalog;

namespace ReplayLint.Justifications;

/// <summary>Tells by words whether a justification says anything: "by design", "TODO" and "PRIV-44" do not.</summary>
internal sealed class ReasonWords
{
    /// <summary>How much must be left when everything is gone that says nothing.</summary>
    private const int MinimumWords = 2;
    private const int MinimumLetters = 8;

    /// <summary>Scripts that put no spaces between words say more with a letter.</summary>
    private const int MinimumLettersWithoutCase = 6;

    /// <summary>The longest run of words that an entry of the lists joins.</summary>
    private const int LongestRun = 3;

    // A longer text is a reason, or nothing that anyone will read.
    private const int MaximumLength = 2000;

    private static readonly Regex References = new(
        @"\b[a-z]+://\S+|\bwww\.\S+|\b[\p{L}][\p{L}\d_]*-\d+\b|\bRPL\d{4}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly ImmutableHashSet<string> _empty;
    private readonly ImmutableHashSet<string> _starts;

    public ReasonWords(RecorderCatalog catalog)
    {
        _empty = catalog.WordsOf("no-reason").ToImmutableHashSet(StringComparer.Ordinal);
        _starts = catalog.WordsOf("no-reason-start").ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the text gives a reason.</summary>
    public bool IsReason(string text)
    {
        if (text.Length > MaximumLength)
            text = text.Substring(0, MaximumLength);

        var words = Split(References.Replace(text, " "));
        if (words.Count == 0 || _starts.Contains(words[0]))
            return false;

        var count = 0;
        var letters = 0;
        var lettersWithoutCase = 0;
        for (var i = 0; i < words.Count;)
        {
            var skipped = LengthOfEmptyRun(words, i);
            if (skipped > 0)
            {
                i += skipped;
                continue;
            }

            var word = words[i++];
            var inWord = word.Count(char.IsLetter);
            letters += inWord;
            lettersWithoutCase += word.Count(static c => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter);
            if (inWord > 0)
                count++;
        }

        return (count >= MinimumWords && letters >= MinimumLetters) || lettersWithoutCase >= MinimumLettersWithoutCase;
    }

    private int LengthOfEmptyRun(List<string> words, int start)
    {
        for (var length = Math.Min(LongestRun, words.Count - start); length > 0; length--)
        {
            if (_empty.Contains(string.Join("-", words.GetRange(start, length))))
                return length;
        }

        return 0;
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
                continue;

            if (i > start)
                words.Add(text.Substring(start, i - start).ToLowerInvariant());

            start = i + 1;
        }

        return words;
    }
}
