namespace ReplayLint.Catalog;

/// <summary>What a line of a catalogue file may hold after its verb.</summary>
/// <param name="Verb">The first word.</param>
/// <param name="Subject">What the words without <c>=</c> are.</param>
/// <param name="Attributes">The keys of <c>key=value</c>, without those that every fact may have.</param>
internal sealed record LineShape(string Verb, SubjectKind Subject, params string[] Attributes)
{
    private static readonly string[] SourceAttributes = ["evidence", "since", "until"];

    private string[]? _allAttributes;

    /// <summary>Whether one line may name several subjects.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the line is a fact, of which may be said where it was read and for which versions it holds.</summary>
    public bool IsFact { get; init; } = true;

    /// <summary>The words that may be the subject, where only some may.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>The keys of <c>key=value</c>.</summary>
    public string[] AllAttributes => _allAttributes ??= IsFact ? [.. Attributes, .. SourceAttributes] : Attributes;
}

/// <summary>What the subject of a line is.</summary>
internal enum SubjectKind
{
    /// <summary>The line has a form of its own.</summary>
    Special,

    /// <summary>A documentation id.</summary>
    Member,

    /// <summary>A call or assigned name in a script.</summary>
    Call,

    /// <summary>An option of a call: <c>call/option</c>.</summary>
    Option,

    /// <summary>One or the other.</summary>
    CallOrOption,

    /// <summary>An option in a section of a configuration file: <c>section/option</c>.</summary>
    JsonKey,


    /// <summary>Part of an address.</summary>
    Address,

    /// <summary>A class or attribute.</summary>
    Atom,

    /// <summary>One of the words that the shape lists.</summary>
    Word,

    /// <summary>Any text without spaces.</summary>
    Text,
}
