using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A line of markup in C# code, <c>@: …</c>, without its line break.</summary>
internal sealed class RazorLine(MarkupDocument document, TextSpan span) : MarkupContainer(document, span);
