namespace ReplayLint.Readers.Markup;

internal enum MarkupDeclarationKind
{
    Doctype,
    CData,
    ProcessingInstruction,

    /// <summary>An end tag that closes nothing; browsers ignore it.</summary>
    StrayEndTag,
}
