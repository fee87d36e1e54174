namespace ReplayLint.Readers.Markup;

/// <summary>
/// Parses a page from start to end. What is open at a place decides how it is read: as markup, as text, or as C#.
/// Every step reads something or closes a node, and none looks at the same text again.
/// </summary>
internal sealed class MarkupParser
{
    private static readonly char[] HtmlStops = ['<'];
    private static readonly char[] RazorStops = ['<', '@'];
    private static readonly char[] LineStops = ['<', '@', '\r', '\n'];
    private static readonly char[] SectionStops = ['<', '@', '{', '}'];

    private readonly MarkupBuilder _builder;
    private readonly RazorParser? _razor;
    private readonly RazorCodeParser? _code;
    private readonly TagParser _tags;

    public MarkupParser(MarkupDocument document)
    {
        _builder = new MarkupBuilder(document);
        _razor = document.IsRazor ? new RazorParser(_builder) : null;
        _tags = new TagParser(_builder, _razor);
        _code = _razor is null ? null : new RazorCodeParser(_builder, _razor, _tags);
    }

    public void Parse()
    {
        while (!_builder.IsAtEnd)
        {
            switch (_builder.Top.Kind)
            {
                case OpenKind.RawText or OpenKind.RawElement:
                    ReadRaw();
                    break;

                case OpenKind.Line when _builder.Top.IsRaw:
                    ReadRaw();
                    break;

                case OpenKind.Document or OpenKind.Element or OpenKind.Line or OpenKind.Section:
                    ReadMarkup();
                    break;

                // Nothing else opens without Razor.
                case OpenKind.Block:
                    _razor!.Blocks.ReadNextBranch();
                    break;

                default:
                    _code!.Read();
                    break;
            }
        }

        _builder.PopAll();
    }

    private void ReadMarkup()
    {
        var source = _builder.Source;
        ref var boundary = ref _builder.Boundary;
        var stops = boundary.Kind switch
        {
            OpenKind.Line => LineStops,
            OpenKind.Section => SectionStops,
            _ => _razor is null ? HtmlStops : RazorStops,
        };

        var start = _builder.Position;
        var position = start;
        while ((position = source.IndexOfAny(stops, position)) >= 0)
        {
            var c = source[position];
            if (c switch
            {
                '<' => _tags.IsTag(position),
                '@' => _razor!.IsTransition(position, start),
                '}' => boundary.Braces == 0 && IsSectionEnd(),
                '{' => false,
                _ => true,
            })
            {
                break;
            }

            boundary.Braces += c switch { '{' => 1, '}' when boundary.Braces > 0 => -1, _ => 0 };
            position += c == '@' && _builder.Scanner.CharAt(position + 1) == '@' ? 2 : 1;
        }

        _builder.AddText(start, position < 0 ? source.Length : position);
        _builder.Position = position < 0 ? source.Length : position;
        if (position < 0)
            return;

        switch (source[position])
        {
            case '<':
                _tags.Read(position);
                break;

            case '@':
                _razor!.ReadTransition(position);
                break;

            case '}':
                _builder.PopInside(_builder.Top.Boundary, position);
                _builder.Position++;
                _builder.Pop(position, position + 1);
                break;

            default:
                EndLine(position);
                break;
        }
    }

    /// <summary>Text without markup, such as a script: to its end tag, or to the end of the line that it is in.</summary>
    private void ReadRaw()
    {
        var source = _builder.Source;
        var isLine = _builder.Boundary.Kind == OpenKind.Line;
        var stops = isLine ? LineStops : _razor is null ? HtmlStops : RazorStops;
        var start = _builder.Position;
        var position = start;
        while ((position = source.IndexOfAny(stops, position)) >= 0)
        {
            var c = source[position];
            if (c switch { '<' => IsRawEnd(position), '@' => _razor!.IsTransition(position, start), _ => true })
                break;

            position += c == '@' && _builder.Scanner.CharAt(position + 1) == '@' ? 2 : 1;
        }

        _builder.AddText(start, position < 0 ? source.Length : position);
        _builder.Position = position < 0 ? source.Length : position;
        if (position < 0)
            return;

        switch (source[position])
        {
            case '<' when _builder.Top.Kind == OpenKind.RawText:
                _builder.Pop(position, position);
                break;

            case '<':
                _tags.Read(position);
                break;

            case '@':
                _razor!.ReadTransition(position);
                break;

            default:
                EndLine(position);
                break;
        }
    }

    private bool IsRawEnd(int position) =>
        _builder.Top.Name is { } name && TagParser.IsEndTag(_builder.Source, position, name.Text);

    /// <summary>A brace inside of an element that needs its end tag is text.</summary>
    private bool IsSectionEnd() =>
        _builder.Top.Kind == OpenKind.Section || _builder.Top.Name!.Has(ElementTraits.OptionalEnd);

    private void EndLine(int position)
    {
        _builder.PopInside(_builder.Top.Boundary, position);
        _builder.Pop(position, position);
    }
}
