using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;
using ReplayLint.Readers.Gates;

namespace ReplayLint.Readers;

/// <summary>A place where code touches a recorder, in whatever language. Readers make them, rules judge them.</summary>
internal sealed class RecorderUsage(UsageKind kind, Recorder recorder, string member, Location location)
{
    /// <summary>A usage of a member of a recorder's .NET API.</summary>
    public RecorderUsage(UsageKind kind, Fact fact, Location location)
        : this(kind, fact.Recorder, fact.DisplayName, location)
    {
        IsUnverified = fact.IsUnverified;
        Setting = fact as ISetting;
        if (fact is not StartFact start)
            return;

        Gate = start.Gate;
        IsGated = Gate is not null;
        IsStartedByRate = start.When == StartCondition.Rate;
        SetsUp = start.Value is null;
        SwitchOff = IsStartedByRate ? "0" : ValueThatStops(start);
    }

    public UsageKind Kind { get; } = kind;

    public Recorder Recorder { get; } = recorder;

    /// <summary>What is used, as a message names it: <c>Api.Start</c>, <c>tracker.init</c>, the address of a script.</summary>
    public string Member { get; } = member;

    /// <summary>The place to point at.</summary>
    public Location Location { get; } = location;

    /// <summary>Whether what the catalogue says about the member was found in no source, so that findings are hints.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>The option that is set; null for other kinds.</summary>
    public ISetting? Setting { get; init; }

    /// <summary>What is written to a setting; unknown for other kinds.</summary>
    public SettingValue Value { get; init; } = SettingValue.Unknown;

    /// <summary>For a setting that says how long recordings are kept: the days; null when they cannot be told.</summary>
    public double? Days { get; init; }

    /// <summary>Whether the place is reached only after consent. Asked of starts and of calls that take options.</summary>
    public ConsentState Consent { get; init; } = ConsentState.Unknown;

    /// <summary>Where the place is behind consent: what makes it so, as far as that can be named. Looked for only when someone asks.</summary>
    public Lazy<ConsentBasis?>? Basis { get; init; }

    /// <summary>Where the place is not behind consent: the members, calls and conditions on the way to it, from the outermost on.</summary>
    public ImmutableArray<Location> Path { get; init; } = ImmutableArray<Location>.Empty;

    /// <summary>What the way passes that sounds like consent and is not.</summary>
    public ImmutableArray<FalseGate> FalseGates { get; init; } = ImmutableArray<FalseGate>.Empty;

    /// <summary>For a look-alike: what to say of it where the project starts the recorder without consent.</summary>
    public FalseGate? LookAlike { get; init; }

    /// <summary>Why it cannot be told whether recording starts without consent; null where it can.</summary>
    public ConsentDoubt? Doubt { get; init; }

    /// <summary>Whether recording certainly follows from a start; false when it depends on a value that is not known.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>For a start: whether a switch of the recorder can hold recording back, which then is what has to be judged.</summary>
    public bool IsGated { get; init; }

    /// <summary>For a start in C#: the simple name of that switch; null when there is none.</summary>
    public string? Gate { get; init; }

    /// <summary>For a start in a page: the version of the recorder that the page loads; null when it is not known.</summary>
    public PackageVersion? Version { get; init; }

    /// <summary>For a start: whether it records because a sampling rate is above zero.</summary>
    public bool IsStartedByRate { get; init; }

    /// <summary>For a start: whether it sets the recorder up, rather than flip a switch of one that is.</summary>
    public bool SetsUp { get; init; } = true;

    /// <summary>For a start without a consent switch: the option that could be one; null when there is none.</summary>
    public MissingOption? MissingGate { get; init; }

    /// <summary>For a start: whether how much is recorded is set in the vendor's console only.</summary>
    public bool IsVolumeOutOfSight { get; init; }

    /// <summary>For a start: the category of a consent platform that makes it run without consent; null when none does. The page knows.</summary>
    public ScriptCategory? EssentialCategory { get; set; }

    /// <summary>For a start in a page that is not behind consent: what the project has to hold it back. Asked for only when it is reported.</summary>
    public Lazy<PageGate?>? PageGate { get; set; }

    /// <summary>For a start: the value that keeps it from recording, of its rates or of its own argument; null when there is none.</summary>
    public string? SwitchOff { get; init; }

    /// <summary>The options that a start or configuring call takes, as far as code shows them.</summary>
    public OptionsReading? Options { get; init; }

    /// <summary>For identification: the parameter or property that carries the identifier.</summary>
    public string? Identifier { get; init; }

    /// <summary>For identification: whether the parameter or property has no other use than to name a person.</summary>
    public bool IdentifierIsDirect { get; init; }

    /// <summary>For sharing: the value that forbids it where the option is written. For a default of the project's own: the one that protects. Null when there is none.</summary>
    public string? SafeValue { get; init; }

    /// <summary>For a default of the project's own: the option that has it.</summary>
    public ISymbol? Option { get; init; }

    /// <summary>For sharing: the option that forbids it where none is written; null when there is none.</summary>
    public MissingOption? MissingRefusal { get; init; }

    /// <summary>For a field: what it takes, as a message says it.</summary>
    public string? FieldKind { get; init; }

    /// <summary>For an element: the class or attribute on it that shows content, as <see cref="FixProperties.Unmark"/>; null when it stands elsewhere.</summary>
    public string? Unmark { get; init; }

    /// <summary>For a field or a text: the class or attribute that keeps its element out of recordings, as <see cref="FixProperties.Mark"/>; null when there is no such element, or no source names one.</summary>
    public string? Protection { get; init; }

    /// <summary>For a field or a text: whether what it holds, or that it is recorded, is likely and no more.</summary>
    public bool IsLikely { get; init; }

    /// <summary>For a mark that an option names: what it does.</summary>
    public JsMarkFact? Mark { get; init; }

    /// <summary>For a policy: what is declared.</summary>
    public PolicyReading? Policy { get; init; }

    private static string? ValueThatStops(StartFact start)
    {
        foreach (var fact in start.Recorder.Facts)
        {
            if (start.Value is not null && fact is StopFact { Value: { } value } && fact.Id == start.Id)
                return value;
        }

        return null;
    }
}
