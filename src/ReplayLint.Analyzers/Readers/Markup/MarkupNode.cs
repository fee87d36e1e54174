using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A piece of a page. Its text is cut out of the source only when asked for.</summary>
internal abstract class MarkupNode
{
    protected MarkupNode(MarkupDocument? document, TextSpan span)
    {
        Document = document ?? (MarkupDocument)this;
        Span = span;
    }

    public MarkupDocument Document { get; }

    public TextSpan Span { get; internal set; }

    public MarkupNode? Parent { get; internal set; }

    /// <summary>The node as it is written.</summary>
    public string Text => Document.TextOf(Span);

    /// <summary>How many nodes are directly inside, those of a start tag included.</summary>
    internal virtual int NodeCount => 0;

    /// <summary>The nodes directly inside, in the order of the source.</summary>
    internal virtual MarkupNode NodeAt(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The nodes around this one, from the inside out; the last is the document.</summary>
    public IEnumerable<MarkupNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>Every node inside this one, attributes and their parts included, in the order of the source.</summary>
    public IEnumerable<MarkupNode> Descendants()
    {
        // A page can be nested deeper than the call stack is.
        var open = new Stack<(MarkupNode Node, int Next)>();
        open.Push((this, 0));
        while (open.Count > 0)
        {
            var (node, next) = open.Pop();
            if (next == node.NodeCount)
                continue;

            open.Push((node, next + 1));
            var child = node.NodeAt(next);
            yield return child;
            open.Push((child, 0));
        }
    }

    /// <summary>The branches of Razor blocks that decide whether this node is rendered, from the inside out.</summary>
    public IEnumerable<RazorBranch> EnclosingBranches() => Ancestors().OfType<RazorBranch>();

    /// <summary>The innermost node that contains the character at a position, or this node when none inside does.</summary>
    public MarkupNode FindNode(int position)
    {
        var found = this;
        while (found.NodeContaining(position) is { } inner)
            found = inner;

        return found;
    }

    private MarkupNode? NodeContaining(int position)
    {
        var low = 0;
        var high = NodeCount - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var node = NodeAt(middle);
            if (node.Span.Contains(position))
                return node;

            if (position < node.Span.Start)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }

    public override string ToString() => Text;
}
