using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ReplayLint.Tool.Reporting;

/// <summary>A piece of HTML. Whatever is put into one is encoded, unless it is one itself: no text of a repository can become markup.</summary>
internal readonly partial record struct Html(string Markup)
{
    public static Html Empty => new("");

    /// <summary>A piece that is written here, with holes for text and for other pieces.</summary>
    public static Html Of(Template template) => new(template.ToString());

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(static piece => piece.Markup)));

    public override string ToString() => Markup;

    /// <summary>Characters that no page can hold, and that a terminal or a browser may obey.</summary>
    [GeneratedRegex(@"[\p{Cc}\uFFFE\uFFFF-[\t\r\n]]")]
    private static partial Regex Unprintable();

    /// <summary>Encodes what stands in the holes.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template(int literalLength, int holes)
    {
        private readonly StringBuilder _markup = new(literalLength + (holes * 16));

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(Html piece) => _markup.Append(piece.Markup);

        public void AppendFormatted(IEnumerable<Html> pieces) => _markup.Append(Join(pieces).Markup);

        public void AppendFormatted(string? text) => _markup.Append(WebUtility.HtmlEncode(text is null ? null : Unprintable().Replace(text, "\uFFFD")));

        public void AppendFormatted(int number) => _markup.Append(number);

        public override string ToString() => _markup.ToString();
    }
}
