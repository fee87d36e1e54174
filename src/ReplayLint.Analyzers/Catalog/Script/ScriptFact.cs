using System.Collections.Immutable;

namespace ReplayLint.Catalog.Script;

/// <summary>What the catalogue says about a recorder in pages and scripts.</summary>
internal abstract record ScriptFact : AttachedFact
{
    /// <summary>What the fact is about. Of two facts with the same key, the later holds.</summary>
    public string Key => $"{GetType().Name} {Subject} {Since}..{Until}";

    /// <summary>What tells the fact from others of its kind.</summary>
    protected abstract string Subject { get; }
}

/// <summary>Loading a script from this address loads the recorder.</summary>
internal sealed record SourceFact(HostPattern Pattern) : ScriptFact
{
    /// <summary>Words of which the page holds at least one; empty when the address is proof enough.</summary>
    public ImmutableArray<string> Requires { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Text that the address does not contain, or null.</summary>
    public string? Except { get; init; }

    /// <summary>Whether recording starts when the script has loaded.</summary>
    public bool Starts { get; init; } = true;

    protected override string Subject => Pattern.Text;
}

/// <summary>A domain that serves nothing but the recorder: where a content security policy allows it, the recorder is loaded.</summary>
internal sealed record DomainFact(HostPattern Pattern) : ScriptFact
{
    protected override string Subject => Pattern.Text;
}

/// <summary>An npm package of the recorder.</summary>
internal sealed record PackageFact(string Name) : ScriptFact
{
    /// <summary>The name that the facts give to what the package exports, or null.</summary>
    public string? Global { get; init; }

    protected override string Subject => Name;
}

/// <summary>A name by which scripts know the recorder.</summary>
internal sealed record GlobalFact(string Name) : ScriptFact
{
    /// <summary>Other names of the same object.</summary>
    public ImmutableArray<string> Also { get; init; } = ImmutableArray<string>.Empty;

    protected override string Subject => Name;
}

/// <summary>A class or attribute by which a page says what happens to an element in recordings.</summary>
internal sealed record MarkupFact(MarkupEffect Effect, MarkupAtom Atom) : ScriptFact
{
    /// <summary>The option without which the class or attribute has no effect, or null.</summary>
    public string? Option { get; init; }

    /// <summary>The only kind of content that it is about, or null when it is about all.</summary>
    public Protects? Only { get; init; }

    /// <summary>Whether it decides about a kind of content, by itself or because the option is set that it needs.</summary>
    public bool IsAbout(Protects content, bool isEnabled = false) => (Option is null || isEnabled) && (Only is null || Only == content);

    protected override string Subject => $"{Effect} {Atom.Text}";
}

/// <summary>What a class or attribute does.</summary>
internal enum MarkupEffect
{
    /// <summary>Text and input are replaced.</summary>
    Mask,

    /// <summary>The element is left out.</summary>
    Block,

    /// <summary>Input events are left out.</summary>
    Ignore,

    /// <summary>Content is shown.</summary>
    Unmask,
}

/// <summary>What recordings hold of a kind of content when nothing is configured.</summary>
internal sealed record DefaultFact(Protects Content, bool IsMasked) : ScriptFact
{
    protected override string Subject => Content.ToString();
}

/// <summary>A kind of field or of text that is masked when nothing is configured, also where others are shown.</summary>
/// <param name="Content">Inputs or text.</param>
/// <param name="Kind">Which: <c>password</c>, <c>email</c>.</param>
internal sealed record MaskedKindFact(Protects Content, string Kind) : ScriptFact
{
    protected override string Subject => $"{Content} {Kind}";
}

/// <summary>A kind of field whose content is never recorded, whatever is configured.</summary>
internal sealed record NeverCapturedFact(string Field) : ScriptFact
{
    protected override string Subject => Field;
}

/// <summary>Something that can be set in the vendor's console only, not in code.</summary>
internal sealed record ConsoleOnlyFact(Protects What) : ScriptFact
{
    protected override string Subject => What.ToString();
}
