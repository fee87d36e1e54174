namespace ReplayLint.Readers.Markup;

/// <summary>Reads C# in which markup may stand wherever a statement may: one statement, label, comment or brace at a time.</summary>
internal sealed class RazorCodeParser(MarkupBuilder builder, RazorParser razor, TagParser tags)
{
    private readonly RazorScanner _scanner = builder.Scanner;
    private readonly string _source = builder.Source;

    public void Read()
    {
        if (builder.Top.Kind == OpenKind.Single && HasStatement(builder.Top.Node))
        {
            builder.PopAtLastChild();
            return;
        }

        var position = _scanner.SkipWhiteSpace(builder.Position);
        builder.Position = position;
        if (builder.IsAtEnd)
            return;

        var commentEnd = _scanner.SkipComment(position);
        if (commentEnd > position)
        {
            var kind = _source[position] == '@' ? MarkupCommentKind.Razor : MarkupCommentKind.CSharp;
            builder.Add(new MarkupComment(builder.Document, MarkupBuilder.Span(position, commentEnd), kind));
            builder.Position = commentEnd;
            return;
        }

        switch (_source[position])
        {
            case '}':
                ReadClosingBrace(position);
                break;

            case '{':
                razor.OpenCode(position, MarkupBuilder.Span(position, position), position);
                break;

            case '<' when tags.IsTag(position):
                tags.Read(position);
                break;

            case '@' when _scanner.CharAt(position + 1) == ':':
                var line = new RazorLine(builder.Document, MarkupBuilder.Span(position, position + 2));
                builder.Add(line);
                builder.Position = position + 2;
                builder.Push(line, OpenKind.Line);
                break;

            case '@' when razor.IsTransition(position, position):
                razor.ReadTransition(position);
                break;

            case '#':
                AddStatement(position, _scanner.SkipLine(position));
                break;

            default:
                if (!TryReadLabel(position) && !razor.Blocks.TryOpen(position, position))
                    ReadStatement(position);

                break;
        }
    }

    private static bool HasStatement(MarkupContainer node) =>
        node.Children.Count > 0 && node.Children[node.Children.Count - 1] is not MarkupComment;

    private void ReadClosingBrace(int position)
    {
        if (builder.Top.Kind is OpenKind.Single or OpenKind.Case)
        {
            builder.PopAtLastChild();
            return;
        }

        builder.Position = position + 1;
        builder.Pop(position, position + 1);
    }

    /// <summary>Opens a branch for a label of a switch.</summary>
    private bool TryReadLabel(int start)
    {
        if (builder.Top.Kind is not (OpenKind.Switch or OpenKind.Case))
            return false;

        var isDefault = _scanner.IsWord("default", start);
        if (!isDefault && !_scanner.IsWord("case", start))
            return false;

        var wordEnd = _scanner.SkipIdentifier(start);
        var header = _scanner.SkipWhiteSpace(wordEnd);
        if (isDefault && _scanner.CharAt(header) != ':')
            return false;

        var colon = header;
        while (colon < _source.Length && _source[colon] is not (':' or ';' or '}'))
            colon = SkipLabelToken(colon);

        if (builder.Top.Kind == OpenKind.Case)
            builder.PopAtLastChild();

        var siblings = builder.Top.Node.Children;
        var index = siblings.Count > 0 && siblings[siblings.Count - 1] is RazorBranch previous ? previous.Index + 1 : 0;
        var end = _scanner.CharAt(colon) == ':' ? colon + 1 : colon;
        var branch = new RazorBranch(
            builder.Document,
            MarkupBuilder.Span(start, end),
            isDefault ? "default" : "case",
            isDefault ? null : MarkupBuilder.Span(header, colon),
            index);
        builder.Add(branch);
        builder.Position = end;
        builder.Push(branch, OpenKind.Case);
        return true;
    }

    /// <summary>Two colons are those of an alias, as in <c>global::</c>.</summary>
    private int SkipLabelToken(int position)
    {
        var end = _scanner.SkipToken(position);
        return _scanner.CharAt(end) == ':' && _scanner.CharAt(end + 1) == ':' ? end + 2 : end;
    }

    /// <summary>Reads to the semicolon, or to a brace that opens a body with statements of its own.</summary>
    private void ReadStatement(int start)
    {
        var end = start;
        var word = (Start: start, End: start);
        var hasNew = false;
        for (var position = start; position < _source.Length;)
        {
            var c = _source[position];
            if (char.IsWhiteSpace(c))
            {
                position++;
                continue;
            }

            switch (c)
            {
                case ';':
                    AddStatement(start, position + 1);
                    return;

                case '}':
                    AddStatement(start, end);
                    return;

                case '{' when IsArrow(end) || (_source[end - 1] == ')' && !hasNew) || (word.End == end && IsBodyKeyword(word.Start, end)):
                    razor.OpenCode(start, MarkupBuilder.Span(start, end), position);
                    return;

                case '>' when IsArrow(position + 1):
                    hasNew = false;
                    break;
            }

            var isComment = _scanner.SkipComment(position) > position;
            var next = _scanner.SkipToken(position);
            if (RazorScanner.IsIdentifierStart(c))
            {
                word = (position, next);
                hasNew |= _scanner.IsWord("new", position);
            }

            end = isComment ? end : next;
            position = next;
        }

        AddStatement(start, Math.Max(end, start));
    }

    private bool IsArrow(int end) => end > 1 && _source[end - 1] == '>' && _source[end - 2] == '=';

    private bool IsBodyKeyword(int start, int end) => builder.Names.Intern(start, end).Text switch
    {
        "else" or "do" or "try" or "finally" or "checked" or "unchecked" or "unsafe" => true,
        _ => false,
    };

    private void AddStatement(int start, int end)
    {
        builder.Add(new RazorStatement(builder.Document, MarkupBuilder.Span(start, end)));
        builder.Position = end;
    }
}
