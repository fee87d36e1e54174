using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// The tree while it grows: how far the text is read, and which nodes are open. The stack of open nodes is an array,
/// and each name knows its innermost open element, so that neither deep nesting nor stray tags cost more than others.
/// </summary>
internal sealed class MarkupBuilder
{
    private OpenNode[] _open = new OpenNode[32];
    private int _depth;

    public MarkupBuilder(MarkupDocument document)
    {
        Document = document;
        Source = document.Source;
        Scanner = new RazorScanner(Source);
        Names = new MarkupNames(Source, document.Language);
        Push(document, OpenKind.Document);
    }

    public MarkupDocument Document { get; }

    public string Source { get; }

    public RazorScanner Scanner { get; }

    public MarkupNames Names { get; }

    public int Position { get; set; }

    public bool IsAtEnd => Position >= Source.Length;

    public ref OpenNode Top => ref _open[_depth - 1];

    /// <summary>The innermost open node that is no element.</summary>
    public ref OpenNode Boundary => ref _open[Top.Boundary];

    public static TextSpan Span(int start, int end) => TextSpan.FromBounds(start, end);

    public void Add(MarkupNode node) => Top.Node.Add(node);

    public void AddText(int start, int end)
    {
        if (end > start)
            Add(new MarkupText(Document, Span(start, end)));
    }

    /// <summary>Opens a node that is in the tree already. Its content starts where the text is read next.</summary>
    public void Push(MarkupContainer node, OpenKind kind, MarkupName? name = null)
    {
        if (_depth == _open.Length)
            Array.Resize(ref _open, _depth * 2);

        var isElement = kind is OpenKind.Element or OpenKind.RawElement;
        var isInside = isElement || kind == OpenKind.RawText;
        ref var open = ref _open[_depth];
        open = new OpenNode
        {
            Node = node,
            Kind = kind,
            Name = name,
            Boundary = isInside ? Top.Boundary : _depth,
            Scope = isInside && !name!.Has(ElementTraits.Scope) ? Top.Scope : _depth,
            IsRaw = kind is OpenKind.RawText or OpenKind.RawElement || (kind is not (OpenKind.Element or OpenKind.Document) && Top.IsRaw),
            IsInCode = _depth > 0 && (Top.Kind is OpenKind.Code or OpenKind.Switch or OpenKind.Case or OpenKind.Single),
        };

        if (isElement)
        {
            open.Outer = name!.Open;
            name.Open = _depth;
        }

        node.ContentSpan = Span(Position, Position);
        _depth++;
    }

    /// <summary>Closes the innermost open node: its content ends here, and the node itself there.</summary>
    public void Pop(int contentEnd, int end)
    {
        ref var top = ref Top;
        if (top.Kind is OpenKind.Element or OpenKind.RawElement)
            top.Name!.Open = top.Outer;

        top.Node.ContentSpan = Span(top.Node.ContentSpan.Start, contentEnd);
        top.Node.Span = Span(top.Node.Span.Start, end);
        _depth--;
    }

    /// <summary>Closes every node inside of the one at a place of the stack.</summary>
    public void PopInside(int index, int end)
    {
        while (_depth > index + 1)
            PopAt(end);
    }

    public void PopAll()
    {
        while (_depth > 0)
            PopAt(Source.Length);
    }


    /// <summary>A block ends with its last branch, wherever the search for another one has led.</summary>
    private void PopAt(int end)
    {
        var node = Top.Node;
        if (Top.Kind is OpenKind.Block or OpenKind.Single or OpenKind.Case)
            end = node.NodeCount > 0 ? node.NodeAt(node.NodeCount - 1).Span.End : node.Span.End;

        Pop(Math.Max(end, node.ContentSpan.Start), Math.Max(end, node.Span.End));
    }

    /// <summary>Closes a node that ends where the last of its children does.</summary>
    public void PopAtLastChild() => PopAt(Top.Node.Span.End);
}
