using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace ReplayLint.Tool.Fixing;

/// <summary>Writes changes as a unified diff, which <c>git apply</c> takes.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference that a change makes; paths are those that the diff names.</summary>
    public static string Of(string path, string? before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before ?? "", after, ignoreWhiteSpace: false, ignoreCase: false, new LineEndingsPreservingChunker());
        var text = new StringBuilder();
        text.Append($"--- {(before is null ? "/dev/null" : "a/" + path)}\n+++ b/{path}\n");
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && diff.DiffBlocks[last + 1].DeleteStartA - EndOf(diff.DiffBlocks[last]) <= 2 * Context)
                last++;

            AppendHunk(text, diff, first, last);
            first = last + 1;
        }

        return text.ToString();
    }

    private static int EndOf(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static void AppendHunk(StringBuilder text, DiffResult diff, int first, int last)
    {
        var blocks = diff.DiffBlocks;
        var start = Math.Max(0, blocks[first].DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Count, EndOf(blocks[last]) + Context);
        var newStart = blocks[first].InsertStartB - (blocks[first].DeleteStartA - start);
        var grown = Enumerable.Range(first, last - first + 1).Sum(index => blocks[index].InsertCountB - blocks[index].DeleteCountA);
        text.Append($"@@ -{Range(start, end - start)} +{Range(newStart, end - start + grown)} @@\n");

        var line = start;
        for (var index = first; index <= last; index++)
        {
            var block = blocks[index];
            Append(text, ' ', diff.PiecesOld, line, block.DeleteStartA);
            Append(text, '-', diff.PiecesOld, block.DeleteStartA, EndOf(block));
            Append(text, '+', diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            line = EndOf(block);
        }

        Append(text, ' ', diff.PiecesOld, line, end);
    }

    /// <summary>An empty range is said to begin at the line before it.</summary>
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static void Append(StringBuilder text, char mark, IReadOnlyList<string> lines, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            text.Append(mark).Append(lines[index]);
            if (!lines[index].EndsWith('\n'))
                text.Append("\n\\ No newline at end of file\n");
        }
    }
}
