using Microsoft.CodeAnalysis.Text;

namespace ReplayLint;

/// <summary>Searches texts piece by piece, so that a large one is never copied as a whole.</summary>
internal static class TextChunks
{
    private const int Length = 16 * 1024;

    /// <summary>Pieces overlap by more than any address or word that is looked for.</summary>
    private const int Overlap = 256;

    /// <summary>Whether something holds for a piece of the text.</summary>
    public static bool Any(SourceText text, Func<string, bool> holds)
    {
        var buffer = new char[Math.Min(Length, text.Length)];
        for (var begin = 0; begin < text.Length; begin += Length - Overlap)
        {
            var length = Math.Min(buffer.Length, text.Length - begin);
            text.CopyTo(begin, buffer, 0, length);
            if (holds(new string(buffer, 0, length)))
                return true;
        }

        return false;
    }
}
