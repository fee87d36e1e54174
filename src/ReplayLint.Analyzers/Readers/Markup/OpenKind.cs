namespace ReplayLint.Readers.Markup;

/// <summary>How the content of an open node is read, and what ends it.</summary>
internal enum OpenKind
{
    /// <summary>Markup, to the end of the text.</summary>
    Document,

    /// <summary>Markup, to the end tag.</summary>
    Element,

    /// <summary>Text, to the end tag of the parent.</summary>
    RawText,

    /// <summary>Text, to the element's own end tag: a <c>&lt;text&gt;</c> inside a script.</summary>
    RawElement,

    /// <summary>Markup, to the end of the line.</summary>
    Line,

    /// <summary>Markup, to the closing brace.</summary>
    Section,

    /// <summary>Statements, to the closing brace.</summary>
    Code,

    /// <summary>The labels of a switch, to the closing brace.</summary>
    Switch,

    /// <summary>Statements, to the next label.</summary>
    Case,

    /// <summary>One statement, without braces.</summary>
    Single,

    /// <summary>The branches of a block.</summary>
    Block,
}
