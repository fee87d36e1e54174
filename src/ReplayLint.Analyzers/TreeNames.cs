using System.Buffers;
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
    private const int ChunkLength = 16 * 1024;

    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    private readonly SyntaxTree _tree;
    private readonly WordFilter _words;
    private readonly ConcurrentDictionary<string, ImmutableArray<int>> _places = new(StringComparer.Ordinal);

    private TreeNames(SyntaxTree tree)
    {
        _tree = tree;
        _words = new WordFilter(tree.GetText());
    }

    /// <summary>Whether the name is an identifier of the file's code, and not merely a word in a comment or a text.</summary>
    public static bool Mentions(SyntaxTree tree, string name) => !PlacesOf(tree, name).IsEmpty;

    /// <summary>Where the identifiers of that name begin, in order.</summary>
    public static ImmutableArray<int> PlacesOf(SyntaxTree tree, string name)
    {
        var names = Known.GetValue(tree, static t => new TreeNames(t));
        return names._words.MayContain(name) ? names._places.GetOrAdd(name, names.Find) : ImmutableArray<int>.Empty;
    }

    /// <summary>Whether the text of the file, code or not, may hold the word; what holds it is never denied.</summary>
    public static bool MayHold(SyntaxTree tree, string word) => Known.GetValue(tree, static t => new TreeNames(t))._words.MayContain(word);

    private ImmutableArray<int> Find(string name)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        var root = _tree.GetRoot();
        foreach (var position in FindInText(_tree.GetText(), name))
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
        var buffer = ArrayPool<char>.Shared.Rent(ChunkLength);
        for (var begin = 0; begin < text.Length; begin += ChunkLength - name.Length)
        {
            // Chunks overlap, so that a name on their border is not missed.
            var length = Math.Min(ChunkLength, text.Length - begin);
            text.CopyTo(begin, buffer, 0, length);
            var chunk = buffer.AsSpan(0, length);
            for (var position = chunk.IndexOf(name.AsSpan()); position >= 0;)
            {
                var end = position + name.Length;
                var isWord = (position == 0 || !IsPartOfWord(chunk[position - 1])) && (end == length || !IsPartOfWord(chunk[end]));
                if (isWord && (found.Count == 0 || found[found.Count - 1] < begin + position))
                    found.Add(begin + position);

                var next = chunk.Slice(end).IndexOf(name.AsSpan());
                position = next < 0 ? next : end + next;
            }
        }

        ArrayPool<char>.Shared.Return(buffer);
        return found;
    }

    private static bool IsPartOfWord(char letter) =>
        letter < 0x80 ? (uint)((letter | 0x20) - 'a') <= 'z' - 'a' || (uint)(letter - '0') <= 9 || letter == '_' : SyntaxFacts.IsIdentifierPartCharacter(letter);

    /// <summary>Knows of most words that a text does not contain them.</summary>
    private sealed class WordFilter
    {
        private const int SlotBits = 13;

        private readonly ulong[] _seen = new ulong[(1 << SlotBits) / 64];

        public WordFilter(SourceText text)
        {
            var buffer = ArrayPool<char>.Shared.Rent(ChunkLength);
            var hash = 0u;
            for (var begin = 0; begin < text.Length; begin += ChunkLength)
            {
                var length = Math.Min(ChunkLength, text.Length - begin);
                text.CopyTo(begin, buffer, 0, length);
                foreach (var letter in buffer.AsSpan(0, length))
                {
                    if (IsPartOfWord(letter))
                    {
                        hash = Next(hash, letter);
                    }
                    else if (hash != 0)
                    {
                        Add(hash);
                        hash = 0;
                    }
                }
            }

            Add(hash);
            ArrayPool<char>.Shared.Return(buffer);
        }

        public bool MayContain(string word)
        {
            var hash = 0u;
            foreach (var letter in word)
                hash = Next(hash, letter);

            var slot = SlotOf(hash);
            return (_seen[slot / 64] & (1UL << (slot % 64))) != 0;
        }

        /// <summary>The hash of a word with one more letter; never 0, which stands for no word.</summary>
        private static uint Next(uint hash, char letter) => unchecked((hash ^ letter) * 16777619u) | 1;

        private static int SlotOf(uint hash) => (int)(unchecked(hash * 2654435769u) >> (32 - SlotBits));

        private void Add(uint hash)
        {
            var slot = SlotOf(hash);
            _seen[slot / 64] |= 1UL << (slot % 64);
        }
    }
}
