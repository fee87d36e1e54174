using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog.Script;

/// <summary>
/// Finds any of many patterns in one pass over a text (Aho and Corasick's automaton over the patterns' anchors). A text
/// without any costs one table lookup a character and no memory.
/// </summary>
internal sealed class HostSearch
{
    private const int Ascii = 128;

    private readonly ImmutableArray<HostPattern> _patterns;
    private readonly byte[] _classes = new byte[Ascii];
    private readonly int _width;
    private readonly int[] _next;
    private readonly int[]?[] _ending;

    public HostSearch(ImmutableArray<HostPattern> patterns)
    {
        _patterns = patterns;
        _width = AssignClasses();
        var states = 1 + patterns.Sum(static pattern => pattern.Anchor.Length);
        _next = new int[states * _width];
        _ending = new int[states][];
        Connect(AddAnchors());
        PointToRows();
    }

    /// <summary>Patterns and where they stand, in the order in which their anchors end; null when there are none.</summary>
    public List<(int Pattern, TextSpan Span)>? Find(string text)
    {
        List<(int, TextSpan)>? found = null;
        var (classes, next) = (_classes, _next);
        var row = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= Ascii)
            {
                row = 0;
                continue;
            }

            if (c == '\\')
                continue; // It may escape a slash of the address.

            row = next[row + classes[c]];
            if (row >= 0)
                continue;

            row = ~row;
            foreach (var pattern in _ending[row / _width]!)
            {
                if (_patterns[pattern].TryMatch(text, i + 1, out var span))
                    (found ??= []).Add((pattern, span));
            }
        }

        return found;
    }

    /// <summary>Numbers the characters that occur in anchors; 0 is any other.</summary>
    private int AssignClasses()
    {
        byte count = 0;
        foreach (var c in _patterns.SelectMany(static pattern => pattern.Anchor))
        {
            if (_classes[c] == 0)
                _classes[c] = ++count;
        }

        for (var c = 'A'; c <= 'Z'; c++)
            _classes[c] = _classes[HostPattern.ToLower(c)];

        return count + 1;
    }

    private int AddAnchors()
    {
        var used = 1;
        for (var i = 0; i < _patterns.Length; i++)
        {
            var state = 0;
            foreach (var c in _patterns[i].Anchor)
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

    /// <summary>Replaces the number of each state by where its row starts; by the complement of that where an anchor ends.</summary>
    private void PointToRows()
    {
        for (var i = 0; i < _next.Length; i++)
        {
            var state = _next[i];
            _next[i] = _ending[state] is null ? state * _width : ~(state * _width);
        }
    }

    /// <summary>Leads each state to where the longest end of what it has read goes on, so that the search never goes back.</summary>
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
