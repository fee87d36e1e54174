using System.Collections.Immutable;

namespace ReplayLint.Catalog.Script;

/// <summary>What the catalogue says about a call, an assigned name or an option in a script.</summary>
internal abstract record JsFact(JsPath Path) : ScriptFact
{
    /// <summary>The text that the call has as an argument, or as the first item of an array argument; null for any call.</summary>
    public string? Argument { get; init; }

    /// <summary>The value that is assigned, passed or given to the option; null for any.</summary>
    public string? Value { get; init; }

    /// <summary>Words of which the same script or page holds at least one; empty when the name is proof enough.</summary>
    public ImmutableArray<string> Requires { get; init; } = ImmutableArray<string>.Empty;

    protected override string Subject => $"{Path} {Argument} {Value}";
}

/// <summary>A call or assignment that makes recording happen.</summary>
internal sealed record JsStartFact(JsPath Path) : JsFact(Path)
{
    /// <summary>Names of which the options hold or call at least one for the call to record; empty when it always records.</summary>
    public ImmutableArray<string> With { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What else must be given for the call to record.</summary>
    public StartCondition When { get; init; }
}

/// <summary>A call that ends recording.</summary>
internal sealed record JsStopFact(JsPath Path) : JsFact(Path);

/// <summary>A call or assignment that holds recording back until consent.</summary>
internal sealed record JsGateFact(JsPath Path) : JsFact(Path);

/// <summary>A call that opens a gate; it needs consent itself.</summary>
internal sealed record JsGrantFact(JsPath Path) : JsFact(Path);

/// <summary>A call, assignment or option that looks like a gate and holds nothing back.</summary>
internal sealed record JsLookAlikeFact(JsPath Path) : JsFact(Path)
{
    /// <summary>What to use instead, for people.</summary>
    public string Use { get; init; } = "";

    /// <summary>The argument that is the gate, in place of <see cref="JsFact.Argument"/>; null when no argument is.</summary>
    public string? Instead { get; init; }
}

/// <summary>An option of the recorder.</summary>
internal sealed record JsSettingFact(JsPath Path) : JsFact(Path), ISetting
{
    public Protects Protects { get; init; }

    public ImmutableArray<string> Safe { get; init; } = ImmutableArray<string>.Empty;

    public string? Default { get; init; }

    public double? Full { get; init; }

    public bool OnError { get; init; }

    public RetentionUnit Unit { get; init; }

    public ImmutableArray<string> Of { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The values of an option about text with which inputs are in clear too.</summary>
    public ImmutableArray<string> ShowsInputs { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Options of the same call that protect as well: where one is given, this one is not judged.</summary>
    public ImmutableArray<string> Unless { get; init; } = ImmutableArray<string>.Empty;

    public string SimpleName => (Path.Option ?? Path.Call).Substring((Path.Option ?? Path.Call).LastIndexOf('.') + 1);

    public string DisplayName => Path.Option ?? Path.Call;

    public ImmutableArray<string> Doubtful => ImmutableArray<string>.Empty;

    public string? OnErrorCompanion =>
        Recorder.ScriptFacts.OfType<JsSettingFact>().FirstOrDefault(other => other.OnError && other.Path.Call == Path.Call)?.SimpleName;
}

/// <summary>An option that names what is masked, left out or ignored beside what the recorder's own marks are on.</summary>
internal sealed record JsMarkFact(JsPath Path) : JsFact(Path)
{
    public MarkupEffect Effect { get; init; }

    /// <summary>Whether its value is the name of a class; else it is a selector.</summary>
    public bool IsClass { get; init; }

    /// <summary>The only kind of content that it is about, or null when it is about all.</summary>
    public Protects? Only { get; init; }

    protected override string Subject => $"{base.Subject} {Effect}";
}

/// <summary>An option whose every value that is not empty shows content.</summary>
internal sealed record JsUnmaskFact(JsPath Path) : JsFact(Path)
{
    /// <summary>Options of the same call with which it shows nothing.</summary>
    public ImmutableArray<string> Unless { get; init; } = ImmutableArray<string>.Empty;
}

/// <summary>A call or assignment that tells the recorder who the user is.</summary>
internal sealed record JsIdentifyFact(JsPath Path) : JsFact(Path)
{
    /// <summary>Positions of arguments that identify when they are given a direct identifier, counted after <see cref="JsFact.Argument"/>.</summary>
    public ImmutableArray<int> Arguments { get; init; } = ImmutableArray<int>.Empty;

    /// <summary>
    /// Members of an object argument that can only name a person. One that ends in <c>*</c> stands for all that start so,
    /// and they only may.
    /// </summary>
    public ImmutableArray<string> Properties { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The arguments, by position, and the members of an object argument that say which user it is, whatever they hold.</summary>
    public ImmutableArray<string> User { get; init; } = ImmutableArray<string>.Empty;
}

/// <summary>An option with which the vendor may use what it records for advertising.</summary>
internal sealed record JsShareFact(JsPath Path) : JsFact(Path)
{
    /// <summary>The value in force when the call gives none, or null when it is not known.</summary>
    public string? Default { get; init; }

    /// <summary>The value that forbids it, or null when it is not known.</summary>
    public string? Safe { get; init; }
}
