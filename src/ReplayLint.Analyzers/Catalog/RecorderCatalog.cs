using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>Everything that is known about recorders and consent: the built-in files and those a project adds.</summary>
internal sealed class RecorderCatalog
{
    private static readonly Lazy<RecorderCatalog> LazyBuiltIn = new(ReadBuiltIn);

    private readonly Lazy<ScriptCatalog> _scripts;

    private RecorderCatalog(ImmutableArray<CatalogDocument> documents, ImmutableArray<Recorder>? recorders = null)
    {
        Documents = documents;
        Recorders = recorders ?? MergeRecorders(documents);
        Consent = LastOfEachKey(documents.SelectMany(static d => d.Consent), static f => f.Id).ToImmutableArray();
        Platforms = documents.SelectMany(static d => d.Platforms)
            .GroupBy(static p => p.Name, StringComparer.Ordinal)
            .Select(static g => new ConsentPlatform(g.Key, LastOfEachKey(g.SelectMany(static p => p.Facts), static f => f.Key)))
            .ToImmutableArray();
        _scripts = new Lazy<ScriptCatalog>(() => new ScriptCatalog(this));
        Lifetimes = LastOfEachKey(documents.SelectMany(static d => d.Lifetimes), static f => f.Key).ToImmutableArray();
        Purposes = documents.SelectMany(static d => d.Purposes)
            .GroupBy(static p => p.Name, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(
                static g => g.Key,
                static g => g.Aggregate(static (earlier, later) => earlier.With(later)),
                StringComparer.OrdinalIgnoreCase);
        DirectIdentifiers = documents.SelectMany(static d => d.DirectIdentifiers).ToImmutableHashSet(StringComparer.Ordinal);
        DataMarks = LastOfEachKey(documents.SelectMany(static d => d.DataMarks), static f => f.Key).ToImmutableArray();
        Words = documents.SelectMany(static d => d.Words)
            .GroupBy(static w => w.Name, StringComparer.Ordinal)
            .ToImmutableDictionary(
                static g => g.Key,
                static g => new WordList(g.Key, g.SelectMany(static w => w.Entries).Distinct().ToImmutableArray()),
                StringComparer.Ordinal);
    }

    /// <summary>A catalogue that knows nothing.</summary>
    public static RecorderCatalog Empty { get; } = new(ImmutableArray<CatalogDocument>.Empty);

    /// <summary>The catalogue that is part of this assembly; parsed once in the life of the process.</summary>
    public static RecorderCatalog BuiltIn => LazyBuiltIn.Value;

    public ImmutableArray<Recorder> Recorders { get; }

    public ImmutableArray<ConsentFact> Consent { get; }

    /// <summary>Consent platforms as pages and scripts show them.</summary>
    public ImmutableArray<ConsentPlatform> Platforms { get; }

    /// <summary>The facts about pages and scripts, indexed; built when first asked for.</summary>
    public ScriptCatalog Scripts => _scripts.Value;

    /// <summary>What decides for how long a choice is kept.</summary>
    public ImmutableArray<LifetimeFact> Lifetimes { get; }

    /// <summary>What the purposes of recording ask for, by their names.</summary>
    public ImmutableDictionary<string, PurposeProfile> Purposes { get; }

    /// <summary>Documentation ids of members whose value identifies a person directly.</summary>
    public ImmutableHashSet<string> DirectIdentifiers { get; }

    /// <summary>The attributes by which code says what a member holds.</summary>
    public ImmutableArray<DataMarkFact> DataMarks { get; }

    private ImmutableDictionary<string, WordList> Words { get; }

    private ImmutableArray<CatalogDocument> Documents { get; }

    /// <summary>Whether a file by this name is a catalogue file: <c>replaylint.*.txt</c>.</summary>
    public static bool IsCatalogFile(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.StartsWith("replaylint.", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The recorder of a name, however its letters are written; null when there is none.</summary>
    public Recorder? Find(string recorder) => Recorders.FirstOrDefault(known => string.Equals(known.Name, recorder, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of the list by that name, in lower case; empty when there is none.</summary>
    public ImmutableArray<string> WordsOf(string list) => Words.TryGetValue(list, out var words) ? words.Entries : ImmutableArray<string>.Empty;

    /// <summary>This catalogue and more files; where two say something about the same member, the later wins.</summary>
    public RecorderCatalog With(ImmutableArray<CatalogDocument> documents) =>
        documents.IsEmpty ? this : new RecorderCatalog(Documents.AddRange(documents));

    /// <summary>
    /// The facts that hold for the packages of a project. Where a version is not known, of two facts about an option the one
    /// counts whose default protects less, and no finding that rests on this default is more than a hint.
    /// </summary>
    /// <param name="versionOf">The version of the assembly that declares a type, by the id of the type; null when it is not known.</param>
    public RecorderCatalog For(Func<string, PackageVersion?> versionOf)
    {
        if (!Recorders.Any(static recorder => recorder.Facts.Any(static fact => fact.IsVersioned)))
            return this;

        var held = Recorders.Select(recorder => recorder.With(recorder.Facts
            .GroupBy(static fact => (fact.GetType(), fact.Id, (fact as StartFact)?.Value))
            .Select(group => HeldBy(group.ToImmutableArray(), versionOf))
            .OfType<Fact>()));
        return new RecorderCatalog(Documents, held.ToImmutableArray());
    }

    private static Fact? HeldBy(ImmutableArray<Fact> alternatives, Func<string, PackageVersion?> versionOf)
    {
        if (alternatives.All(static fact => !fact.IsVersioned))
            return alternatives[alternatives.Length - 1];

        if (versionOf(alternatives[0].ContainingTypeId) is { } version)
            return alternatives.LastOrDefault(fact => fact.HoldsFor(version));

        var settings = alternatives.OfType<SettingFact>().ToList();
        var weakest = settings.Find(static setting => SettingValue.OfText(setting.Default).Loosens(setting));
        return weakest is null ? alternatives.LastOrDefault(static fact => fact.HoldsFor(null))
            : settings.TrueForAll(static setting => SettingValue.OfText(setting.Default).Loosens(setting)) ? weakest
            : weakest with { DependsOnVersion = true };
    }

    private static ImmutableArray<Recorder> MergeRecorders(ImmutableArray<CatalogDocument> documents)
    {
        var merged = ImmutableArray.CreateBuilder<Recorder>();
        foreach (var sections in documents.SelectMany(static d => d.Recorders).GroupBy(static r => r.Name, StringComparer.Ordinal))
        {
            merged.Add(new Recorder(
                sections.Key,
                LastOfEachKey(sections.SelectMany(static s => s.Facts), static f => f.Key),
                LastOfEachKey(sections.SelectMany(static s => s.ScriptFacts), static f => f.Key))
            {
                ApiTypes = sections.SelectMany(static s => s.ApiTypes).Distinct().ToImmutableArray(),
                EnabledBy = sections.SelectMany(static s => s.EnabledBy).Distinct().ToImmutableArray(),
                Retention = sections.Select(static s => s.Retention).LastOrDefault(static r => r is not null),
                IsStoredByTeam = sections.Any(static s => s.IsStoredByTeam),
            });
        }

        return merged.ToImmutable();
    }

    /// <summary>Of the facts that speak of the same thing, the last; in the order in which the things first come up.</summary>
    private static IEnumerable<T> LastOfEachKey<T>(IEnumerable<T> facts, Func<T, string> key) =>
        facts.GroupBy(key, StringComparer.Ordinal).Select(static g => g.Last());

    private static RecorderCatalog ReadBuiltIn()
    {
        var assembly = typeof(RecorderCatalog).GetTypeInfo().Assembly;
        var documents = ImmutableArray.CreateBuilder<CatalogDocument>();
        foreach (var name in assembly.GetManifestResourceNames().OrderBy(static n => n, StringComparer.Ordinal))
        {
            if (!name.EndsWith(".txt", StringComparison.Ordinal))
                continue;

            using var stream = assembly.GetManifestResourceStream(name)!;
            documents.Add(CatalogParser.Parse(SourceText.From(stream)));
        }

        return new RecorderCatalog(documents.ToImmutable());
    }
}
