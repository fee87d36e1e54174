namespace ReplayLint.Readers.Markup;

/// <summary>A name in a page. Each spelling is one object, and so one string.</summary>
internal sealed class MarkupName(string text)
{
    public string Text { get; } = text;

    /// <summary>The name that stands for every spelling of an element; the same for all of <c>div</c>, <c>Div</c> and <c>DIV</c>.</summary>
    public MarkupName Canonical { get; set; } = null!;

    public ElementTraits Traits { get; set; }

    /// <summary>What the start of this element closes.</summary>
    public MarkupName[] Closes { get; set; } = [];

    /// <summary>The elements past which <see cref="Closes"/> does not look.</summary>
    public MarkupName[] Within { get; set; } = [];

    /// <summary>Where the innermost open element of this canonical name stands on the stack, or -1.</summary>
    public int Open { get; set; } = -1;

    public bool Has(ElementTraits trait) => (Traits & trait) != 0;
}
