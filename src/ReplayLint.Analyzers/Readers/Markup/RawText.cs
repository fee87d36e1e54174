using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>The content of a script, style, textarea or title: no markup, but Razor is live. The children are its parts.</summary>
internal sealed class RawText(MarkupDocument document, TextSpan span) : MarkupContainer(document, span)
{
    /// <summary>
    /// The text as JavaScript of the same length, so that an offset in it is one in the source: a Razor expression
    /// becomes an identifier of underscores, other Razor becomes blanks, and what it renders stays.
    /// </summary>
    public string ToScript() => ScriptText.Of(this);
}
