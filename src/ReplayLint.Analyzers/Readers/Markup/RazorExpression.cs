using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A value that Razor writes into the page: <c>@name</c> or <c>@( … )</c>.</summary>
internal sealed class RazorExpression(MarkupDocument document, TextSpan span, TextSpan codeSpan) : MarkupNode(document, span)
{
    /// <summary>The C#, without <c>@</c> and outer parentheses.</summary>
    public TextSpan CodeSpan { get; } = codeSpan;

    public bool IsExplicit => CodeSpan.Start > Span.Start + 1;

    public string Code => Document.TextOf(CodeSpan);
}
