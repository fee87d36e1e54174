using System.Collections.Immutable;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>
/// Reads names in scripts by the naming convention. Events, keys and ids are often written without capitals:
/// <c>consentgranted</c> is read as two words.
/// </summary>
/// <param name="names">The convention.</param>
/// <param name="trust">How far a name is trusted.</param>
/// <param name="catalog">What is known about consent platforms; null to go by words alone.</param>
internal sealed class ScriptWords(ConsentNames names, ConsentState trust, ScriptCatalog? catalog = null)
{
    private const int ShortestRun = 8;
    private const int LongestRun = 40;
    private const NameParts Topic = NameParts.Subject | NameParts.Cookie;

    /// <summary>Answers that mean no, which are no words of a name.</summary>
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "", "false", "0", "n", "off", "none", "null", "undefined", "necessary", "essential", "required" };

    private readonly Dictionary<string, NameParts> _known = new(StringComparer.Ordinal);

    public NameParts PartsOf(string name)
    {
        if (!_known.TryGetValue(name, out var parts))
            _known.Add(name, parts = Read(name));

        return parts;
    }

    public bool IsYes(string text) => names.IsYes(text);

    /// <summary>Whether a text contains a word that means yes and none that means no.</summary>
    public bool ContainsYes(string text)
    {
        var found = false;
        foreach (var word in NameWords.Split(text))
        {
            if (No.Contains(word))
                return false;

            found |= names.IsYes(word);
        }

        return found && !MeansNo(text);
    }

    /// <summary>Whether an answer names what is consented to: <c>'analytics'</c>.</summary>
    public bool NamesPurpose(string text) => (PartsOf(text) & NameParts.Purpose) != 0 && !MeansNo(text);

    public bool MeansNo(string text) => No.Contains(text.Trim()) || (PartsOf(text) & (NameParts.Refused | NameParts.Absent)) != 0;

    /// <summary>The evidence of a value that only its name explains. It may be a truth or a text.</summary>
    public Evidence OfName(NameParts name, NameParts context)
    {
        var truth = ConsentNames.OfTruth(name, context);
        return new Evidence(truth.WhenTrue, truth.WhenFalse, ConsentLattice.Higher(truth.WhenTrue, ConsentNames.OfText(name, context))).AtMost(trust);
    }

    /// <summary>The same for a name that stands alone: what it asks for, it does not say.</summary>
    public Evidence OfPlainName(NameParts name, NameParts context) => (name & NameParts.Ask) != 0 ? Evidence.None : OfName(name, context);

    /// <summary>The evidence of a text kept under a key: that there is one says that an answer was given, not which.</summary>
    public Evidence OfKey(string key, bool isCookie)
    {
        var parts = PartsOf(key);
        var limit = trust;
        if (!KeyedLookup.NamesConsent(parts))
        {
            // A cookie's name need not say that it is one.
            if (!isCookie || (parts & (NameParts.Purpose | NameParts.Given)) == 0)
                return Evidence.None;

            if ((parts & NameParts.Given) == 0)
                limit = ConsentState.Unknown;
        }

        var answer = KeyedLookup.OfAnswer(parts, isTruth: false).WhenYes;
        return new Evidence(ConsentLattice.Lower(answer, ConsentState.Unknown), ConsentState.NotGranted, answer).AtMost(limit);
    }

    /// <summary>Whether a name says that something happens once consent is given.</summary>
    public bool SaysGranted(NameParts parts, NameParts context) =>
        trust == ConsentState.Granted
        && (parts & NameParts.Given) != 0
        && (parts & (NameParts.Absent | NameParts.Refused)) == 0
        && ((parts | context) & NameParts.Subject) != 0
        && ConsentNames.OfTruth(parts, context).WhenTrue == ConsentState.Granted;

    /// <summary>How far something that happens at a time of this name happens after consent.</summary>
    public ConsentState OfMoment(NameParts parts, NameParts context) =>
        SaysGranted(parts, context) ? ConsentState.Granted
        : ((parts | context) & NameParts.Subject) != 0 && (parts & (NameParts.Absent | NameParts.Refused)) == 0 ? ConsentState.Unknown
        : ConsentState.NotGranted;

    /// <summary>Whether the words of an element say that it is the one by which consent is given.</summary>
    public bool IsAcceptElement(NameParts element) =>
        trust == ConsentState.Granted
        && (element & (NameParts.Given | NameParts.Allowed)) != 0
        && (element & Topic) != 0
        && (element & (NameParts.Absent | NameParts.Refused | NameParts.Permission)) == 0;

    /// <summary>How far equality with a member of that name is a yes: <c>state === Consent.Granted</c>.</summary>
    public ConsentState OfMember(NameParts name, NameParts context) =>
        ConsentLattice.Lower(ConsentNames.OfEnumMember(name, context), trust);

    public ConsentState Trust => trust;

    /// <summary>The evidence of a consent platform's own guard, or null for any other call or name.</summary>
    public Evidence? OfPlatform(ScriptPath? path)
    {
        if (catalog is null || path is not { IsLocal: false, Package: null, Text: { Length: > 0 } text })
            return null;

        text = text.Replace("()", "");

        // What a guard holds tells as much as the guard: an answer for each purpose.
        for (var end = text.Length; end > 0; end = text.LastIndexOf('.', end - 1))
        {
            foreach (var fact in catalog.FindGuard(text.Substring(0, end)))
                return new Evidence(fact.IsUnverified ? ConsentState.Unknown : ConsentState.Granted, ConsentState.NotGranted, fact.IsUnverified ? ConsentState.Unknown : ConsentState.Granted);
        }

        return null;
    }

    /// <summary>How far a consent platform runs what is given to it under this name after consent only.</summary>
    public ConsentState OfPlatformCallback(string? name)
    {
        var state = ConsentState.NotGranted;
        foreach (var fact in name is null || catalog is null ? ImmutableArray<JsCallbackFact>.Empty : catalog.FindCallback(name))
            state = ConsentLattice.Higher(state, fact.IsUnverified ? ConsentState.Unknown : ConsentState.Granted);

        return state;
    }

    private NameParts Read(string name)
    {
        var parts = names.PartsOf(name);
        if ((parts & NameParts.Other) == 0)
            return parts;

        var words = NameWords.Split(name);
        var changed = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length is >= ShortestRun and <= LongestRun && !names.IsWord(words[i]) && Separate(words[i]) is { } separated)
            {
                words[i] = separated;
                changed = true;
            }
        }

        return changed ? names.PartsOf(string.Join("-", words)) : parts;
    }

    /// <summary>The words that a run of letters consists of, if one of them is what consent is about.</summary>
    private string? Separate(string run)
    {
        var separated = new string?[run.Length + 1];
        separated[0] = "";
        for (var end = 2; end <= run.Length; end++)
        {
            // Longer words first: "cookieconsent" before "cookie" and "consent" is all the same, "accepted" before "ted" is not.
            for (var start = 0; start <= end - 2 && separated[end] is null; start++)
            {
                if (separated[start] is { } before && run.Substring(start, end - start) is var word && names.IsWord(word))
                    separated[end] = before.Length == 0 ? word : $"{before}-{word}";
            }
        }

        return separated[run.Length] is { } all && (names.PartsOf(all) & Topic) != 0 ? all : null;
    }
}
