using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReplayLint;

/// <summary>
/// The identifiers that occur in a syntax tree: a cheap way to tell that code never mentions something. Trees survive from one
/// compilation to the next while someone types, so their names are collected once.
/// </summary>
internal static class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Known = new();

    public static HashSet<string> Of(SyntaxTree tree) => Known.GetValue(tree, Collect);

    /// <summary>Whether any tree of the compilation mentions one of the names.</summary>
    public static bool AreMentioned(Compilation compilation, IEnumerable<string> names)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Of(tree).Overlaps(names))
                return true;
        }

        return false;
    }

    private static HashSet<string> Collect(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                names.Add(token.ValueText);
        }

        return names;
    }
}
