using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads a start tag from its name on.</summary>
internal sealed class AttributeParser(MarkupBuilder builder, RazorParser? razor)
{
    private static readonly char[] DoubleQuoted = ['"', '@'];
    private static readonly char[] SingleQuoted = ['\'', '@'];

    private readonly string _source = builder.Source;

    /// <summary>Adds what is in the tag, and returns where the tag ends: a tag that is not closed ends before the next.</summary>
    public int Read(MarkupElement element, int position)
    {
        while (true)
        {
            position = builder.Scanner.SkipWhiteSpace(position);
            switch (builder.Scanner.CharAt(position))
            {
                case '\0' when position >= _source.Length:
                case '<':
                    return position;

                case '>':
                    return position + 1;

                case '/':
                    position++;
                    if (builder.Scanner.CharAt(position) == '>')
                    {
                        element.IsSelfClosing = true;
                        return position + 1;
                    }

                    break;

                case '@' when razor is not null && razor.IsTransition(position, position) && !IsDirectiveAttribute(position):
                    var node = razor.ReadInline(position);
                    element.AddToTag(node);
                    position = node.Span.End;
                    break;

                default:
                    position = ReadAttribute(element, position);
                    break;
            }
        }
    }

    /// <summary>In a component, <c>@name</c> in a tag is always an attribute; in a view only with a value after it.</summary>
    private bool IsDirectiveAttribute(int position)
    {
        if (!RazorScanner.IsIdentifierStart(builder.Scanner.CharAt(position + 1)))
            return false;

        return builder.Document.Language == MarkupLanguage.Razor
            ? !razor!.Blocks.IsBlock(position + 1)
            : builder.Scanner.CharAt(NameEnd(position)) == '=';
    }

    private int NameEnd(int position)
    {
        var start = position;
        for (; position < _source.Length; position++)
        {
            var c = _source[position];
            if (c is '>' or '/' or '<' || (c == '=' && position > start) || char.IsWhiteSpace(c))
                break;

            // Razor may write a part of a name: data-@(name).
            if (c == '@' && razor is not null && builder.Scanner.CharAt(position + 1) == '(')
                position = builder.Scanner.SkipBrackets(position + 1, out _) - 1;
        }

        return position;
    }

    private int ReadAttribute(MarkupElement element, int start)
    {
        var nameEnd = NameEnd(start);
        var nameSpan = MarkupBuilder.Span(start, nameEnd);
        var attribute = new MarkupAttribute(builder.Document, nameSpan, builder.Names.Intern(start, nameEnd).Text, nameSpan);
        element.AddToTag(attribute);

        var position = builder.Scanner.SkipWhiteSpace(nameEnd);
        if (builder.Scanner.CharAt(position) != '=')
            return nameEnd;

        position = builder.Scanner.SkipWhiteSpace(position + 1);
        attribute.Quote = builder.Scanner.CharAt(position) switch
        {
            '"' => MarkupQuote.Double,
            '\'' => MarkupQuote.Single,
            _ => MarkupQuote.None,
        };

        var valueStart = attribute.Quote == MarkupQuote.None ? position : position + 1;
        var valueEnd = ReadValue(attribute, valueStart);
        var end = attribute.Quote == MarkupQuote.None || valueEnd == _source.Length ? valueEnd : valueEnd + 1;
        attribute.ValueSpan = attribute.ContentSpan = MarkupBuilder.Span(valueStart, valueEnd);
        attribute.Span = MarkupBuilder.Span(start, end);
        return end;
    }

    private int ReadValue(MarkupAttribute attribute, int start)
    {
        var position = start;
        while ((position = NextStop(attribute.Quote, position)) < _source.Length && _source[position] == '@')
        {
            if (razor is null || !razor.IsTransition(position, start))
            {
                position += razor is not null && builder.Scanner.CharAt(position + 1) == '@' ? 2 : 1;
                continue;
            }

            AddText(attribute, start, position);
            var node = razor.ReadInline(position);
            attribute.Add(node);
            start = position = node.Span.End;
        }

        AddText(attribute, start, position);
        return position;
    }

    /// <summary>Where the value ends, or a Razor transition may be in it.</summary>
    private int NextStop(MarkupQuote quote, int position)
    {
        if (quote != MarkupQuote.None)
        {
            var stop = _source.IndexOfAny(quote == MarkupQuote.Double ? DoubleQuoted : SingleQuoted, position);
            return stop < 0 ? _source.Length : stop;
        }

        for (; position < _source.Length; position++)
        {
            var c = _source[position];
            if (c is '>' or '@' || char.IsWhiteSpace(c) || (c == '/' && razor is not null && builder.Scanner.CharAt(position + 1) == '>'))
                break;
        }

        return position;
    }

    private void AddText(MarkupContainer parent, int start, int end)
    {
        if (end > start)
            parent.Add(new MarkupText(builder.Document, TextSpan.FromBounds(start, end)));
    }
}
