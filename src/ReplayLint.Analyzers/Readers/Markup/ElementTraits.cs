namespace ReplayLint.Readers.Markup;

/// <summary>How an element of HTML is parsed differently from any other.</summary>
[Flags]
internal enum ElementTraits
{
    None = 0,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1,

    /// <summary>Has text and no elements inside.</summary>
    RawText = 2,

    /// <summary>Its start closes an open paragraph.</summary>
    ClosesParagraph = 4,

    /// <summary>Its end tag may be left out.</summary>
    OptionalEnd = 8,

    /// <summary>An end tag inside does not close an element outside.</summary>
    Scope = 16,

    /// <summary>Its end tag closes it even through a <see cref="Scope"/>.</summary>
    CrossesScope = 32,
}
