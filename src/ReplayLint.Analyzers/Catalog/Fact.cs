using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>What the catalogue says about one member of a recorder's API.</summary>
/// <param name="Id">The documentation id of the member.</param>
internal abstract record Fact(string Id) : AttachedFact
{
    /// <summary>What the fact is about. Of two facts with the same key, the later holds.</summary>
    public string Key => $"{GetType().Name} {Id} {(this as StartFact)?.Value} {Versions}";

    /// <summary>The name by which code mentions the member; for a constructor, the type's.</summary>
    public string SimpleName { get; } = MemberId.SimpleName(Id);

    /// <summary>The documentation id of the declaring type.</summary>
    public string ContainingTypeId => MemberId.ContainingType(Id);

    /// <summary>The member as a message names it: <c>Type.Member</c>, or the type alone for a constructor.</summary>
    public string DisplayName { get; } =
        Id.IndexOf(".#ctor", StringComparison.Ordinal) >= 0
            ? MemberId.SimpleName(Id)
            : MemberId.SimpleName(MemberId.ContainingType(Id)) + "." + MemberId.SimpleName(Id);
}

/// <summary>A call, constructor or property write that makes recording happen.</summary>
internal sealed record StartFact(string Id) : Fact(Id)
{
    /// <summary>What must be given with the call for it to record.</summary>
    public StartCondition When { get; init; }

    /// <summary>The argument or written value that starts recording (<c>true</c>, <c>Granted</c>), or null for any.</summary>
    public string? Value { get; init; }

    /// <summary>The simple name of the setting that holds recording back until consent, or null when nothing does.</summary>
    public string? Gate { get; init; }
}

/// <summary>What must be given with a start call for it to record.</summary>
internal enum StartCondition
{
    /// <summary>Nothing: the call records.</summary>
    Always,

    /// <summary>A sampling rate above zero in the options.</summary>
    Rate,

    /// <summary>The options themselves.</summary>
    Options,
}

/// <summary>A call or property write that ends recording.</summary>
internal sealed record StopFact(string Id) : Fact(Id)
{
    /// <summary>The argument or written value that stops recording, or null for any.</summary>
    public string? Value { get; init; }
}

/// <summary>A call that takes options of the recorder without starting it.</summary>
internal sealed record ConfigureFact(string Id) : Fact(Id);

/// <summary>A call that looks as if it held recording back until consent, and holds nothing back.</summary>
internal sealed record LookAlikeFact(string Id) : Fact(Id)
{
    /// <summary>What to use instead, for people.</summary>
    public string Use { get; init; } = "";
}

/// <summary>A call that gives out what was recorded.</summary>
internal sealed record EventsFact(string Id) : Fact(Id);

/// <summary>An option of the recorder.</summary>
internal sealed record SettingFact(string Id) : Fact(Id), ISetting
{
    public Protects Protects { get; init; }

    /// <summary>The values that protect, the one that a fix writes first. Empty for a rate without a recommended value.</summary>
    public ImmutableArray<string> Safe { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The values among the safe ones that still do something before consent, so that they deserve a hint.</summary>
    public ImmutableArray<string> Doubtful { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The value in force when code sets none, or null when it is not known.</summary>
    public string? Default { get; init; }

    /// <summary>For a rate: the value from which every session is recorded, in the recorder's own unit (1 or 100).</summary>
    public double? Full { get; init; }

    /// <summary>For a rate: whether it only counts sessions in which an error occurs.</summary>
    public bool OnError { get; init; }

    /// <summary>For retention that is a number: what it counts.</summary>
    public RetentionUnit Unit { get; init; }

    public ImmutableArray<string> Of { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether the default is another one in a version that the project may have.</summary>
    public bool DependsOnVersion { get; init; }

    public string? OnErrorCompanion =>
        Recorder.Facts.OfType<SettingFact>().FirstOrDefault(other => other.OnError && other.ContainingTypeId == ContainingTypeId)?.SimpleName;
}

/// <summary>A call or written value that shows content which the recorder would mask.</summary>
internal sealed record UnmaskFact(string Id) : Fact(Id)
{
    /// <summary>The argument or written value that unmasks, or null for any.</summary>
    public string? Value { get; init; }
}

/// <summary>A call or property write that tells the recorder who the user is.</summary>
internal sealed record IdentifyFact(string Id) : Fact(Id)
{
    /// <summary>Parameters whose every value identifies a person directly (an e-mail address, a name).</summary>
    public ImmutableArray<string> Direct { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Parameters that identify a person only when they are given a direct identifier.</summary>
    public ImmutableArray<string> Any { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>For a property: whether its every value identifies a person directly.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The parameters that say which user it is, whatever they are given; for a property, <c>true</c>.</summary>
    public ImmutableArray<string> User { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>For a property: whether it says which user it is.</summary>
    public bool IsUser => User.Contains("true");
}
