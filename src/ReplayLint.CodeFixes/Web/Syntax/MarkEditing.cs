using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.Markup;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Edits of the classes and attributes of an element. What Razor writes into them stays as it is.</summary>
internal static class MarkEditing
{
    /// <summary>Whether the element carries the mark.</summary>
    public static bool Has(MarkupElement element, ElementMark mark) => Find(element, mark) is not null;

    /// <summary>Takes an attribute away, with the white space before it.</summary>
    public static TextChange Remove(WebSource source, MarkupAttribute attribute)
    {
        var start = attribute.Span.Start;
        while (start > 0 && char.IsWhiteSpace(source.Text[start - 1]))
            start--;

        return new TextChange(TextSpan.FromBounds(start, attribute.Span.End), "");
    }

    /// <summary>Takes a mark away; null when the element does not carry it in plain text.</summary>
    public static TextChange? Remove(WebSource source, MarkupElement element, ElementMark mark)
    {
        if (Find(element, mark) is not { } attribute)
            return null;

        if (!mark.IsClass)
            return Remove(source, attribute);

        if (ClassIn(attribute, mark) is not { } name)
            return null;

        var value = attribute.ValueSpan!.Value;
        var (start, end) = (name.Start, name.End);
        if (source.Text.Substring(value.Start, value.Length).Trim().Length == name.Length)
            return Remove(source, attribute);

        // One gap goes with the class: the one before it, or behind it for the first.
        if (start > value.Start)
        {
            while (start > value.Start && char.IsWhiteSpace(source.Text[start - 1]))
                start--;
        }
        else
        {
            while (end < value.End && char.IsWhiteSpace(source.Text[end]))
                end++;
        }

        return new TextChange(TextSpan.FromBounds(start, end), "");
    }

    /// <summary>Writes another class, or another value of the attribute; null when the element does not carry the mark in plain text.</summary>
    public static TextChange? Replace(MarkupElement element, ElementMark old, ElementMark mark)
    {
        if (Find(element, old) is not { } attribute)
            return null;

        if (mark.IsClass)
            return ClassIn(attribute, old) is { } name ? new TextChange(name, mark.Value!) : null;

        return attribute is { IsLiteral: true, ValueSpan: { IsEmpty: false } value } && mark.Value is { } text ? new TextChange(value, text) : null;
    }

    /// <summary>Writes a mark; null where the element has no room for it.</summary>
    public static TextChange? Add(MarkupElement element, ElementMark mark)
    {
        if (element.FindAttribute(mark.Attribute) is not { } attribute)
        {
            var end = element.TagNodes.Count > 0 ? element.TagNodes[element.TagNodes.Count - 1].Span.End : element.NameSpan.End;
            return new TextChange(new TextSpan(end, 0), mark.Value is { } text ? $" {mark.Attribute}=\"{text}\"" : " " + mark.Attribute);
        }

        if (!mark.IsClass)
            return attribute is { IsLiteral: true, ValueSpan: { IsEmpty: false } old } && mark.Value is not null ? new TextChange(old, mark.Value) : null;

        // A component takes a value that is text or code, and no mixture.
        if (!attribute.IsLiteral && element.Document.Language == MarkupLanguage.Razor && char.IsUpper(element.Name[0]))
            return null;

        if (attribute.ValueSpan is not { } value)
            return new TextChange(new TextSpan(attribute.Span.End, 0), $"=\"{mark.Value}\"");

        if (attribute.Quote == MarkupQuote.None)
            return attribute.IsLiteral ? new TextChange(value, $"\"{attribute.Value} {mark.Value}\"") : null;

        var gap = value.IsEmpty || char.IsWhiteSpace(element.Document.Source[value.End - 1]) ? "" : " ";
        return new TextChange(new TextSpan(value.End, 0), gap + mark.Value);
    }

    private static MarkupAttribute? Find(MarkupElement element, ElementMark mark)
    {
        if (element.FindAttribute(mark.Attribute) is not { } attribute)
            return null;

        if (mark.IsClass)
            return ClassIn(attribute, mark) is null ? null : attribute;

        return mark.Value is null || string.Equals(attribute.Value, mark.Value, StringComparison.OrdinalIgnoreCase) ? attribute : null;
    }

    /// <summary>Where a class stands in the text of an attribute; null when Razor writes it.</summary>
    private static TextSpan? ClassIn(MarkupAttribute attribute, ElementMark mark)
    {
        foreach (var part in attribute.Children)
        {
            if (part is not MarkupText)
                continue;

            var source = part.Document.Source;
            for (var start = part.Span.Start; (start = source.IndexOf(mark.Value!, start, part.Span.End - start, StringComparison.OrdinalIgnoreCase)) >= 0; start++)
            {
                var name = new TextSpan(start, mark.Value!.Length);
                var value = attribute.ContentSpan;
                if ((name.Start == value.Start || char.IsWhiteSpace(source[name.Start - 1])) && (name.End == value.End || char.IsWhiteSpace(source[name.End])))
                    return name;
            }
        }

        return null;
    }
}
