using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint;

/// <summary>Reads texts piece by piece, so that a large one is never copied as a whole.</summary>
internal static class TextChunks
{
    private const int Length = 16 * 1024;

    /// <summary>Looks at a piece, and says whether that is enough.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="begin">Where in the text it begins.</param>
    public delegate bool Look(ReadOnlySpan<char> piece, int begin);

    /// <summary>Looks at the pieces of a text in order, until one of them is enough.</summary>
    /// <param name="text">The text.</param>
    /// <param name="overlap">How much of a piece is part of the next, so that what stands on their border is not missed.</param>
    /// <param name="look">Looks at a piece.</param>
    public static bool Any(SourceText text, int overlap, Look look)
    {
        var most = Math.Max(Length, 2 * overlap);
        var buffer = ArrayPool<char>.Shared.Rent(most);
        var isEnough = false;
        for (var begin = 0; begin < text.Length && !isEnough; begin += most - overlap)
        {
            var length = Math.Min(most, text.Length - begin);
            text.CopyTo(begin, buffer, 0, length);
            isEnough = look(buffer.AsSpan(0, length), begin);
        }

        ArrayPool<char>.Shared.Return(buffer);
        return isEnough;
    }
}
