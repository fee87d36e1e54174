using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads what starts with <c>&lt;</c>, and closes the elements that browsers close there.</summary>
internal sealed class TagParser(MarkupBuilder builder, RazorParser? razor)
{
    private static readonly char[] EndTagStops = ['<', '>'];

    private readonly AttributeParser _attributes = new(builder, razor);
    private readonly MarkupName _paragraph = builder.Names.Intern("p");
    private readonly MarkupName _svg = builder.Names.Intern("svg");
    private readonly MarkupName _math = builder.Names.Intern("math");
    private readonly string _source = builder.Source;

    /// <summary>Whether the end tag of an element stands here.</summary>
    public static bool IsEndTag(string source, int position, string name)
    {
        var after = position + 2 + name.Length;
        return after <= source.Length
            && source[position + 1] == '/'
            && string.Compare(source, position + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (after == source.Length || source[after] is '>' or '/' || char.IsWhiteSpace(source[after]));
    }

    /// <summary>Whether a <c>&lt;</c> is more than a character.</summary>
    public bool IsTag(int position) => CharAt(position + 1) switch
    {
        '!' or '/' => position + 2 < _source.Length,
        '?' => true,
        var c => IsNameStart(c),
    };

    public void Read(int position)
    {
        switch (CharAt(position + 1))
        {
            case '/':
                ReadEndTag(position);
                break;

            case '!' when IsOptedOut(position + 1):
                ReadStartTag(position, position + 2);
                break;

            case '!' or '?':
                ReadDeclaration(position);
                break;

            default:
                ReadStartTag(position, position + 1);
                break;
        }
    }

    private char CharAt(int position) => builder.Scanner.CharAt(position);

    private bool IsNameStart(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' || (builder.Document.IsRazor && RazorScanner.IsIdentifierStart(c));

    /// <summary>In a view, an exclamation mark before a name says that the element is no tag helper.</summary>
    private bool IsOptedOut(int position) =>
        builder.Document.IsRazor && IsNameStart(CharAt(position + 1)) && !StartsWith("!doctype", position);

    private bool StartsWith(string word, int position) =>
        string.Compare(_source, position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private int NameEnd(int position)
    {
        while (position < _source.Length && !(_source[position] is '>' or '/' or '<' or '"' or '\'' or '=' || char.IsWhiteSpace(_source[position])))
            position++;

        return position;
    }

    private void ReadStartTag(int start, int nameStart)
    {
        var nameEnd = NameEnd(nameStart);
        var name = builder.Names.Intern(nameStart, nameEnd);
        var isRaw = builder.Top.IsRaw;
        if (!isRaw)
            CloseImplied(name.Canonical, start);

        var element = new MarkupElement(
            builder.Document,
            MarkupBuilder.Span(start, nameEnd),
            name.Text,
            MarkupBuilder.Span(nameStart, nameEnd));
        builder.Add(element);
        var end = _attributes.Read(element, nameEnd);
        element.StartTagSpan = element.Span = MarkupBuilder.Span(start, end);
        element.ContentSpan = MarkupBuilder.Span(end, end);
        builder.Position = end;
        if (name.Has(ElementTraits.Void) || (element.IsSelfClosing && ClosesItself(name)))
            return;

        builder.Push(element, isRaw ? OpenKind.RawElement : OpenKind.Element, name.Canonical);
        if (isRaw || !name.Has(ElementTraits.RawText) || builder.IsAtEnd || IsForeign())
            return;

        if (!IsEndTag(_source, end, name.Canonical.Text) && !IsLineEnd(end))
        {
            var text = new RawText(builder.Document, MarkupBuilder.Span(end, end));
            builder.Add(text);
            builder.Push(text, OpenKind.RawText, name.Canonical);
        }
    }

    private bool IsLineEnd(int position) => builder.Boundary.Kind == OpenKind.Line && _source[position] is '\r' or '\n';

    /// <summary>Browsers ignore the slash of an element of HTML; Razor, and what renders components, do not.</summary>
    private bool ClosesItself(MarkupName name) =>
        builder.Document.IsRazor || IsForeign() || name.Text.IndexOf('-') >= 0 || name.Text.IndexOf(':') >= 0;

    /// <summary>Whether this is inside a drawing or a formula, where a title or a style is an element like any other.</summary>
    private bool IsForeign() => _svg.Open >= 0 || _math.Open >= 0;

    private void CloseImplied(MarkupName name, int position)
    {
        ref var top = ref builder.Top;
        var boundary = top.Boundary;
        if (name.Has(ElementTraits.ClosesParagraph) && _paragraph.Open > top.Scope)
            builder.PopInside(_paragraph.Open - 1, position);

        if (name.Closes.Length == 0)
            return;

        foreach (var within in name.Within)
            boundary = Math.Max(boundary, within.Open);

        var outermost = int.MaxValue;
        foreach (var closed in name.Closes)
        {
            if (closed.Open > boundary)
                outermost = Math.Min(outermost, closed.Open);
        }

        if (outermost != int.MaxValue)
            builder.PopInside(outermost - 1, position);
    }

    private void ReadEndTag(int start)
    {
        var nameStart = start + (builder.Document.IsRazor && CharAt(start + 2) == '!' ? 3 : 2);
        var nameEnd = NameEnd(nameStart);
        var end = nameEnd < _source.Length ? _source.IndexOfAny(EndTagStops, nameEnd) : -1;
        end = end < 0 ? _source.Length : _source[end] == '>' ? end + 1 : end;
        builder.Position = end;

        var name = builder.Names.Intern(nameStart, nameEnd).Canonical;
        if (name.Open <= (name.Has(ElementTraits.CrossesScope) ? builder.Top.Boundary : builder.Top.Scope))
        {
            builder.Add(new MarkupDeclaration(builder.Document, MarkupBuilder.Span(start, end), MarkupDeclarationKind.StrayEndTag));
            return;
        }

        builder.PopInside(name.Open, start);
        ((MarkupElement)builder.Top.Node).EndTagSpan = MarkupBuilder.Span(start, end);
        builder.Pop(start, end);
    }

    private void ReadDeclaration(int start)
    {
        MarkupNode node;
        if (StartsWith("<!--", start))
        {
            // "<!-->" is a whole comment: its dashes close it too.
            var end = builder.Scanner.CharAt(start + 4) == '>' ? start + 5 : builder.Scanner.AfterNext("-->", start + 4);
            var kind = StartsWith("[if", start + 4) || StartsWith("<![endif]", start + 4) ? MarkupCommentKind.Conditional : MarkupCommentKind.Html;
            node = new MarkupComment(builder.Document, MarkupBuilder.Span(start, end), kind);
        }
        else if (StartsWith("<![if", start) || StartsWith("<![endif]", start))
        {
            node = new MarkupComment(builder.Document, SpanTo(">", start), MarkupCommentKind.Conditional);
        }
        else if (StartsWith("<![CDATA[", start))
        {
            node = new MarkupDeclaration(builder.Document, SpanTo("]]>", start), MarkupDeclarationKind.CData);
        }
        else if (StartsWith("<!doctype", start))
        {
            node = new MarkupDeclaration(builder.Document, SpanTo(">", start), MarkupDeclarationKind.Doctype);
        }
        else if (_source[start + 1] == '?')
        {
            node = new MarkupDeclaration(builder.Document, SpanTo(">", start), MarkupDeclarationKind.ProcessingInstruction);
        }
        else
        {
            node = new MarkupComment(builder.Document, SpanTo(">", start), MarkupCommentKind.Html);
        }

        builder.Add(node);
        builder.Position = node.Span.End;
    }

    private TextSpan SpanTo(string terminator, int start) =>
        MarkupBuilder.Span(start, builder.Scanner.AfterNext(terminator, start));
}
