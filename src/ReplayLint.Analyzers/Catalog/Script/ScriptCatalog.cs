using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog.Script;

/// <summary>A place in a text that is the address of a recorder's script.</summary>
internal readonly record struct HostMatch(SourceFact Fact, TextSpan Span)
{
    public Recorder Recorder => Fact.Recorder;
}

/// <summary>A class or attribute by which a script element waits for consent, and the category that it names.</summary>
internal readonly record struct ScriptGateMatch(ScriptGateFact Fact, string Category)
{
    /// <summary>Whether the category is one whose scripts run without consent.</summary>
    public bool IsEssential => Fact.Platform.IsEssential(Category);
}

/// <summary>Finds what the catalogue says about text, calls, packages and markup of pages and scripts.</summary>
internal sealed class ScriptCatalog
{
    private readonly ImmutableArray<SourceFact> _sources;
    private readonly ImmutableArray<AutoBlockFact> _autoBlocks;
    private readonly ImmutableArray<DomainFact> _domains;
    private readonly HostSearch _sourceSearch;
    private readonly HostSearch _domainSearch;
    private readonly HostSearch _autoBlockSearch;
    private readonly ImmutableArray<PlatformScriptFact> _platformScripts;
    private readonly HostSearch _platformSearch;
    private readonly Dictionary<string, string> _sameName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<JsFact>> _byCall;
    private readonly Dictionary<string, ImmutableArray<PackageFact>> _byPackage;
    private readonly Dictionary<string, ImmutableArray<GlobalFact>> _byGlobal;
    private readonly Dictionary<string, ImmutableArray<MarkupFact>> _markup;
    private readonly Dictionary<string, ImmutableArray<ScriptGateFact>> _gates;
    private readonly Dictionary<string, ImmutableArray<JsGuardFact>> _guards;
    private readonly Dictionary<string, ImmutableArray<JsCallbackFact>> _callbacks;
    private readonly Dictionary<string, ImmutableArray<JsLifetimeFact>> _lifetimes;
    private readonly ImmutableArray<string> _lifetimeWords;
    private readonly HashSet<string> _simpleNames;
    private readonly ImmutableArray<string> _words;
    private readonly ImmutableArray<string> _foreignWords;
    private readonly AnchorSearch _signs;
    private readonly ConditionalWeakTable<SourceText, object> _concerned = new();

    public ScriptCatalog(RecorderCatalog catalog)
    {
        var facts = catalog.Recorders.SelectMany(static recorder => recorder.ScriptFacts).ToImmutableArray();
        var platformFacts = catalog.Platforms.SelectMany(static platform => platform.Facts).ToImmutableArray();

        _sources = facts.OfType<SourceFact>().ToImmutableArray();
        _sourceSearch = new HostSearch(_sources.Select(static fact => fact.Pattern).ToImmutableArray());
        _domains = facts.OfType<DomainFact>().ToImmutableArray();
        _domainSearch = new HostSearch(_domains.Select(static fact => fact.Pattern).ToImmutableArray());
        DomainWords = _domains.Select(static fact => WordOf(fact.Pattern.Text)).Distinct().ToImmutableArray();
        _autoBlocks = platformFacts.OfType<AutoBlockFact>().ToImmutableArray();
        _autoBlockSearch = new HostSearch(_autoBlocks.Select(static fact => fact.Pattern).ToImmutableArray());

        _platformScripts = platformFacts.OfType<PlatformScriptFact>().ToImmutableArray();
        _platformSearch = new HostSearch(_platformScripts.Select(static fact => fact.Pattern).ToImmutableArray());

        foreach (var global in facts.OfType<GlobalFact>())
        {
            foreach (var other in global.Also)
                _sameName[other] = global.Name;
        }

        _byGlobal = Group(facts.OfType<GlobalFact>(), static fact => fact.Name);
        _byCall = Group(facts.OfType<JsFact>(), static fact => fact.Path.Call);
        _byPackage = Group(facts.OfType<PackageFact>(), static fact => fact.Name);
        _markup = Group(facts.OfType<MarkupFact>(), static fact => fact.Atom.Attribute, StringComparer.OrdinalIgnoreCase);
        _gates = Group(platformFacts.OfType<ScriptGateFact>(), static fact => fact.Atom.Attribute, StringComparer.OrdinalIgnoreCase);
        _guards = Group(platformFacts.OfType<JsGuardFact>(), static fact => fact.Path.Call);
        _callbacks = Group(platformFacts.OfType<JsCallbackFact>(), static fact => fact.Name);
        _lifetimes = Group(platformFacts.OfType<JsLifetimeFact>(), static fact => fact.Path.Call);
        _lifetimeWords = platformFacts.OfType<JsLifetimeFact>().Select(static fact => LastOf(fact.NameArgument is null ? fact.Path.Option ?? fact.Path.Call : fact.Path.Call + "(")).Distinct().ToImmutableArray();
        var words = WordsOf(facts);
        _words = words.RemoveAll(static word => !AnchorSearch.CanFind(word));
        _foreignWords = words.RemoveAll(static word => AnchorSearch.CanFind(word));
        _signs = new AnchorSearch(_words.Select(static word => word.ToLowerInvariant()).Concat(_sources.Select(static fact => fact.Pattern.Anchor)).ToImmutableArray());
        _simpleNames = new HashSet<string>(
            facts.OfType<JsFact>().Select(static fact => fact.Path.SimpleName).Concat(_sameName.Keys),
            StringComparer.Ordinal);
    }

    /// <summary>
    /// The addresses of recorders' scripts in a text, in order: one pass, and nothing allocated when there are none. The
    /// words that an address needs beside it are looked for in the page, or in the text itself when no page is given.
    /// </summary>
    public ImmutableArray<HostMatch> FindHosts(string text, string? page = null) =>
        _sourceSearch.Find(text) is { } found ? SelectHosts(found, text, page ?? text) : ImmutableArray<HostMatch>.Empty;

    /// <summary>Whether a text holds an address of a recorder's script, whatever else the address asks for.</summary>
    public bool HasHost(string text) => _sourceSearch.Find(text) is not null;

    /// <summary>The recorders' own domains that a text names, in order.</summary>
    public ImmutableArray<(DomainFact Fact, TextSpan Span)> FindDomains(string text) =>
        _domainSearch.Find(text) is { } found
            ? found.Select(match => (_domains[match.Pattern], match.Span)).OrderBy(static match => match.Span.Start).ToImmutableArray()
            : ImmutableArray<(DomainFact, TextSpan)>.Empty;

    /// <summary>Names of recorders' objects, packages and attributes that are long enough to mean nothing else.</summary>
    public ImmutableArray<string> Words => _words.AddRange(_foreignWords);

    /// <summary>The word that stands alone in each of these domains: <c>tracker</c> of <c>*.tracker.example</c>.</summary>
    public ImmutableArray<string> DomainWords { get; }

    /// <summary>Whether a file may have to do with a recorder; it is searched once. Texts survive while someone types elsewhere, and so do the answers.</summary>
    public bool MayConcern(SourceText text) => (bool)_concerned.GetValue(text, t => MayConcern(t.ToString()));

    /// <summary>
    /// Whether a text may have to do with a recorder at all: it holds the address of one, or a word that is one's own. A text
    /// without any is not read any further.
    /// </summary>
    public bool MayConcern(string text)
    {
        int position = 0, row = 0;
        bool? hasHosts = null;
        while (hasHosts != true && _signs.Next(text, ref position, ref row) is { } ending)
        {
            foreach (var sign in ending)
            {
                if (sign >= _words.Length)
                    hasHosts ??= _sourceSearch.Find(text) is { } found && found.Exists(match => Counts(match.Pattern, match.Span, text, text));
                else if (position >= _words[sign].Length && string.CompareOrdinal(text, position - _words[sign].Length, _words[sign], 0, _words[sign].Length) == 0)
                    return true;
            }
        }

        return hasHosts == true || _foreignWords.Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0);
    }

    /// <summary>Consent platforms whose script in a page may hold back others without a sign at them.</summary>
    public ImmutableArray<AutoBlockFact> FindAutoBlocks(string text) =>
        _autoBlockSearch.Find(text) is { } found ? SelectAutoBlocks(found, text) : ImmutableArray<AutoBlockFact>.Empty;

    /// <summary>The consent platforms of which a text loads the script.</summary>
    public IEnumerable<ConsentPlatform> FindPlatforms(string text) =>
        _platformSearch.Find(text) is { } found ? found.Select(match => _platformScripts[match.Pattern].Platform).Distinct() : [];

    /// <summary>Whether a page may have a script element that waits for consent.</summary>
    public bool MayHoldBack(string text)
    {
        foreach (var fact in _gates.Values)
        {
            foreach (var gate in fact)
            {
                if (text.IndexOf(gate.Atom.IsClass ? gate.Atom.MarkFor("").Substring(1) : gate.Atom.Attribute, StringComparison.OrdinalIgnoreCase) >= 0)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text may ask a consent platform.</summary>
    public bool MayAskConsent(string text)
    {
        foreach (var call in _guards.Keys)
        {
            var dot = call.IndexOf('.');
            if (text.IndexOf(dot < 0 ? call : call.Substring(0, dot), StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether some call or assigned name of the catalogue ends in this name; asked first, because it is cheap.</summary>
    public bool HasName(string simpleName) => _simpleNames.Contains(simpleName);

    /// <summary>
    /// What is known about a call or an assigned name, its options included: <c>tracker.init</c>, with or without
    /// <c>window</c>. Nothing is checked but the name: arguments and required words are the caller's.
    /// </summary>
    public ImmutableArray<JsFact> FindCall(string path) => Find(_byCall, Normalize(path));

    /// <summary>What is known about an option of a call: <c>privacy.maskAll</c> of <c>tracker.init</c>.</summary>
    public IEnumerable<JsFact> FindOption(string call, string option)
    {
        foreach (var fact in FindCall(call))
        {
            if (fact.Path.Option == option)
                yield return fact;
        }
    }

    /// <summary>The options of a start call that hold recording back until consent: one of them is enough.</summary>
    public IEnumerable<JsSettingFact> GatesOf(JsStartFact start)
    {
        foreach (var fact in Find(_byCall, start.Path.Call))
        {
            if (fact is JsSettingFact { Protects: Protects.Consent } setting && setting.Recorder == start.Recorder && setting.Argument == start.Argument)
                yield return setting;
        }
    }

    /// <summary>What is known about an npm package, or about the package that a path lies in.</summary>
    public ImmutableArray<PackageFact> FindPackage(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('/', end - 1))
        {
            if (_byPackage.TryGetValue(end == name.Length ? name : name.Substring(0, end), out var facts))
                return facts;
        }

        return ImmutableArray<PackageFact>.Empty;
    }

    /// <summary>The name in the catalogue's terms of something imported from a package, or null when it has none.</summary>
    public string? NameOfImport(PackageFact package, string? exported)
    {
        if (package.Global is null || exported is null or "default" or "*")
            return package.Global;

        var name = Normalize(exported);
        return _byGlobal.ContainsKey(name) || _sameName.ContainsKey(exported) ? name : package.Global + "." + exported;
    }

    /// <summary>Recorders that scripts know by this name.</summary>
    public ImmutableArray<GlobalFact> FindGlobal(string name) => Find(_byGlobal, Normalize(name));

    /// <summary>What an attribute of an element means to recorders; of <c>class</c>, what each class does.</summary>
    public IEnumerable<MarkupFact> FindMarkup(string attribute, string? value)
    {
        if (!_markup.TryGetValue(attribute, out var facts))
            yield break;

        foreach (var part in Parts(attribute, value))
        {
            foreach (var fact in facts)
            {
                if (fact.Atom.Matches(part, out _))
                    yield return fact;
            }
        }
    }

    /// <summary>Whether an attribute whose value is computed may keep an element out of a recorder's recordings.</summary>
    public bool MayProtect(string attribute, string? value, Recorder recorder) =>
        value is not null
        && _markup.TryGetValue(attribute, out var facts)
        && facts.Any(fact => fact.Recorder == recorder && fact.Effect != MarkupEffect.Unmask && value.IndexOf(fact.Atom.Value, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>How an attribute of a script element makes it wait for consent.</summary>
    public IEnumerable<ScriptGateMatch> FindScriptGates(string attribute, string? value)
    {
        if (!_gates.TryGetValue(attribute, out var facts))
            yield break;

        foreach (var part in Parts(attribute, value))
        {
            foreach (var fact in facts)
            {
                if (fact.Atom.Matches(part, out var category))
                    yield return new ScriptGateMatch(fact, category);
            }
        }
    }

    /// <summary>What consent platforms say about a call or name that is tested: its truth means consent.</summary>
    public ImmutableArray<JsGuardFact> FindGuard(string path) => Find(_guards, JsPath.WithoutGlobalObject(path));

    /// <summary>What consent platforms say about a call, an assigned name or an event: what it is given runs after consent.</summary>
    public ImmutableArray<JsCallbackFact> FindCallback(string name) => Find(_callbacks, JsPath.WithoutGlobalObject(name));

    /// <summary>What decides for how long a choice is kept, by the call or name.</summary>
    public ImmutableArray<JsLifetimeFact> FindLifetimes(string path) => Find(_lifetimes, JsPath.WithoutGlobalObject(path));

    /// <summary>Whether a text holds the name of something that decides for how long a choice is kept.</summary>
    public bool MentionsLifetime(string text)
    {
        foreach (var word in _lifetimeWords)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static string LastOf(string path) => path.EndsWith("(", StringComparison.Ordinal) ? path : path.Substring(path.LastIndexOf('.') + 1);

    private ImmutableArray<HostMatch> SelectHosts(List<(int Pattern, TextSpan Span)> found, string text, string page)
    {
        var matches = new List<HostMatch>(found.Count);
        foreach (var (pattern, span) in found)
        {
            if (Counts(pattern, span, text, page))
                matches.Add(new HostMatch(_sources[pattern], span));
        }

        // Two patterns of one recorder may find the same address: the longer one says more.
        return matches
            .Where(match => !matches.Any(other => other.Recorder == match.Recorder && other.Span.OverlapsWith(match.Span) && IsBetter(other, match)))
            .OrderBy(static match => match.Span.Start)
            .ToImmutableArray();
    }

    private bool Counts(int pattern, TextSpan span, string text, string page) =>
        _sources[pattern] is var fact
        && HoldsAny(page, fact.Requires)
        && !(fact.Except is { } except && Address(text, span).IndexOf(except, StringComparison.OrdinalIgnoreCase) >= 0);

    private ImmutableArray<AutoBlockFact> SelectAutoBlocks(List<(int Pattern, TextSpan Span)> found, string text) =>
        found.Select(match => _autoBlocks[match.Pattern]).Where(fact => HoldsAny(text, fact.Requires)).Distinct().ToImmutableArray();

    private static ImmutableArray<string> WordsOf(ImmutableArray<ScriptFact> facts)
    {
        const int ShortestTelling = 4;
        return facts.SelectMany(static fact => fact switch
            {
                GlobalFact global => global.Also.Add(global.Name),
                PackageFact package => ImmutableArray.Create(package.Name),
                MarkupFact { Effect: MarkupEffect.Unmask } markup => ImmutableArray.Create(markup.Atom.Text.Trim('.', '[', ']').Split('=')[0]),
                _ => ImmutableArray<string>.Empty,
            })
            .Where(static word => word.Length >= ShortestTelling)
            .Distinct()
            .ToImmutableArray();
    }

    /// <summary>A path without the global object, and by the name that the facts use where a recorder has several.</summary>
    private string Normalize(string path)
    {
        path = JsPath.WithoutGlobalObject(path);
        var dot = path.IndexOf('.');
        return _sameName.TryGetValue(dot < 0 ? path : path.Substring(0, dot), out var name)
            ? name + (dot < 0 ? "" : path.Substring(dot))
            : path;
    }

    private static string WordOf(string domain)
    {
        var labels = domain.Trim('*', '.').Split('.');
        return labels[Math.Max(0, labels.Length - 2)].Split('-').Last();
    }

    /// <summary>The parts of an attribute's value that stand for themselves: each class of <c>class</c>, all of any other.</summary>
    public static string[] Parts(string attribute, string? value) =>
        attribute.Equals("class", StringComparison.OrdinalIgnoreCase)
            ? (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : [value ?? ""];

    private static string Address(string text, TextSpan span) =>
        text.Substring(span.Start, HostPattern.EndOfAddress(text, span.End) - span.Start);

    private static bool HoldsAny(string text, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return words.IsEmpty;
    }

    private static bool IsBetter(HostMatch other, HostMatch match) =>
        other.Span.Length > match.Span.Length || (other.Span.Length == match.Span.Length && string.CompareOrdinal(other.Fact.Key, match.Fact.Key) < 0);

    private static ImmutableArray<T> Find<T>(Dictionary<string, ImmutableArray<T>> index, string key) =>
        index.TryGetValue(key, out var facts) ? facts : ImmutableArray<T>.Empty;

    private static Dictionary<string, ImmutableArray<T>> Group<T>(IEnumerable<T> facts, Func<T, string> key, StringComparer? comparer = null) =>
        facts.GroupBy(key, comparer ?? StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.ToImmutableArray(), comparer ?? StringComparer.Ordinal);
}
