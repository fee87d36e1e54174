namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>What stands between the tokens of a script.</summary>
internal static class ScriptTrivia
{
    /// <summary>Where the next token starts: after white space and comments.</summary>
    public static int SkipTrivia(string text, int position)
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
                position++;
            else if (EndOfComment(text, position) is { } end)
                position = end;
            else
                break;
        }

        return position;
    }

    /// <summary>Where the line ends if nothing but white space and comments follows on it; otherwise null.</summary>
    public static int? RestOfLine(string text, int position)
    {
        while (position < text.Length && !IsLineBreak(text[position]))
        {
            if (char.IsWhiteSpace(text[position]))
                position++;
            else if (EndOfComment(text, position) is { } end && text.IndexOf('\n', position, end - position) < 0)
                position = end;
            else
                return null;
        }

        return position;
    }

    /// <summary>Where the line of a position starts.</summary>
    public static int StartOfLine(string text, int position)
    {
        while (position > 0 && !IsLineBreak(text[position - 1]))
            position--;

        return position;
    }

    /// <summary>The white space with which the line of a position starts, if nothing else is before it; otherwise null.</summary>
    public static string? IndentationBefore(string text, int position)
    {
        var start = StartOfLine(text, position);
        var indentation = text.Substring(start, position - start);
        return indentation.Trim().Length == 0 ? indentation : null;
    }

    /// <summary>The position behind a line break.</summary>
    public static int SkipLineBreak(string text, int position) =>
        position >= text.Length ? position : text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? position + 2 : position + 1;

    public static bool HasLineBreak(string text, int start, int end) => text.IndexOf('\n', start, Math.Max(0, end - start)) >= 0;

    private static bool IsLineBreak(char c) => c is '\r' or '\n';

    /// <summary>Where a comment ends, the line break of a line comment not included; null where there is none.</summary>
    private static int? EndOfComment(string text, int position)
    {
        if (string.CompareOrdinal(text, position, "//", 0, 2) == 0)
        {
            var end = text.IndexOfAny(['\r', '\n'], position);
            return end < 0 ? text.Length : end;
        }

        if (string.CompareOrdinal(text, position, "/*", 0, 2) != 0)
            return null;

        var close = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
        return close < 0 ? text.Length : close + 2;
    }
}
