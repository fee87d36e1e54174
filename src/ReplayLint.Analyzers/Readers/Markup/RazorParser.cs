using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads what starts with <c>@</c>: comments, expressions, blocks and directives.</summary>
internal sealed class RazorParser(MarkupBuilder builder)
{
    private readonly RazorScanner _scanner = builder.Scanner;
    private readonly MarkupDocument _document = builder.Document;

    public RazorBlockParser Blocks { get; } = new(builder);

    /// <summary>Whether an <c>@</c> starts Razor. Inside of a word it is that of an e-mail address.</summary>
    public bool IsTransition(int position, int textStart) => _scanner.CharAt(position + 1) switch
    {
        '*' or '(' or '{' => true,
        var c => RazorScanner.IsIdentifierStart(c) && !(position > textStart && char.IsLetterOrDigit(builder.Source[position - 1])),
    };

    /// <summary>Reads Razor between markup or statements.</summary>
    public void ReadTransition(int position)
    {
        var word = position + 1;
        if (_scanner.CharAt(word) == '{')
        {
            OpenCode(position, MarkupBuilder.Span(word, word), word);
        }
        else if (!Blocks.TryOpen(position, word) && !TryReadDirective(position) && !TryReadMembers(position))
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
                return Blocks.ReadOpaque(new RazorCode(_document, MarkupBuilder.Span(position, start), MarkupBuilder.Span(start, start)), start);

            default:
                if (Blocks.ReadInline(position) is { } block)
                    return block;

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
        var code = Blocks.ReadOpaque(new RazorCode(_document, MarkupBuilder.Span(position, wordEnd), header), brace);
        builder.Add(code);
        builder.Position = code.Span.End;
        return true;
    }
}
