using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A page, as a tree of which every node knows where it stands in the source.</summary>
internal sealed class MarkupDocument : MarkupContainer
{
    private MarkupDocument(string source, MarkupLanguage language)
        : base(document: null, new TextSpan(0, source.Length))
    {
        Source = source;
        Language = language;
    }

    public string Source { get; }

    public MarkupLanguage Language { get; }

    public bool IsRazor => Language != MarkupLanguage.Html;

    /// <summary>Reads a page. Whatever the text is, there is a tree: what is not closed ends with its parent or with the text.</summary>
    public static MarkupDocument Parse(string text, MarkupLanguage language)
    {
        var document = new MarkupDocument(text, language);
        new MarkupParser(document).Parse();
        return document;
    }

    /// <inheritdoc cref="Parse(string, MarkupLanguage)"/>
    public static MarkupDocument Parse(string text, WebFileKind kind) => Parse(text, kind switch
    {
        WebFileKind.Cshtml => MarkupLanguage.Cshtml,
        WebFileKind.Razor => MarkupLanguage.Razor,
        _ => MarkupLanguage.Html,
    });

    public string TextOf(TextSpan span) => Source.Substring(span.Start, span.Length);
}
