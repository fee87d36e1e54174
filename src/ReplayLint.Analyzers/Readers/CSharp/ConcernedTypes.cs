using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Readers.Interop;

namespace ReplayLint.Readers.CSharp;

/// <summary>
/// The types of a project in which the readers may find something: those whose files hold a name that they look for, or that
/// declare a member which has to do with consent. To be shown the bodies of a type makes the compiler bind them on our account
/// and keep what it made of them.
/// </summary>
/// <param name="replay">The project.</param>
/// <param name="embedded">How its code reaches the scripts of a page.</param>
/// <param name="readsApi">Whether uses of the .NET API of a recorder are looked for.</param>
/// <param name="guards">Reads the guards that the project declares; null where it is a test.</param>
internal sealed class ConcernedTypes(ReplayContext replay, EmbeddedScripts embedded, bool readsApi, GuardReader? guards)
{
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();
    private readonly Lazy<ImmutableArray<(string Name, uint Hash)>> _names = new(() => NamesOf(replay, embedded, readsApi).Select(static name => (name, WordFilter.HashOf(name))).ToImmutableArray());

    /// <summary>Whether something may be found in a type; those that it contains are types of their own.</summary>
    public bool Contains(INamedTypeSymbol type)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences)
        {
            if (_files.GetOrAdd(declaration.SyntaxTree, MayConcern))
                return true;
        }

        return HasMember(type);
    }

    private static IEnumerable<string> NamesOf(ReplayContext replay, EmbeddedScripts embedded, bool readsApi)
    {
        var names = new HashSet<string>(replay.AskingNames, StringComparer.Ordinal);
        foreach (var lifetime in replay.Lifetimes)
            names.UnionWith(LifetimeReader.NamesOf(lifetime));

        if (readsApi)
        {
            names.UnionWith(replay.Facts.Names);
            names.UnionWith(replay.Required.Names);
            if (!replay.StoppableRecorders.IsEmpty)
                names.UnionWith(replay.RevokingNames.Concat(replay.Revoking.Names));
        }

        if (embedded.Calls)
            names.UnionWith(InteropReader.Methods);

        return names.Concat(GlobalAliasesOf(names, replay.Models.Compilation)).ToList();
    }

    /// <summary>What the whole project may call one of these types.</summary>
    private static IEnumerable<string> GlobalAliasesOf(HashSet<string> names, Compilation compilation)
    {
        var global = WordFilter.HashOf("global");
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!TreeNames.Of(tree).MayHold(global) || tree.GetRoot() is not CompilationUnitSyntax root)
                continue;

            foreach (var directive in root.Usings)
            {
                if (directive.Alias is { } alias && directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && directive.Name is { } name && names.Contains(name.GetLastToken().ValueText))
                    yield return alias.Name.Identifier.ValueText;
            }
        }
    }

    private bool MayConcern(SyntaxTree tree)
    {
        // A function of the page goes by whatever name the project imports it.
        if (embedded.Imports)
            return true;

        var file = TreeNames.Of(tree);
        foreach (var (name, hash) in _names.Value)
        {
            if (!file.PlacesOf(name, hash).IsEmpty)
                return true;
        }

        return embedded.Texts && ScriptTrees.MayHoldScript(tree, replay.Catalog.Scripts);
    }

    private bool HasMember(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (guards?.Concerns(member) == true || (readsApi && member is IMethodSymbol method && WithdrawalReader.Concerns(method, replay)))
                return true;
        }

        return false;
    }
}
