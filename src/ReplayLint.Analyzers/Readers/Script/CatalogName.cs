using System.Collections.Immutable;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Script;

/// <summary>Finds what the catalogue says about a path of a script, by whatever name the script knows it.</summary>
internal static class CatalogName
{
    private const string New = "new ";

    /// <summary>The facts about a call or an assigned name. A name of the script itself is none of the catalogue's, unless it is imported.</summary>
    public static ImmutableArray<JsFact> FactsOf(ScriptPath path, ScriptCatalog catalog)
    {
        if (path.Package is { } package)
            return OfImport(package, path.Exported ?? "", catalog);

        return path.IsLocal || path.Text.Length == 0 ? ImmutableArray<JsFact>.Empty : OfGlobal(Plain(path.Text), catalog);
    }

    /// <summary>Whether a call is one that an option names: <c>plugin</c>, <c>tracker.plugin</c>.</summary>
    public static bool Calls(ScriptPath path, string name, Recorder recorder, ScriptCatalog catalog)
    {
        if (path.Package is { } package)
        {
            foreach (var fact in catalog.FindPackage(package))
            {
                if (fact.Recorder == recorder && NameOf(fact, Plain(path.Exported ?? ""), catalog) is { } imported && Ends(imported, name))
                    return true;
            }

            return false;
        }

        return !path.IsLocal && Ends(Plain(path.Text), name);
    }

    private static ImmutableArray<JsFact> OfImport(string package, string exported, ScriptCatalog catalog)
    {
        var facts = ImmutableArray.CreateBuilder<JsFact>();
        foreach (var known in catalog.FindPackage(package))
        {
            if (NameOf(known, Plain(exported), catalog) is not { } name)
                continue;

            foreach (var fact in OfGlobal(name, catalog))
            {
                if (fact.Recorder == known.Recorder)
                    facts.Add(fact);
            }
        }

        return facts.ToImmutable();
    }

    private static ImmutableArray<JsFact> OfGlobal(string name, ScriptCatalog catalog)
    {
        var result = name.LastIndexOf("().", StringComparison.Ordinal);
        return result < 0 ? catalog.FindCall(name) : OfObject(name.Substring(0, result), name.Substring(result + 3), catalog);
    }

    /// <summary>
    /// A method of what a recorder's function returns or creates. The catalogue names it by what the vendor's examples call
    /// the object, which is no global.
    /// </summary>
    private static ImmutableArray<JsFact> OfObject(string maker, string method, ScriptCatalog catalog)
    {
        var facts = ImmutableArray.CreateBuilder<JsFact>();
        foreach (var recorder in Makers(maker, catalog).Distinct())
        {
            foreach (var fact in recorder.ScriptFacts.OfType<JsFact>())
            {
                var dot = fact.Path.Call.IndexOf('.');
                if (dot > 0 && fact.Path.Call.Substring(dot + 1) == method && catalog.FindGlobal(fact.Path.Call.Substring(0, dot)).IsEmpty)
                    facts.Add(fact);
            }
        }

        return facts.ToImmutable();
    }

    private static IEnumerable<Recorder> Makers(string maker, ScriptCatalog catalog)
    {
        var dot = maker.IndexOf('.');
        return catalog.FindGlobal(dot < 0 ? maker : maker.Substring(0, dot)).Select(static fact => fact.Recorder)
            .Concat(catalog.FindCall(maker).Select(static fact => fact.Recorder));
    }

    private static string? NameOf(PackageFact package, string exported, ScriptCatalog catalog)
    {
        if (exported.Length == 0)
            return package.Global;

        var end = exported.IndexOfAny(['.', '(']);
        return catalog.NameOfImport(package, end < 0 ? exported : exported.Substring(0, end)) is { } name
            ? end < 0 ? name : name + exported.Substring(end)
            : null;
    }

    private static bool Ends(string call, string name) =>
        call == name || (call.Length > name.Length && call.EndsWith(name, StringComparison.Ordinal) && call[call.Length - name.Length - 1] == '.');

    private static string Plain(string path) => path.StartsWith(New, StringComparison.Ordinal) ? path.Substring(New.Length) : path;
}
