using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Literal text, as it is written: entities and <c>@@</c> are not decoded.</summary>
internal sealed class MarkupText(MarkupDocument document, TextSpan span) : MarkupNode(document, span);
