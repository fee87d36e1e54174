using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>An element; a component or a tag helper is one too.</summary>
internal sealed class MarkupElement(MarkupDocument document, TextSpan span, string name, TextSpan nameSpan) : MarkupContainer(document, span)
{
    private List<MarkupNode>? _tagNodes;

    /// <summary>The name as it is written.</summary>
    public string Name { get; } = name;

    public TextSpan NameSpan { get; } = nameSpan;

    public TextSpan StartTagSpan { get; internal set; } = span;

    /// <summary>The end tag, unless the element has none.</summary>
    public TextSpan? EndTagSpan { get; internal set; }

    /// <summary>Whether the start tag is written <c>&lt;name /&gt;</c>. In plain HTML that alone does not close an element.</summary>
    public bool IsSelfClosing { get; internal set; }

    /// <summary>What the start tag holds: attributes, and the Razor code that writes some.</summary>
    public IReadOnlyList<MarkupNode> TagNodes => (IReadOnlyList<MarkupNode>?)_tagNodes ?? Array.Empty<MarkupNode>();

    public IEnumerable<MarkupAttribute> Attributes => TagNodes.OfType<MarkupAttribute>();

    /// <summary>The content of a script, style, textarea or title, unless it is empty.</summary>
    public RawText? RawText => Children.Count == 1 ? Children[0] as RawText : null;

    internal override int NodeCount => TagNodes.Count + base.NodeCount;

    internal override MarkupNode NodeAt(int index) =>
        index < TagNodes.Count ? TagNodes[index] : base.NodeAt(index - TagNodes.Count);

    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first attribute of a name; browsers ignore a second one.</summary>
    public MarkupAttribute? FindAttribute(string name)
    {
        foreach (var node in TagNodes)
        {
            if (node is MarkupAttribute attribute && string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase))
                return attribute;
        }

        return null;
    }

    internal void AddToTag(MarkupNode node)
    {
        node.Parent = this;
        (_tagNodes ??= []).Add(node);
    }
}
