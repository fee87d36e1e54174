namespace ReplayLint.Readers.Markup;

/// <summary>
/// Finds where a piece of C# ends. It knows brackets, comments and every kind of string, and nothing else of the
/// language. Nesting is kept on a stack of its own, so no depth of it can overflow the call stack.
/// </summary>
internal sealed class RazorScanner(string source)
{
    private static readonly char[] LineBreaks = ['\r', '\n'];

    private readonly CSharpLiterals _literals = new(source);
    private readonly Stack<CSharpLevel> _levels = new();

    public char CharAt(int position) => _literals.CharAt(position);

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

    /// <inheritdoc cref="CSharpLiterals.AfterNext"/>
    public int AfterNext(string terminator, int position) => _literals.AfterNext(terminator, position);

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
            return Run(position + 1, new CSharpLevel { Close = close });

        end = _literals.Skip(position, out var interpolated);
        return interpolated is { } level ? Run(end, level) : end;
    }

    /// <summary>The end of the pair of brackets that opens here, or of the text, and whether it is closed.</summary>
    public int SkipBrackets(int position, out bool isClosed)
    {
        var end = Run(position + 1, new CSharpLevel { Close = Closing(source[position]) });
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
    private int Run(int position, CSharpLevel first)
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

    private int StepInCode(int position, CSharpLevel top)
    {
        var c = source[position];
        if (IsIdentifierPart(c))
            return SkipIdentifier(position);

        if (c == top.Close)
        {
            _levels.Pop();
            return _literals.SkipRun(position, c, Math.Max(top.Dollars, 1));
        }

        if (Closing(c) is not '\0' and var close)
        {
            _levels.Push(new CSharpLevel { Close = close });
            return position + 1;
        }

        var end = SkipComment(position);
        if (end > position)
            return end;

        end = _literals.Skip(position, out var interpolated);
        if (interpolated is { } level)
            _levels.Push(level);

        return end;
    }

    /// <summary>One step in an interpolated string: to a hole, to its end, or past a character.</summary>
    private int StepInString(int position, CSharpLevel top)
    {
        switch (source[position])
        {
            case '\\' when !top.IsVerbatim:
                return Math.Min(position + 2, source.Length);

            case '\r' or '\n' when !top.IsVerbatim:
                _levels.Pop();
                return position;

            case '"':
                var quotes = _literals.CountRun(position, '"', top.IsRaw ? int.MaxValue : 2);
                if (top.Quotes == 1 && top.IsVerbatim && quotes > 1)
                    return position + 2;

                if (quotes < top.Quotes)
                    return position + quotes;

                _levels.Pop();
                return position + (top.Quotes == 1 ? 1 : quotes);

            case '{':
                var braces = _literals.CountRun(position, '{', top.IsRaw ? int.MaxValue : 2);
                if (top.Quotes == 1 && braces > 1)
                    return position + 2;

                if (braces >= top.Dollars)
                    _levels.Push(new CSharpLevel { Close = '}', Dollars = top.Dollars });

                return position + braces;

            default:
                return position + 1;
        }
    }
}
