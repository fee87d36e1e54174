using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint;

/// <summary>
/// Tells whether a source file mentions a name. The text is searched first, which is many times faster than walking the
/// tokens; trees survive from one compilation to the next while someone types, and so do the answers.
/// </summary>
internal sealed class TreeNames
{
    private const int ChunkLength = 16 * 1024;

    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    private readonly SyntaxTree _tree;
    private readonly ConcurrentDictionary<string, bool> _mentioned = new(StringComparer.Ordinal);
    private HashSet<string>? _identifiers;

    private TreeNames(SyntaxTree tree) => _tree = tree;

    /// <summary>Whether the name is an identifier of the file's code, and not merely a word in a comment or a text.</summary>
    public static bool Mentions(SyntaxTree tree, string name) =>
        Known.GetValue(tree, static t => new TreeNames(t)).Mentions(name);

    private bool Mentions(string name)
    {
        if (!_mentioned.TryGetValue(name, out var mentioned))
            _mentioned[name] = mentioned = IsInText(_tree.GetText(), name) && (_identifiers ??= CollectIdentifiers()).Contains(name);

        return mentioned;
    }

    private static bool IsInText(SourceText text, string name)
    {
        // Chunks overlap, so that a name on their border is not missed.
        var buffer = new char[Math.Min(ChunkLength, text.Length)];
        for (var position = 0; position < text.Length; position += ChunkLength - name.Length)
        {
            var length = Math.Min(buffer.Length, text.Length - position);
            text.CopyTo(position, buffer, 0, length);
            if (buffer.AsSpan(0, length).IndexOf(name.AsSpan()) >= 0)
                return true;
        }

        return false;
    }

    private HashSet<string> CollectIdentifiers()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in _tree.GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                names.Add(token.ValueText);
        }

        return names;
    }
}
