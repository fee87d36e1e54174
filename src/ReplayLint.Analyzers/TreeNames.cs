using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReplayLint;

/// <summary>The identifiers that a source file mentions. Trees survive from one compilation to the next while someone types, so they are collected once.</summary>
internal static class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> NamesByTree = new();

    public static HashSet<string> Of(SyntaxTree tree) => NamesByTree.GetValue(tree, Collect);

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
