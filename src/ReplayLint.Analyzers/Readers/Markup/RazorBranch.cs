using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// One body of a block and what decides about it. The body of a <c>switch</c> holds a branch for each label, of
/// which a label that falls through to the next is empty.
/// </summary>
internal sealed class RazorBranch(MarkupDocument document, TextSpan span, string keyword, TextSpan? headerSpan, int index)
    : MarkupContainer(document, span)
{
    /// <summary>The keyword: <c>if</c>, <c>else if</c>, <c>else</c>, <c>foreach</c>, <c>case</c> …</summary>
    public string Keyword { get; } = keyword;

    /// <summary>The condition, loop header or case, without outer parentheses; null when there is none.</summary>
    public TextSpan? HeaderSpan { get; } = headerSpan;

    /// <summary>Which branch of its block, or label of its switch, this is; from zero.</summary>
    public int Index { get; } = index;

    public string? Header => HeaderSpan is { } header ? Document.TextOf(header) : null;
}
