using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog.Script;

/// <summary>
/// Finds where any of many words ends, in one pass over a text (Aho and Corasick's automaton). A text without any costs one
/// table lookup a character and no memory. Large and small letters are the same.
/// </summary>
internal sealed class AnchorSearch
{
    private const int Ascii = 128;

    /// <summary>A compiler that has just started reads a whole project with it: waiting for the machine to find it worth compiling well takes longer than doing so. The name is newer than .NET Standard 2.0.</summary>
    private const MethodImplOptions AtOnce = (MethodImplOptions)512;

    private readonly ImmutableArray<string> _words;
    private readonly byte[] _classes = new byte[Ascii];
    private readonly int _width;
    private readonly int[] _next;
    private readonly int[]?[] _ending;

    /// <param name="words">What to look for, in small letters that are ASCII.</param>
    public AnchorSearch(ImmutableArray<string> words)
    {
        _words = words;
        _width = AssignClasses();
        var states = 1;
        foreach (var word in words)
            states += word.Length;

        _next = new int[states * _width];
        _ending = new int[states][];
        Connect(AddWords());
        PointToRows();
    }

    /// <summary>Whether a word is one that can be looked for.</summary>
    public static bool CanFind(string word) => word.All(static c => c < Ascii);

    /// <summary>Reads on to where the next word ends, and returns the numbers of the words that do so there; null at the end of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to read on; afterwards, the end of what was found.</param>
    /// <param name="row">Where the search stands; 0 at the start of a text.</param>
    [MethodImpl(AtOnce)]
    public int[]? Next(ReadOnlySpan<char> text, ref int position, ref int row)
    {
        var (classes, next) = (_classes, _next);
        var current = row;
        for (var i = position; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= classes.Length)
            {
                current = 0;
                continue;
            }

            if (c == '\\')
                continue; // It may escape a slash of an address.

            current = next[current + classes[c]];
            if (current >= 0)
                continue;

            row = ~current;
            position = i + 1;
            return _ending[row / _width];
        }

        row = current;
        return null;
    }

    /// <summary>Whether a word stands in a text, which is read piece by piece and never copied as a whole.</summary>
    public bool IsIn(SourceText text)
    {
        var row = 0;
        return TextChunks.Any(text, overlap: 0, (piece, _) =>
        {
            var position = 0;
            return Next(piece, ref position, ref row) is not null;
        });
    }

    /// <summary>Numbers the characters that occur in words; 0 is any other.</summary>
    private int AssignClasses()
    {
        byte count = 0;
        foreach (var word in _words)
        {
            foreach (var c in word)
            {
                if (_classes[c] == 0)
                    _classes[c] = ++count;
            }
        }

        for (var c = 'A'; c <= 'Z'; c++)
            _classes[c] = _classes[HostPattern.ToLower(c)];

        return count + 1;
    }

    private int AddWords()
    {
        var used = 1;
        for (var i = 0; i < _words.Length; i++)
        {
            var state = 0;
            foreach (var c in _words[i])
            {
                ref var next = ref _next[(state * _width) + _classes[c]];
                if (next == 0)
                    next = used++;

                state = next;
            }

            _ending[state] = [.. _ending[state] ?? [], i];
        }

        return used;
    }

    /// <summary>Replaces the number of each state by where its row starts; by the complement of that where a word ends.</summary>
    [MethodImpl(AtOnce)]
    private void PointToRows()
    {
        for (var i = 0; i < _next.Length; i++)
        {
            var state = _next[i];
            _next[i] = _ending[state] is null ? state * _width : ~(state * _width);
        }
    }

    /// <summary>Leads each state to where the longest end of what it has read goes on, so that the search never goes back.</summary>
    [MethodImpl(AtOnce)]
    private void Connect(int used)
    {
        var fallback = new int[used];
        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.Count > 0)
        {
            var state = queue.Dequeue();
            for (var c = 0; c < _width; c++)
            {
                ref var next = ref _next[(state * _width) + c];
                var below = state == 0 ? 0 : _next[(fallback[state] * _width) + c];
                if (next == 0)
                {
                    next = below;
                    continue;
                }

                fallback[next] = below;
                if (_ending[below] is { } ending)
                    _ending[next] = [.. _ending[next] ?? [], .. ending];

                queue.Enqueue(next);
            }
        }
    }
}
