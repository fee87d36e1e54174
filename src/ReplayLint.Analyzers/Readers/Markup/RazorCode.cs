using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>C# in braces: <c>@{ … }</c>, <c>@code { … }</c>, a block or a local function inside other code. Children are statements and markup.</summary>
internal sealed class RazorCode(MarkupDocument document, TextSpan span, TextSpan headerSpan) : MarkupContainer(document, span)
{
    /// <summary>What stands before the brace: <c>code</c>, <c>functions</c>, a local function's signature, or nothing.</summary>
    public TextSpan HeaderSpan { get; } = headerSpan;

    public string Header => Document.TextOf(HeaderSpan);
}
