namespace ReplayLint.Readers.Markup;

/// <summary>
/// Finds where a piece of C# ends. It knows brackets, comments and every kind of string, and nothing else of the
/// language. Nesting is kept on a stack of its own, so no depth of it can overflow the call stack.
/// </summary>
internal sealed class RazorScanner(string source)
{
    /// <summary>The longest character literal: <c>'\U0010FFFF'</c>.</summary>
    private const int LongestEscape = 12;

    private static readonly char[] LineBreaks = ['\r', '\n'];

    private readonly Stack<Level> _levels = new();

    public char CharAt(int position) => position >= 0 && position < source.Length ? source[position] : '\0';

    public static bool IsIdentifierStart(char c) => char.IsLetter(c) || c == '_';

    public static bool IsIdentifierPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    public int SkipIdentifier(int position)
    {
        while (position < source.Length && IsIdentifierPart(source[position]))
            position++;

        return position;
    }

    public int SkipWhiteSpace(int position)
    {
        while (position < source.Length && char.IsWhiteSpace(source[position]))
            position++;

        return position;
    }

    public int SkipLine(int position)
    {
        var end = source.IndexOfAny(LineBreaks, position);
        return end < 0 ? source.Length : end;
    }

    /// <summary>White space and comments of C# and Razor.</summary>
    public int SkipTrivia(int position)
    {
        while (true)
        {
            position = SkipWhiteSpace(position);
            var end = SkipComment(position);
            if (end == position)
                return position;

            position = end;
        }
    }

    /// <summary>The end of a comment that starts here, or the same position.</summary>
    public int SkipComment(int position) => (CharAt(position), CharAt(position + 1)) switch
    {
        ('/', '/') => SkipLine(position),
        ('/', '*') => AfterNext("*/", position + 2),
        ('@', '*') => AfterNext("*@", position + 2),
        _ => position,
    };

    /// <summary>The end of the next occurrence, or of the text.</summary>
    public int AfterNext(string terminator, int position)
    {
        var found = position >= source.Length ? -1 : source.IndexOf(terminator, position, StringComparison.Ordinal);
        return found < 0 ? source.Length : found + terminator.Length;
    }

    /// <summary>Whether a word stands here, and is not part of a longer one.</summary>
    public bool IsWord(string word, int position) =>
        string.CompareOrdinal(source, position, word, 0, word.Length) == 0 && !IsIdentifierPart(CharAt(position + word.Length));

    /// <summary>
    /// The end of what starts here and must not be looked into: a comment, a literal, a pair of brackets with what
    /// is between; else of one word or character.
    /// </summary>
    public int SkipToken(int position)
    {
        var c = CharAt(position);
        if (IsIdentifierPart(c))
            return SkipIdentifier(position);

        var end = SkipComment(position);
        if (end > position)
            return end;

        if (Closing(c) is not '\0' and var close)
            return Run(position + 1, new Level { Close = close });

        end = SkipLiteral(position, out var interpolated);
        return interpolated is { } level ? Run(end, level) : end;
    }

    /// <summary>The end of the pair of brackets that opens here, or of the text, and whether it is closed.</summary>
    public int SkipBrackets(int position, out bool isClosed)
    {
        var end = Run(position + 1, new Level { Close = Closing(source[position]) });
        isClosed = _levels.Count == 0;
        return end;
    }

    /// <summary>The end of an expression without parentheses around it, which Razor ends where it can no longer be one.</summary>
    public int SkipImplicitExpression(int position)
    {
        if (IsWord("await", position) && IsIdentifierStart(CharAt(SkipWhiteSpace(position + "await".Length))))
            position = SkipWhiteSpace(position + "await".Length);

        position = SkipIdentifier(position);
        while (true)
        {
            // The null-forgiving and the conditional operator belong to the expression only when it goes on.
            var next = CharAt(position) is '!' or '?' ? position + 1 : position;
            if (CharAt(next) == '[' || (CharAt(next) == '(' && CharAt(position) != '?'))
                position = SkipBrackets(next, out _);
            else if (CharAt(next) == '.' && IsIdentifierStart(CharAt(next + 1)))
                position = SkipIdentifier(next + 1);
            else
                return position;
        }
    }

    private static char Closing(char open) => open switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => '\0',
    };

    /// <summary>Goes on until the first level is closed. A bracket that closes another kind is taken for a character.</summary>
    private int Run(int position, Level first)
    {
        _levels.Clear();
        _levels.Push(first);
        while (_levels.Count > 0 && position < source.Length)
        {
            var top = _levels.Peek();
            position = top.Quotes > 0 ? StepInString(position, top) : StepInCode(position, top);
        }

        return position;
    }

    private int StepInCode(int position, Level top)
    {
        var c = source[position];
        if (IsIdentifierPart(c))
            return SkipIdentifier(position);

        if (c == top.Close)
        {
            _levels.Pop();
            return SkipRun(position, c, Math.Max(top.Dollars, 1));
        }

        if (Closing(c) is not '\0' and var close)
        {
            _levels.Push(new Level { Close = close });
            return position + 1;
        }

        var end = SkipComment(position);
        if (end > position)
            return end;

        end = SkipLiteral(position, out var interpolated);
        if (interpolated is { } level)
            _levels.Push(level);

        return end;
    }

    /// <summary>One step in an interpolated string: to a hole, to its end, or past a character.</summary>
    private int StepInString(int position, Level top)
    {
        switch (source[position])
        {
            case '\\' when !top.IsVerbatim:
                return Math.Min(position + 2, source.Length);

            case '\r' or '\n' when !top.IsVerbatim:
                _levels.Pop();
                return position;

            case '"':
                var quotes = CountRun(position, '"', IsRaw(top) ? int.MaxValue : 2);
                if (top.Quotes == 1 && top.IsVerbatim && quotes > 1)
                    return position + 2;

                if (quotes < top.Quotes)
                    return position + quotes;

                _levels.Pop();
                return position + (top.Quotes == 1 ? 1 : quotes);

            case '{':
                var braces = CountRun(position, '{', IsRaw(top) ? int.MaxValue : 2);
                if (top.Quotes == 1 && braces > 1)
                    return position + 2;

                if (braces >= top.Dollars)
                    _levels.Push(new Level { Close = '}', Dollars = top.Dollars });

                return position + braces;

            default:
                return position + 1;
        }
    }

    /// <summary>The end of a literal, or of one character when none starts here. Of an interpolated string, the end of its opening.</summary>
    private int SkipLiteral(int position, out Level? interpolated)
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
            interpolated = new Level { Quotes = opening, Dollars = dollars, IsVerbatim = isVerbatim || isRaw };
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

    private static bool IsRaw(Level level) => level.Quotes > 1;

    private int CountRun(int position, char c, int limit = int.MaxValue) => SkipRun(position, c, limit) - position;

    private int SkipRun(int position, char c, int limit)
    {
        var start = position;
        while (position < source.Length && source[position] == c && position - start < limit)
            position++;

        return position;
    }

    /// <summary>An open bracket, an open interpolated string (then <see cref="Quotes"/> is not zero), or a hole in one.</summary>
    private struct Level
    {
        public char Close;
        public int Quotes;
        public int Dollars;
        public bool IsVerbatim;
    }
}
