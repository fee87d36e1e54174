namespace ReplayLint.Readers.Markup;

/// <summary>A node that is being read, on the stack of a <see cref="MarkupBuilder"/>.</summary>
internal struct OpenNode
{
    public MarkupContainer Node;
    public OpenKind Kind;

    /// <summary>The canonical name of an element, or of the element whose end tag ends the text.</summary>
    public MarkupName? Name;

    /// <summary>Where the next open element of that name stands on the stack.</summary>
    public int Outer;

    /// <summary>Where the innermost open node stands that is no element: tags do not match across it.</summary>
    public int Boundary;

    /// <summary>Where the innermost open <see cref="ElementTraits.Scope"/> or boundary stands.</summary>
    public int Scope;

    /// <summary>Whether this is inside of a script or the like, so that what is rendered is no markup.</summary>
    public bool IsRaw;

    /// <summary>Whether this stands between C# statements, so that the body of a block may be without braces.</summary>
    public bool IsInCode;

    /// <summary>How many braces are open in the text of a section.</summary>
    public int Braces;
}
