using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Catalog;

namespace ReplayLint;

/// <summary>
/// Tells whether a project switches a recorder's replay on. A crash reporter that is never asked to record is not our
/// business, and whom it knows is not either.
/// </summary>
internal sealed class RecorderActivity(Compilation compilation)
{
    // Trees survive from one compilation to the next while someone types, so their names are collected once.
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> NamesByTree = new();

    private readonly ConcurrentDictionary<Recorder, bool> _enabled = new();

    /// <summary>Whether any code of the project mentions what switches the recorder on.</summary>
    public bool IsEnabled(Recorder recorder) =>
        recorder.EnabledBy.IsEmpty || _enabled.GetOrAdd(recorder, IsMentioned);

    private bool IsMentioned(Recorder recorder)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (NamesByTree.GetValue(tree, CollectNames).Overlaps(recorder.EnabledBy))
                return true;
        }

        return false;
    }

    private static HashSet<string> CollectNames(SyntaxTree tree)
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
