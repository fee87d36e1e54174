using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A node with others inside.</summary>
internal abstract class MarkupContainer : MarkupNode
{
    private List<MarkupNode>? _children;

    protected MarkupContainer(MarkupDocument? document, TextSpan span)
        : base(document, span) =>
        ContentSpan = new TextSpan(span.End, 0);

    /// <summary>What stands between the tags, braces or quotes. Without Razor code, the children cover it entirely.</summary>
    public TextSpan ContentSpan { get; internal set; }

    public IReadOnlyList<MarkupNode> Children => (IReadOnlyList<MarkupNode>?)_children ?? Array.Empty<MarkupNode>();

    internal override int NodeCount => _children?.Count ?? 0;

    internal override MarkupNode NodeAt(int index) => Children[index];

    internal void Add(MarkupNode child)
    {
        child.Parent = this;
        (_children ??= []).Add(child);
    }
}
