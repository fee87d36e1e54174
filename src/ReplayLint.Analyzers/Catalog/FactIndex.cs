using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Catalog;

/// <summary>
/// Finds what the catalogue says about a symbol. The simple name is asked first, so that the documentation id of a symbol
/// is computed only for the few names that recorders have.
/// </summary>
internal sealed class FactIndex
{
    private readonly Dictionary<string, List<Fact>> _bySimpleName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SettingFact>> _settingsByType = new(StringComparer.Ordinal);
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Fact>> _bySymbol = new(SymbolEqualityComparer.Default);

    public FactIndex(ImmutableArray<Recorder> recorders)
    {
        foreach (var recorder in recorders)
        {
            foreach (var fact in recorder.Facts)
                Add(fact);
        }
    }

    /// <summary>The names of members and of the types that hold settings, without which no code uses a recorder.</summary>
    public IEnumerable<string> Names => _bySimpleName.Keys.Concat(_typeNames);

    /// <summary>Whether some member of a recorder has this name; for constructors, the name of the type.</summary>
    public bool HasName(string simpleName) => _bySimpleName.ContainsKey(simpleName);

    /// <summary>Whether some type that holds settings has this name.</summary>
    public bool HasSettingsType(string simpleName) => _typeNames.Contains(simpleName);

    /// <summary>What is known about a member, the member it overrides or the one it implements; usually nothing.</summary>
    public ImmutableArray<Fact> Find(ISymbol symbol)
    {
        if (!HasName(NameOf(symbol)))
            return ImmutableArray<Fact>.Empty;

        return _bySymbol.GetOrAdd(Definition(symbol), FindByDocumentationId);
    }

    /// <summary>What is known about the member of a documentation id, which code of another language names.</summary>
    public ImmutableArray<Fact> FindById(string id) =>
        _bySimpleName.TryGetValue(MemberId.SimpleName(id), out var facts) ? facts.Where(fact => fact.Id == id).ToImmutableArray() : ImmutableArray<Fact>.Empty;

    /// <summary>The settings that a type itself declares, not those of its base types.</summary>
    public IEnumerable<SettingFact> SettingsOf(ITypeSymbol type) =>
        HasSettingsType(type.Name) && type.OriginalDefinition.GetDocumentationCommentId() is { } id && _settingsByType.TryGetValue(id, out var settings)
            ? settings
            : [];

    /// <summary>The settings of a type and its base types.</summary>
    public bool HoldsSettings(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SettingsOf(current).Any())
                return true;
        }

        return false;
    }

    private static string NameOf(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name;

    private static ISymbol Definition(ISymbol symbol) =>
        symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension.OriginalDefinition : symbol.OriginalDefinition;

    private void Add(Fact fact)
    {
        if (!_bySimpleName.TryGetValue(fact.SimpleName, out var facts))
            _bySimpleName.Add(fact.SimpleName, facts = []);

        facts.Add(fact);
        if (fact is not SettingFact setting)
            return;

        if (!_settingsByType.TryGetValue(setting.ContainingTypeId, out var settings))
            _settingsByType.Add(setting.ContainingTypeId, settings = []);

        settings.Add(setting);
        _typeNames.Add(MemberId.SimpleName(setting.ContainingTypeId));
    }

    private ImmutableArray<Fact> FindByDocumentationId(ISymbol symbol)
    {
        for (var current = symbol; current is not null; current = Overridden(current))
        {
            if (current.OriginalDefinition.GetDocumentationCommentId() is not { } id)
                continue;

            var found = _bySimpleName[NameOf(symbol)].Where(fact => fact.Id == id).ToImmutableArray();
            if (!found.IsEmpty)
                return found;
        }

        return ImmutableArray<Fact>.Empty;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
