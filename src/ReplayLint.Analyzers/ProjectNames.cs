using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint;

/// <summary>
/// Which files of a project mention a name; hundreds are asked for after every edit. What is known of one file stays with the
/// file.
/// </summary>
internal sealed class ProjectNames
{
    private static readonly ListMemory<SyntaxTree, ProjectNames> Known = new(static trees => new ProjectNames(trees.Select(TreeNames.Of).ToImmutableArray()));

    private readonly ImmutableArray<TreeNames> _trees;
    private readonly ConcurrentDictionary<string, bool> _mentioned = new(StringComparer.Ordinal);

    private ProjectNames(ImmutableArray<TreeNames> trees) => _trees = trees;

    /// <summary>The names in the files of a project.</summary>
    public static ProjectNames Of(Compilation compilation) => Known.Of(compilation.SyntaxTrees.ToImmutableArray());

    /// <summary>Whether the name is an identifier somewhere in the project's code.</summary>
    public bool Mention(string name) => _mentioned.GetOrAdd(name, n => PlacesOf(n).Any());

    /// <summary>The files in which the name is an identifier, and where it begins in each.</summary>
    public IEnumerable<(SyntaxTree Tree, ImmutableArray<int> Places)> PlacesOf(string name)
    {
        var hash = WordFilter.HashOf(name);
        foreach (var tree in _trees)
        {
            var places = tree.PlacesOf(name, hash);
            if (!places.IsEmpty)
                yield return (tree.Tree, places);
        }
    }

    /// <summary>Whether the text of a file, code or not, may hold the word; what holds it is never denied.</summary>
    public bool MayHold(string word)
    {
        var hash = WordFilter.HashOf(word);
        foreach (var tree in _trees)
        {
            if (tree.MayHold(hash))
                return true;
        }

        return false;
    }
}
