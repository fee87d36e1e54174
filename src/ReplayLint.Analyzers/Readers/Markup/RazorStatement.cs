using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A C# statement without markup inside, its semicolon included; or all of the C# where the page renders nothing.</summary>
internal sealed class RazorStatement(MarkupDocument document, TextSpan span) : MarkupNode(document, span);
