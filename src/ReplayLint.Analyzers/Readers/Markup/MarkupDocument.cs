using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A page, as a tree of which every node knows where it stands in the source.</summary>
internal sealed class MarkupDocument : MarkupContainer
{
    /// <summary>Texts survive while someone types elsewhere, and so do their trees.</summary>
    private static readonly ConditionalWeakTable<SourceText, MarkupDocument> Known = new();

    private MarkupDocument(string source, MarkupLanguage language)
        : base(document: null, new TextSpan(0, source.Length))
    {
        Source = source;
        Language = language;
    }

    public string Source { get; }

    public MarkupLanguage Language { get; }

    public bool IsRazor => Language != MarkupLanguage.Html;

    /// <summary>The tree of a file, which is read once however many ask.</summary>
    public static MarkupDocument Of(SourceText source, WebFileKind kind)
    {
        var document = Known.GetValue(source, text => Parse(text.ToString(), kind));
        return document.Language == LanguageOf(kind) ? document : Parse(source.ToString(), kind);
    }

    /// <summary>Whether a file has been read as a page, for tests that count it.</summary>
    internal static bool IsKnown(SourceText source) => Known.TryGetValue(source, out _);

    /// <summary>Reads a page. Whatever the text is, there is a tree: what is not closed ends with its parent or with the text.</summary>
    public static MarkupDocument Parse(string text, MarkupLanguage language)
    {
        var document = new MarkupDocument(text, language);
        new MarkupParser(document).Parse();
        return document;
    }

    /// <inheritdoc cref="Parse(string, MarkupLanguage)"/>
    public static MarkupDocument Parse(string text, WebFileKind kind) => Parse(text, LanguageOf(kind));

    public string TextOf(TextSpan span) => Source.Substring(span.Start, span.Length);

    private static MarkupLanguage LanguageOf(WebFileKind kind) => kind switch
    {
        WebFileKind.Cshtml => MarkupLanguage.Cshtml,
        WebFileKind.Razor => MarkupLanguage.Razor,
        _ => MarkupLanguage.Html,
    };
}
