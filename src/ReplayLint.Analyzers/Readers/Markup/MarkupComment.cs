using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A comment, its delimiters included. What is inside a conditional one is not parsed.</summary>
internal sealed class MarkupComment(MarkupDocument document, TextSpan span, MarkupCommentKind kind) : MarkupNode(document, span)
{
    public MarkupCommentKind Kind { get; } = kind;
}
