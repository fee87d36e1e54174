using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>
/// By what a project shows that it may have to do with a recorder of the built-in catalogue: types, addresses and words. Most
/// projects have none of them, and are not worth reading the catalogue for.
/// </summary>
/// <remarks>The list is made from the catalogue; a test compares the two.</remarks>
internal sealed class CatalogSigns
{
    private const string Type = "type ";
    private const string Address = "address ";
    private const string Word = "word ";

    private static readonly Lazy<CatalogSigns> LazyBuiltIn = new(Read);

    private readonly Lazy<AnchorSearch> _search;
    private readonly ImmutableArray<string> _foreign;

    private CatalogSigns(ImmutableArray<string> types, ImmutableArray<string> addresses, ImmutableArray<string> words)
    {
        Types = types;
        Addresses = addresses;
        _foreign = words.RemoveAll(AnchorSearch.CanFind);
        _search = new Lazy<AnchorSearch>(() => new AnchorSearch(addresses.AddRange(words.RemoveAll(static word => !AnchorSearch.CanFind(word)).Select(static word => word.ToLowerInvariant()))));
    }

    /// <summary>Those of the catalogue that is part of this assembly.</summary>
    public static CatalogSigns BuiltIn => LazyBuiltIn.Value;

    /// <summary>Documentation ids of the types by which the .NET API of a recorder is known.</summary>
    public ImmutableArray<string> Types { get; }

    /// <summary>How the addresses of recorders begin, in small letters.</summary>
    public ImmutableArray<string> Addresses { get; }

    /// <summary>The lines of the list for a catalogue.</summary>
    public static IEnumerable<string> LinesFor(RecorderCatalog catalog)
    {
        var facts = catalog.Recorders.SelectMany(static recorder => recorder.ScriptFacts).ToList();
        var addresses = facts.OfType<SourceFact>().Select(static fact => fact.Pattern.Anchor).Concat(facts.OfType<DomainFact>().Select(static fact => fact.Pattern.Anchor));
        var words = catalog.Scripts.Words.Concat(facts.OfType<Json.JsonSettingFact>().SelectMany(static fact => fact.Place.Section.IsEmpty ? fact.Requires : ImmutableArray.Create(fact.Place.Section.Last())));
        return Sorted(Type, catalog.Recorders.SelectMany(static recorder => recorder.KnownBy)).Concat(Sorted(Address, addresses)).Concat(Sorted(Word, words));
    }

    /// <summary>Whether a view, page, script or configuration file may have to do with a recorder.</summary>
    public bool MayConcern(SourceText text) =>
        _search.Value.IsIn(text) || (!_foreign.IsEmpty && text.ToString() is var whole && _foreign.Any(word => whole.IndexOf(word, StringComparison.Ordinal) >= 0));

    private static IEnumerable<string> Sorted(string kind, IEnumerable<string> signs) =>
        signs.Distinct().OrderBy(static sign => sign, StringComparer.Ordinal).Select(sign => kind + sign);

    private static CatalogSigns Read()
    {
        var (types, addresses, words) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        using var reader = new StreamReader(typeof(CatalogSigns).GetTypeInfo().Assembly.GetManifestResourceStream("signs")!);
        while (reader.ReadLine() is { } line)
        {
            var (kind, start) = line.StartsWith(Type, StringComparison.Ordinal) ? (types, Type.Length)
                : line.StartsWith(Address, StringComparison.Ordinal) ? (addresses, Address.Length)
                : (words, Word.Length);
            kind.Add(line.Substring(start));
        }

        return new CatalogSigns(types.ToImmutable(), addresses.ToImmutable(), words.ToImmutable());
    }
}
