namespace ReplayLint.Readers.Markup;

/// <summary>How a view gets into another one.</summary>
internal enum InclusionKind
{
    /// <summary>A partial view, by name or path.</summary>
    Partial,

    /// <summary>A view component, by name.</summary>
    ViewComponent,

    /// <summary>A Razor component, by the path of its file.</summary>
    Component,

    /// <summary>A section of a page, by name, in its layout.</summary>
    Section,
}
