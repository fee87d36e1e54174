namespace ReplayLint.Readers.Markup;

/// <summary>What the classes and attributes on an element and around it say to a recorder.</summary>
internal enum MarkState
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What is in the element is kept out of recordings, or seems to be.</summary>
    Protected,

    /// <summary>What is in the element is shown.</summary>
    Shown,
}
