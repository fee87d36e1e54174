using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A directive such as <c>@model</c>. Only <c>@section</c> has children.</summary>
internal sealed class RazorDirective(MarkupDocument document, TextSpan span, string keyword, TextSpan argumentSpan) : MarkupContainer(document, span)
{
    public string Keyword { get; } = keyword;

    /// <summary>What follows the keyword: a type, a route, the name of a section.</summary>
    public TextSpan ArgumentSpan { get; } = argumentSpan;

    public string Argument => Document.TextOf(ArgumentSpan);
}
