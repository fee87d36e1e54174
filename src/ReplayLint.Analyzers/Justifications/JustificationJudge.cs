using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Configuration;

namespace ReplayLint.Justifications;

/// <summary>Judges the reasons that are given for silencing rules, in one way for all places where they can stand.</summary>
internal sealed class JustificationJudge(RecorderCatalog catalog, DateTime? today)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>A date stands in the last characters, whatever is before them.</summary>
    private const int LongestEnd = 200;

    // "until version 7.2" and "until the audit" are no dates; what has the shape of one and cannot be read is a mistake.
    private static readonly Regex End = new(
        @"\b(?:until|till|expires(?:\s+on)?|expiry)\s*:?\s+(?<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})[\s.)\]]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly ReasonWords _words = new(catalog);
    private readonly ConcurrentDictionary<string, (JustificationFlaw Flaw, string? Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Reads a day as the build and reasons write it.</summary>
    public static DateTime? ReadDate(string text) =>
        DateTime.TryParseExact(text.Trim(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Judges a reason where the options hold.</summary>
    public Justification Judge(string? text, AnalyzerConfigOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Justification(text, JustificationFlaw.Missing);

        var (flaw, until) = _known.GetOrAdd(text!, Read);
        var pattern = ReplayLintOptions.JustificationPattern.Read(options);
        if (flaw == JustificationFlaw.None && pattern is not null && !Fits(text!, pattern))
            return new Justification(text, JustificationFlaw.DoesNotFit) { Pattern = pattern.ToString(), Until = until, Expiry = ExpiryOf(until) };

        return new Justification(text, flaw) { Until = until, Expiry = ExpiryOf(until) };
    }

    private (JustificationFlaw Flaw, string? Until) Read(string text)
    {
        var end = End.Match(text.Substring(Math.Max(0, text.Length - LongestEnd)));
        return (_words.IsReason(text) ? JustificationFlaw.None : JustificationFlaw.SaysNothing, end.Success ? end.Groups["date"].Value : null);
    }

    private Expiry ExpiryOf(string? until)
    {
        if (until is null)
            return Expiry.None;

        if (ReadDate(until) is not { } last)
            return Expiry.Unreadable;

        return today > last ? Expiry.Expired : Expiry.None;
    }

    /// <summary>Whether the text fits; a pattern that takes too long to tell rejects nothing.</summary>
    private static bool Fits(string text, Regex pattern)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
