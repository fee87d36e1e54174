namespace ReplayLint.Readers.Script;

/// <summary>What a value of a script is, as far as its text shows.</summary>
internal enum ScriptValueKind
{
    Unknown,
    Text,
    Number,
    Boolean,

    /// <summary><c>null</c> or <c>undefined</c>.</summary>
    Null,
    Object,
    Array,

    /// <summary>A name or a dotted path whose value the script does not fix.</summary>
    Path,

    /// <summary>The result of a call; the items are its arguments.</summary>
    Call,
    Function,

    /// <summary>Texts put together; the items are the parts, known or not.</summary>
    Concatenation,

    /// <summary>One of several values: <c>a ? b : c</c>, <c>b || c</c>.</summary>
    Choice,
}
