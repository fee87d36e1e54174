namespace ReplayLint.Readers.Markup;

/// <summary>Finds where a string or a character of C# ends.</summary>
internal sealed class CSharpLiterals(string source)
{
    /// <summary>The longest character literal: <c>'\U0010FFFF'</c>.</summary>
    private const int LongestEscape = 12;

    public char CharAt(int position) => position >= 0 && position < source.Length ? source[position] : '\0';

    /// <summary>The end of the next occurrence, or of the text.</summary>
    public int AfterNext(string terminator, int position)
    {
        var found = position >= source.Length ? -1 : source.IndexOf(terminator, position, StringComparison.Ordinal);
        return found < 0 ? source.Length : found + terminator.Length;
    }

    /// <summary>The end of a literal, or of one character when none starts here. Of an interpolated string, the end of its opening.</summary>
    public int Skip(int position, out CSharpLevel? interpolated)
    {
        interpolated = null;
        var start = position;
        var dollars = 0;
        var isVerbatim = false;
        for (; CharAt(position) is '$' or '@'; position++)
        {
            dollars += source[position] == '$' ? 1 : 0;
            isVerbatim |= source[position] == '@';
        }

        if (CharAt(position) == '\'' && position == start)
            return SkipCharacter(position);

        if (CharAt(position) != '"')
            return Math.Max(position, start + 1);

        var quotes = CountRun(position, '"');
        var isRaw = quotes > 2 && !isVerbatim;
        if (dollars > 0 && (isRaw || quotes != 2))
        {
            var opening = isRaw ? quotes : 1;
            interpolated = new CSharpLevel { Quotes = opening, Dollars = dollars, IsVerbatim = isVerbatim || isRaw };
            return position + opening;
        }

        if (isRaw)
            return SkipRaw(position + quotes, quotes);

        return isVerbatim ? SkipVerbatim(position + 1) : SkipString(position + 1);
    }

    private int SkipString(int position)
    {
        for (; position < source.Length; position++)
        {
            switch (source[position])
            {
                case '\\':
                    position++;
                    break;

                case '"':
                    return position + 1;

                case '\r' or '\n':
                    return position;
            }
        }

        return source.Length;
    }

    private int SkipVerbatim(int position)
    {
        while (true)
        {
            position = AfterNext("\"", position);
            if (CharAt(position) != '"')
                return position;

            position++;
        }
    }

    private int SkipRaw(int position, int quotes)
    {
        while (position < source.Length)
        {
            position = AfterNext("\"", position) - 1;
            var run = CountRun(position, '"');
            if (run >= quotes)
                return position + run;

            position += Math.Max(run, 1);
        }

        return source.Length;
    }

    /// <summary>An apostrophe that does not open a character literal is a character: a template in C# may hold prose.</summary>
    private int SkipCharacter(int position)
    {
        if (CharAt(position + 1) != '\\')
            return CharAt(position + 2) == '\'' ? position + 3 : position + 1;

        var length = Math.Min(LongestEscape, source.Length - position) - 3;
        var end = length <= 0 ? -1 : source.IndexOf('\'', position + 3, length);
        return end < 0 ? position + 1 : end + 1;
    }

    public int CountRun(int position, char c, int limit = int.MaxValue) => SkipRun(position, c, limit) - position;

    public int SkipRun(int position, char c, int limit)
    {
        var start = position;
        while (position < source.Length && source[position] == c && position - start < limit)
            position++;

        return position;
    }
}
