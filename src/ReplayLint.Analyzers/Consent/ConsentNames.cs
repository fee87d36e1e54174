using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReplayLint.Catalog;

namespace ReplayLint.Consent;

/// <summary>
/// The naming convention: judges by the words of a name, and of the names around it, whether the user's yes is meant.
/// The words stand in the catalogue; here is only how they combine.
/// </summary>
internal sealed class ConsentNames
{
    private const int LongestRun = 3;
    private const NameParts Unanswered = NameParts.Open | NameParts.Permission;
    private const NameParts Disqualifying = Unanswered | NameParts.Refused;

    private static readonly (string List, NameParts Part)[] Lists =
    [
        ("consent-subject", NameParts.Subject),
        ("consent-cookie", NameParts.Cookie),
        ("consent-purpose", NameParts.Purpose),
        ("consent-other-purpose", NameParts.OtherPurpose),
        ("consent-given", NameParts.Given),
        ("consent-allowed", NameParts.Allowed),
        ("consent-enabled", NameParts.Enabled),
        ("consent-has", NameParts.Has),
        ("consent-ask", NameParts.Ask),
        ("consent-absent", NameParts.Absent),
        ("consent-refused", NameParts.Refused),
        ("consent-open", NameParts.Open),
        ("consent-permission", NameParts.Permission),
        ("consent-answer", NameParts.Answer),
        ("consent-neutral", NameParts.Neutral),
        ("consent-lookup", NameParts.Lookup),
        ("consent-ensures", NameParts.Ensures),
        ("consent-withdraws", NameParts.Withdraws),
    ];

    /// <summary>How many names are remembered before all are forgotten again.</summary>
    private const int MostKnown = 20_000;

    private static readonly ConditionalWeakTable<RecorderCatalog, ConsentNames> Known = new();

    private readonly Dictionary<string, NameParts> _words = new(StringComparer.Ordinal);
    private readonly ImmutableHashSet<string> _yes;
    private readonly ImmutableHashSet<string> _begins;
    private ConcurrentDictionary<string, NameParts> _known = new(StringComparer.Ordinal);
    private int _numberKnown;

    /// <summary>The convention by the words of a catalogue. Names are read once, since those of a project change little while someone types.</summary>
    public static ConsentNames Of(RecorderCatalog catalog) => Known.GetValue(catalog, static c => new ConsentNames(c));

    private ConsentNames(RecorderCatalog catalog)
    {
        foreach (var (list, part) in Lists)
        {
            foreach (var word in catalog.WordsOf(list))
                _words[word] = _words.TryGetValue(word, out var parts) ? parts | part : part;
        }

        _begins = catalog.WordsOf("recording-begins").ToImmutableHashSet(StringComparer.Ordinal);
        _yes = ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, catalog.WordsOf("consent-yes"));
    }

    /// <summary>Whether a stored text means yes.</summary>
    public bool IsYes(string text) => _yes.Contains(text.Trim());

    /// <summary>Whether the name says that recording begins: <c>StartRecording</c>.</summary>
    public bool SaysRecordingBegins(string name) =>
        Has(PartsOf(name), NameParts.Purpose) && NameWords.Split(name) is { Count: > 0 } words && _begins.Contains(words[0]);

    /// <summary>Whether the lists hold the word, or the run of words joined by <c>-</c>.</summary>
    public bool IsWord(string word) => _words.ContainsKey(word);

    public NameParts PartsOf(string name)
    {
        var known = _known;
        if (known.TryGetValue(name, out var parts))
            return parts;

        parts = Read(name);
        if (Interlocked.Increment(ref _numberKnown) % MostKnown == 0)
            _known = known = new ConcurrentDictionary<string, NameParts>(StringComparer.Ordinal);

        known.TryAdd(name, parts);
        return parts;
    }

    /// <summary>Whether the name speaks of consent but not of the user's yes.</summary>
    public static bool IsRefused(NameParts name) =>
        (name & Disqualifying) != 0 && (name & (NameParts.Subject | NameParts.Cookie | NameParts.Purpose)) != 0;

    /// <summary>Whether the name speaks of another purpose than recording, and not of recording too.</summary>
    public static bool IsForOther(NameParts name) => (name & NameParts.OtherPurpose) != 0 && (name & NameParts.Purpose) == 0;

    /// <summary>The evidence of a truth by that name, among names around it that give the context.</summary>
    public static Evidence OfTruth(NameParts name, NameParts context)
    {
        if (IsForOther(name | context) || (name & (Unanswered | NameParts.Tries)) != 0 || (context & NameParts.Permission) != 0)
            return Evidence.None;

        // Who has not refused may not have agreed either; whether someone was asked is not said.
        if ((name & NameParts.Refused) != 0)
        {
            return (name & (NameParts.Subject | NameParts.Cookie | NameParts.Purpose)) != 0 && (name & NameParts.Absent) == 0
                ? new Evidence(ConsentState.NotGranted, ConsentState.Unknown, ConsentState.NotGranted)
                : Evidence.None;
        }

        var level = Affirms(name, context);
        if ((name & NameParts.Absent) == 0)
            return new Evidence(level, ConsentState.NotGranted, ConsentState.NotGranted);

        // "NoConsent" and "NotGranted" are false after consent; "NoCookies" says nothing.
        return (name & (NameParts.Subject | NameParts.Given)) != 0
            ? new Evidence(ConsentState.NotGranted, level, ConsentState.NotGranted)
            : Evidence.None;
    }

    /// <summary>How far a text by that name, once it says yes, is the user's consent.</summary>
    public static ConsentState OfText(NameParts name, NameParts context)
    {
        if (IsForOther(name | context) || (name & (Disqualifying | NameParts.Absent)) != 0 || (context & NameParts.Permission) != 0)
            return ConsentState.NotGranted;

        if (Has(name, NameParts.Subject) || (Has(name, NameParts.Cookie) && (name & (NameParts.Purpose | NameParts.Given)) != 0))
            return ConsentState.Granted;

        // acceptsAnalytics == "True"
        if (Has(name, NameParts.Purpose | NameParts.Given) && !Has(name, NameParts.Other))
            return ConsentState.Granted;

        if (Has(context, NameParts.Subject))
            return Has(name, NameParts.Other) || (name & (NameParts.Answer | NameParts.Purpose | NameParts.Given)) == 0 ? ConsentState.NotGranted : ConsentState.Granted;

        return ConsentState.NotGranted;
    }

    /// <summary>How far an enum member by that name is the user's consent.</summary>
    public static ConsentState OfEnumMember(NameParts name, NameParts context)
    {
        if (IsForOther(name | context) || (name & (Disqualifying | NameParts.Absent)) != 0 || (context & NameParts.Permission) != 0)
            return ConsentState.NotGranted;

        if (Has(context | name, NameParts.Subject))
            return (name & (NameParts.Given | NameParts.Allowed | NameParts.Enabled)) != 0 ? ConsentState.Granted : ConsentState.NotGranted;

        if (!Has(name, NameParts.Given))
            return ConsentState.NotGranted;

        return Has(context, NameParts.Cookie) ? ConsentState.Granted
            : Has(context, NameParts.Purpose) ? ConsentState.Unknown
            : ConsentState.NotGranted;
    }

    private static ConsentState Affirms(NameParts name, NameParts context)
    {
        var other = (name & (NameParts.Other | NameParts.Answer)) != 0;
        if (Has(name, NameParts.Subject))
        {
            if (Has(name, NameParts.Given) || Has(name, NameParts.Has | NameParts.EndsInSubject))
                return ConsentState.Granted;

            // "HasCookieConsent" is the answer; "HasConsentCookie" only says that there is one.
            return other
                || (name & (NameParts.Allowed | NameParts.Enabled)) != 0
                || (Has(name, NameParts.Cookie) && !Has(name, NameParts.EndsInSubject)) ? ConsentState.Unknown : ConsentState.Granted;
        }

        var yes = (name & (NameParts.Given | NameParts.Allowed | NameParts.Enabled)) != 0;
        if (Has(name, NameParts.Cookie))
        {
            if (!Has(name, NameParts.Given) && !Has(name, NameParts.Purpose))
                return Has(name, NameParts.Allowed) ? ConsentState.Unknown : ConsentState.NotGranted;

            return !other && (yes || Has(context, NameParts.Subject)) ? ConsentState.Granted : ConsentState.Unknown;
        }

        return Has(name, NameParts.Purpose) ? AffirmsPurpose(name, context, other, yes) : AffirmsAlone(name, context, other);
    }

    /// <summary><c>AnalyticsAccepted</c> is the user's word; <c>AnalyticsEnabled</c> is a setting, unless it is one of a consent.</summary>
    private static ConsentState AffirmsPurpose(NameParts name, NameParts context, bool other, bool yes)
    {
        if (Has(context, NameParts.Subject))
            return other ? ConsentState.Unknown : ConsentState.Granted;

        if (Has(name, NameParts.Given))
            return other ? ConsentState.Unknown : ConsentState.Granted;

        return Has(name, NameParts.Allowed) || (yes && Has(context, NameParts.Cookie)) ? ConsentState.Unknown : ConsentState.NotGranted;
    }

    /// <summary>A name that only a context makes speak of consent: <c>consent.Granted</c>, <c>cookies.Accepted</c>.</summary>
    private static ConsentState AffirmsAlone(NameParts name, NameParts context, bool other)
    {
        if (other)
            return ConsentState.NotGranted;

        if (Has(context, NameParts.Subject))
        {
            return (name & (NameParts.Given | NameParts.Allowed | NameParts.Has | NameParts.Ask)) != 0 ? ConsentState.Granted
                : Has(name, NameParts.Enabled) ? ConsentState.NotGranted
                : ConsentState.Unknown;
        }

        if (!Has(name, NameParts.Given))
            return ConsentState.NotGranted;

        return Has(context, NameParts.Cookie) ? ConsentState.Granted
            : Has(context, NameParts.Purpose) ? ConsentState.Unknown
            : ConsentState.NotGranted;
    }

    private static bool Has(NameParts parts, NameParts wanted) => (parts & wanted) == wanted;

    private NameParts Read(string name)
    {
        var words = NameWords.Split(name);
        var parts = words.Count > 0 && words[0] == "try" ? NameParts.Tries : NameParts.None;
        for (var i = 0; i < words.Count;)
        {
            var length = Math.Min(LongestRun, words.Count - i);
            var found = NameParts.Other;
            for (; length > 0; length--)
            {
                if (_words.TryGetValue(length == 1 ? words[i] : string.Join("-", words.GetRange(i, length)), out found))
                    break;
            }

            if (length == 0)
                found = NameParts.Other;

            parts |= found;
            i += Math.Max(1, length);
            if (Has(found, NameParts.Subject))
                parts |= NameParts.EndsInSubject;
            else if (!Has(found, NameParts.Neutral))
                parts &= ~NameParts.EndsInSubject;
        }

        return parts;
    }
}
