using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint;

/// <summary>Knows of most words that a text does not contain them (Bloom's filter, with one hash). The text is read once, piece by piece.</summary>
internal sealed class WordFilter
{
    /// <summary>A source file has a word in some ten characters, and most of them many times: with a bit for every four, few words that are not there seem to be.</summary>
    private const int CharactersPerSlot = 4;
    private const int FewestSlotBits = 9;
    private const int MostSlotBits = 18;

    private readonly int _slotBits = FewestSlotBits;
    private readonly ulong[] _seen;

    public WordFilter(SourceText text)
    {
        while (_slotBits < MostSlotBits && 1 << _slotBits < text.Length / CharactersPerSlot)
            _slotBits++;

        _seen = new ulong[(1 << _slotBits) / 64];
        var last = 0u;
        TextChunks.Any(text, overlap: 0, (piece, _) =>
        {
            last = AddWords(piece, last);
            return false;
        });
        Add(last);
    }

    /// <summary>What a filter knows a word by.</summary>
    public static uint HashOf(string word)
    {
        var hash = 0u;
        foreach (var letter in word)
            hash = Next(hash, letter);

        return hash;
    }

    /// <summary>Whether the text may contain the word of a hash.</summary>
    public bool MayContain(uint hash)
    {
        var slot = SlotOf(hash);
        return (_seen[slot / 64] & (1UL << (slot % 64))) != 0;
    }

    public static bool IsPartOfWord(char letter) =>
        letter < 0x80 ? (uint)((letter | 0x20) - 'a') <= 'z' - 'a' || (uint)(letter - '0') <= 9 || letter == '_' : SyntaxFacts.IsIdentifierPartCharacter(letter);

    /// <summary>The hash of a word with one more letter; never 0, which stands for no word.</summary>
    private static uint Next(uint hash, char letter) => unchecked((hash ^ letter) * 16777619u) | 1;

    /// <summary>Adds the words that end in a piece of a text, and returns what is known of the one that does not.</summary>
    private uint AddWords(ReadOnlySpan<char> piece, uint hash)
    {
        foreach (var letter in piece)
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

        return hash;
    }

    private int SlotOf(uint hash) => (int)(unchecked(hash * 2654435769u) >> (32 - _slotBits));

    private void Add(uint hash)
    {
        var slot = SlotOf(hash);
        _seen[slot / 64] |= 1UL << (slot % 64);
    }
}
