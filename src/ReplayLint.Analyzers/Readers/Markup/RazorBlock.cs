using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A C# statement with bodies, such as <c>@if</c>: its children are the branches, <c>else</c> and <c>catch</c> included.</summary>
internal sealed class RazorBlock(MarkupDocument document, TextSpan span, string keyword) : MarkupContainer(document, span)
{
    /// <summary>The keyword of the first branch.</summary>
    public string Keyword { get; } = keyword;

    public IEnumerable<RazorBranch> Branches => Children.OfType<RazorBranch>();
}
