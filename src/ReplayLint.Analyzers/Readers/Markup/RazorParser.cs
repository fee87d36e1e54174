using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads what starts with <c>@</c>: comments, expressions, blocks and directives.</summary>
internal sealed class RazorParser(MarkupBuilder builder)
{
    private readonly RazorScanner _scanner = builder.Scanner;
    private readonly MarkupDocument _document = builder.Document;

    // Blocks that are nested without braces all end, and look for an "else", at the same place.
    private int _triviaStart = -1;
    private int _triviaEnd;

    /// <summary>Whether an <c>@</c> starts Razor. Inside of a word it is that of an e-mail address.</summary>
    public bool IsTransition(int position, int textStart) => _scanner.CharAt(position + 1) switch
    {
        '*' or '(' or '{' => true,
        var c => RazorScanner.IsIdentifierStart(c) && !(position > textStart && char.IsLetterOrDigit(builder.Source[position - 1])),
    };

    /// <summary>Whether a statement with a body stands here.</summary>
    public bool IsBlock(int position) => BlockKeyword(position, out _) is not null;

    /// <summary>Reads Razor between markup or statements.</summary>
    public void ReadTransition(int position)
    {
        var word = position + 1;
        if (_scanner.CharAt(word) == '{')
        {
            OpenCode(position, MarkupBuilder.Span(word, word), word);
        }
        else if (!TryOpenBlock(position, word) && !TryReadDirective(position) && !TryReadMembers(position))
        {
            var node = ReadInline(position);
            builder.Add(node);
            builder.Position = node.Span.End;
        }
    }

    /// <summary>Reads Razor inside of a tag. C# that has a body there stays in one piece.</summary>
    public MarkupNode ReadInline(int position)
    {
        var start = position + 1;
        switch (_scanner.CharAt(start))
        {
            case '*':
                return new MarkupComment(_document, MarkupBuilder.Span(position, _scanner.SkipComment(position)), MarkupCommentKind.Razor);

            case '(':
                var end = _scanner.SkipBrackets(start, out var isClosed);
                return new RazorExpression(
                    _document,
                    MarkupBuilder.Span(position, end),
                    MarkupBuilder.Span(start + 1, isClosed ? end - 1 : end));

            case '{':
                return ReadOpaque(new RazorCode(_document, MarkupBuilder.Span(position, start), MarkupBuilder.Span(start, start)), start);

            default:
                if (BlockKeyword(start, out var keywordEnd) is { } keyword)
                    return ReadInlineBlock(position, keyword, keywordEnd);

                var code = MarkupBuilder.Span(start, _scanner.SkipImplicitExpression(start));
                return new RazorExpression(_document, MarkupBuilder.Span(position, code.End), code);
        }
    }

    public void OpenCode(int start, TextSpan header, int brace)
    {
        var code = new RazorCode(_document, MarkupBuilder.Span(start, brace), header);
        builder.Add(code);
        builder.Position = brace + 1;
        builder.Push(code, OpenKind.Code);
    }

    /// <summary>Opens the first branch of a block, if one stands here.</summary>
    public bool TryOpenBlock(int start, int word)
    {
        if (BlockKeyword(word, out var keywordEnd) is not { } keyword)
            return false;

        var block = new RazorBlock(_document, MarkupBuilder.Span(start, keywordEnd), keyword);
        builder.Add(block);
        builder.Position = keywordEnd;
        builder.Push(block, OpenKind.Block);
        OpenBranch(block, word, keyword, keywordEnd);
        return true;
    }

    /// <summary>Opens the branch of the open block that follows, or closes the block.</summary>
    public void ReadNextBranch()
    {
        var block = (RazorBlock)builder.Top.Node;
        if (NextKeyword(block, builder.Position, builder.Top.IsInCode, out var start, out var end) is { } keyword)
            OpenBranch(block, start, keyword, end);
        else
            builder.PopAtLastChild();
    }

    private void OpenBranch(RazorBlock block, int start, string keyword, int keywordEnd)
    {
        var isInCode = builder.Top.IsInCode;
        var branch = ReadHeader(block, start, keyword, keywordEnd);
        builder.Position = branch.Span.End;
        if (IsDoWhile(block, keyword))
            return;

        var body = _scanner.SkipTrivia(builder.Position);
        if (_scanner.CharAt(body) == '{')
        {
            builder.Position = body + 1;
            builder.Push(branch, keyword == "switch" ? OpenKind.Switch : OpenKind.Code);
        }
        else if (isInCode)
        {
            builder.Push(branch, OpenKind.Single);
        }
    }

    private RazorBlock ReadInlineBlock(int start, string first, int firstEnd)
    {
        var block = new RazorBlock(_document, MarkupBuilder.Span(start, firstEnd), first);
        var word = start + 1;
        var (keyword, keywordEnd) = ((string?)first, firstEnd);
        var position = word;
        while (keyword is not null)
        {
            var branch = ReadHeader(block, word, keyword, keywordEnd);
            position = branch.Span.End;
            var body = _scanner.SkipTrivia(position);
            if (_scanner.CharAt(body) == '{')
                position = ReadOpaque(branch, body).Span.End;

            keyword = NextKeyword(block, position, isInCode: false, out word, out keywordEnd);
        }

        block.Span = MarkupBuilder.Span(start, position);
        block.ContentSpan = MarkupBuilder.Span(firstEnd, position);
        return block;
    }

    private T ReadOpaque<T>(T node, int brace)
        where T : MarkupContainer
    {
        var end = _scanner.SkipBrackets(brace, out var isClosed);
        node.Span = MarkupBuilder.Span(node.Span.Start, end);
        node.ContentSpan = MarkupBuilder.Span(brace + 1, isClosed ? end - 1 : end);
        if (!node.ContentSpan.IsEmpty)
            node.Add(new RazorStatement(_document, node.ContentSpan));

        return node;
    }

    /// <summary>Adds a branch to its block, read up to where its body starts.</summary>
    private RazorBranch ReadHeader(RazorBlock block, int start, string keyword, int keywordEnd)
    {
        var end = keywordEnd;
        TextSpan? header = null;
        var open = _scanner.SkipWhiteSpace(end);
        if (_scanner.CharAt(open) == '(' && keyword is not ("else" or "do" or "try" or "finally"))
        {
            end = _scanner.SkipBrackets(open, out var isClosed);
            header = MarkupBuilder.Span(open + 1, isClosed ? end - 1 : end);
        }

        if (keyword == "catch" && _scanner.SkipTrivia(end) is var when && _scanner.IsWord("when", when))
        {
            open = _scanner.SkipWhiteSpace(when + "when".Length);
            end = _scanner.CharAt(open) == '(' ? _scanner.SkipBrackets(open, out _) : end;
        }

        if (IsDoWhile(block, keyword) && _scanner.SkipWhiteSpace(end) is var semicolon && _scanner.CharAt(semicolon) == ';')
            end = semicolon + 1;

        var branch = new RazorBranch(_document, MarkupBuilder.Span(start, end), keyword, header, block.Children.Count);
        block.Add(branch);
        return branch;
    }

    private static bool IsDoWhile(RazorBlock block, string keyword) => block.Keyword == "do" && keyword == "while";

    private string? BlockKeyword(int position, out int end)
    {
        var start = position;
        if (_scanner.IsWord("await", position))
            start = _scanner.SkipWhiteSpace(position + "await".Length);

        end = _scanner.SkipIdentifier(start);
        var word = builder.Names.Intern(start, end).Text;
        var opening = word switch
        {
            "if" or "for" or "while" or "switch" or "lock" when start == position => '(',
            "foreach" or "using" => '(',
            "do" or "try" when start == position => '{',
            _ => '\0',
        };

        return opening != '\0' && _scanner.CharAt(_scanner.SkipWhiteSpace(end)) == opening ? word : null;
    }

    private string? NextKeyword(RazorBlock block, int position, bool isInCode, out int start, out int end)
    {
        if (_triviaStart != position)
            (_triviaStart, _triviaEnd) = (position, _scanner.SkipTrivia(position));

        start = end = _triviaEnd;
        var last = ((RazorBranch)block.Children[block.Children.Count - 1]).Keyword;
        var next = (block.Keyword, last) switch
        {
            ("if", "if" or "else if") when _scanner.IsWord("else", start) => "else",
            ("try", "try" or "catch") when _scanner.IsWord("catch", start) => "catch",
            ("try", "try" or "catch") when _scanner.IsWord("finally", start) => "finally",
            ("do", "do") when _scanner.IsWord("while", start) => "while",
            _ => null,
        };

        if (next is null)
            return null;

        end = start + next.Length;
        if (next != "else")
            return next;

        var after = _scanner.SkipTrivia(end);
        if (_scanner.IsWord("if", after) && _scanner.CharAt(_scanner.SkipWhiteSpace(after + "if".Length)) == '(')
        {
            end = after + "if".Length;
            return "else if";
        }

        // In a page, the word may also be prose after the block.
        return isInCode || _scanner.CharAt(after) == '{' ? next : null;
    }

    private bool TryReadDirective(int position)
    {
        var wordEnd = _scanner.SkipIdentifier(position + 1);
        if (builder.Top.Kind is not (OpenKind.Document or OpenKind.Element or OpenKind.Section)
            || !RazorDirectives.IsKeyword(builder.Names.Intern(position + 1, wordEnd).Text, _document.Language)
            || !(wordEnd == builder.Source.Length || char.IsWhiteSpace(builder.Source[wordEnd]))
            || !IsLineStart(position))
        {
            return false;
        }

        ReadDirective(position, wordEnd);
        return true;
    }

    private bool IsLineStart(int position)
    {
        while (_scanner.CharAt(position - 1) is ' ' or '\t' or '\uFEFF')
            position--;

        return position == 0 || _scanner.CharAt(position - 1) is '\r' or '\n';
    }

    private void ReadDirective(int start, int wordEnd)
    {
        var keyword = builder.Names.Intern(start + 1, wordEnd).Text;
        if (keyword == "section")
        {
            var name = _scanner.SkipWhiteSpace(wordEnd);
            var nameEnd = _scanner.SkipIdentifier(name);
            var section = new RazorDirective(_document, MarkupBuilder.Span(start, nameEnd), keyword, MarkupBuilder.Span(name, nameEnd));
            builder.Add(section);
            var brace = _scanner.SkipWhiteSpace(nameEnd);
            builder.Position = nameEnd;
            section.ContentSpan = MarkupBuilder.Span(nameEnd, nameEnd);
            if (_scanner.CharAt(brace) == '{')
            {
                builder.Position = brace + 1;
                builder.Push(section, OpenKind.Section);
            }

            return;
        }

        var end = wordEnd;
        for (var i = wordEnd; i < builder.Source.Length && builder.Source[i] is not ('\r' or '\n'); i++)
        {
            if (builder.Source[i] == '@' && _scanner.CharAt(i + 1) == '*')
                break;

            end = char.IsWhiteSpace(builder.Source[i]) ? end : i + 1;
        }

        var argument = Math.Min(_scanner.SkipWhiteSpace(wordEnd), end);
        var argumentEnd = end > argument && builder.Source[end - 1] == ';' ? end - 1 : end;
        builder.Add(new RazorDirective(_document, MarkupBuilder.Span(start, end), keyword, MarkupBuilder.Span(argument, argumentEnd)));
        builder.Position = end;
    }

    /// <summary>Reads <c>@functions</c> or <c>@code</c>: members of the class, which render nothing where they stand.</summary>
    private bool TryReadMembers(int position)
    {
        var wordEnd = _scanner.SkipIdentifier(position + 1);
        var brace = _scanner.SkipWhiteSpace(wordEnd);
        if (_scanner.CharAt(brace) != '{'
            || !(_scanner.IsWord("functions", position + 1) || (_document.Language == MarkupLanguage.Razor && _scanner.IsWord("code", position + 1))))
        {
            return false;
        }

        var header = MarkupBuilder.Span(position + 1, wordEnd);
        var code = ReadOpaque(new RazorCode(_document, MarkupBuilder.Span(position, wordEnd), header), brace);
        builder.Add(code);
        builder.Position = code.Span.End;
        return true;
    }
}
