using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint;

/// <summary>
/// Finds the places where a source file mentions a name. A filter of the file's words answers for nearly all files at once;
/// the text of the others is searched, and only what is found there is looked up among the tokens. Trees survive from one
/// compilation to the next while someone types, and so do the answers.
/// </summary>
internal sealed class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    private readonly WordFilter _words;
    private readonly ConcurrentDictionary<string, ImmutableArray<int>> _places = new(StringComparer.Ordinal);

    private TreeNames(SyntaxTree tree)
    {
        Tree = tree;
        _words = new WordFilter(tree.GetText());
    }

    public SyntaxTree Tree { get; }

    /// <summary>The names of a file.</summary>
    public static TreeNames Of(SyntaxTree tree) => Known.GetValue(tree, static t => new TreeNames(t));

    /// <summary>Whether the name is an identifier of the file's code, and not merely a word in a comment or a text.</summary>
    public static bool Mentions(SyntaxTree tree, string name) => !PlacesOf(tree, name).IsEmpty;

    /// <summary>Where the identifiers of that name begin, in order.</summary>
    public static ImmutableArray<int> PlacesOf(SyntaxTree tree, string name) => Of(tree).PlacesOf(name, WordFilter.HashOf(name));

    /// <summary>Where the identifiers of that name begin, in order.</summary>
    /// <param name="name">The name.</param>
    /// <param name="hash">What a filter knows it by.</param>
    public ImmutableArray<int> PlacesOf(string name, uint hash) => _words.MayContain(hash) ? _places.GetOrAdd(name, Find) : ImmutableArray<int>.Empty;

    /// <summary>Whether the text of the file, code or not, may hold the word of a hash; what holds it is never denied.</summary>
    public bool MayHold(uint hash) => _words.MayContain(hash);

    private ImmutableArray<int> Find(string name)
    {
        // Where code is half typed, compilers declare members without a name.
        if (name.Length == 0)
            return ImmutableArray<int>.Empty;

        var places = ImmutableArray.CreateBuilder<int>();
        var root = Tree.GetRoot();
        foreach (var position in FindInText(Tree.GetText(), name))
        {
            // In a comment or a text, the word is no token or only part of one.
            var token = root.FindToken(position);
            if (token.Span.Contains(position) && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
                places.Add(token.SpanStart);
        }

        return places.ToImmutable();
    }

    private static List<int> FindInText(SourceText text, string name)
    {
        var found = new List<int>();
        TextChunks.Any(text, overlap: name.Length, (piece, begin) =>
        {
            for (var position = piece.IndexOf(name.AsSpan()); position >= 0;)
            {
                var end = position + name.Length;
                var isWord = (position == 0 || !WordFilter.IsPartOfWord(piece[position - 1])) && (end == piece.Length || !WordFilter.IsPartOfWord(piece[end]));
                if (isWord && (found.Count == 0 || found[found.Count - 1] < begin + position))
                    found.Add(begin + position);

                var next = piece.Slice(end).IndexOf(name.AsSpan());
                position = next < 0 ? next : end + next;
            }

            return false;
        });
        return found;
    }
}
