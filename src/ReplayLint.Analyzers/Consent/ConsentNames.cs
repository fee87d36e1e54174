using System.Collections.Immutable;
using ReplayLint.Catalog;
using ReplayLint.Readers;

namespace ReplayLint.Consent;

/// <summary>Understands names that speak of consent, by the word lists of <c>rules/consent/names.txt</c>.</summary>
internal sealed class ConsentNames(RecorderCatalog catalog)
{
    private readonly ImmutableArray<string> _subjects = catalog.WordsOf("consent-subject");
    private readonly ImmutableArray<string> _weakSubjects = catalog.WordsOf("consent-weak-subject");
    private readonly ImmutableArray<string> _given = catalog.WordsOf("consent-given");
    private readonly ImmutableArray<string> _denied = catalog.WordsOf("consent-denied");
    private readonly ImmutableArray<string> _undecided = catalog.WordsOf("consent-undecided");
    private readonly ImmutableArray<string> _yes = catalog.WordsOf("consent-yes");

    /// <summary>
    /// What a value of truth by this name proves: <c>HasUserConsented</c>, <c>AnalyticsCookiesAllowed</c> when true,
    /// <c>ConsentDenied</c> when false, <c>IsConsentNeeded</c> never.
    /// </summary>
    /// <param name="name">The name of the member or variable.</param>
    /// <param name="container">The name of the type that declares it: <c>Granted</c> of a <c>ConsentService</c> speaks of consent.</param>
    public Evidence EvidenceOf(string name, string? container)
    {
        var words = Words(name);
        if (ContainsAny(words, _undecided))
            return Evidence.None;

        var speaksOfConsent = ContainsAny(words, _subjects);
        var isDenied = ContainsAny(words, _denied);
        var isGiven = ContainsAny(words, _given);
        var isAbout = speaksOfConsent
            || ((isGiven || isDenied) && (ContainsAny(words, _weakSubjects) || (container is not null && ContainsAny(Words(container), _subjects))));

        if (!isAbout)
            return Evidence.None;

        // "The user denied" proves consent when it is false only if nothing but yes and no can be told, which a name does not say.
        return isDenied ? Evidence.FalseGrants : Evidence.TrueGrants;
    }

    /// <summary>Whether a text, such as the key of a cookie or the name of a constant, speaks of consent.</summary>
    public bool SpeakOfConsent(string text) => ContainsAny(Words(text), _subjects);

    /// <summary>Whether the name of an enum member means that consent was given: <c>Granted</c>, <c>Accepted</c>.</summary>
    public bool MeansGiven(string member)
    {
        var words = Words(member);
        return !ContainsAny(words, _denied) && !ContainsAny(words, _undecided) && (ContainsAny(words, _given) || ContainsAny(words, _yes));
    }

    /// <summary>Whether the text of an answer means yes.</summary>
    public bool IsYes(string text) => _yes.Contains(NameWords.Join(text.Trim()));

    private static string Words(string name) => "-" + NameWords.Join(name) + "-";

    private static bool ContainsAny(string words, ImmutableArray<string> entries)
    {
        foreach (var entry in entries)
        {
            var start = words.IndexOf(entry, StringComparison.Ordinal);
            while (start > 0)
            {
                if (words[start - 1] == '-' && words[start + entry.Length] == '-')
                    return true;

                start = words.IndexOf(entry, start + 1, StringComparison.Ordinal);
            }
        }

        return false;
    }
}
