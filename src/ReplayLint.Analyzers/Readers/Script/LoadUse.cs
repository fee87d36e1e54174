namespace ReplayLint.Readers.Script;

/// <summary>How a script uses a text that looks like an address: only some uses load code.</summary>
internal enum LoadUse
{
    /// <summary>Data: a list of hosts, a message, a comparison.</summary>
    Other,

    /// <summary>Given to a call, directly or in an options object; the call says what becomes of it.</summary>
    CallArgument,

    /// <summary>Given to a function of the script that makes it the source of an element, or to one that is run in place.</summary>
    LoaderArgument,

    /// <summary>Becomes the source of an element.</summary>
    Src,

    /// <summary>Names a module.</summary>
    Import,
}
