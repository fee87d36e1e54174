using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Markup that is neither an element nor text.</summary>
internal sealed class MarkupDeclaration(MarkupDocument document, TextSpan span, MarkupDeclarationKind kind) : MarkupNode(document, span)
{
    public MarkupDeclarationKind Kind { get; } = kind;
}
