using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers;

/// <summary>A place where code touches a recorder. Readers make them, rules judge them.</summary>
internal sealed class RecorderUsage(UsageKind kind, Fact fact, Location location)
{
    public UsageKind Kind { get; } = kind;

    /// <summary>What the catalogue says about the member that is used.</summary>
    public Fact Fact { get; } = fact;

    public Recorder Recorder => Fact.Recorder;

    /// <summary>The place to point at.</summary>
    public Location Location { get; } = location;

    /// <summary>What is written to a setting; unknown for other kinds.</summary>
    public SettingValue Value { get; init; } = SettingValue.Unknown;

    /// <summary>Whether the place is reached only after consent. Asked of starts and of calls that take options.</summary>
    public ConsentState Consent { get; init; } = ConsentState.Unknown;

    /// <summary>Where the place is not behind consent: the members, calls and conditions on the way to it, from the outermost on.</summary>
    public ImmutableArray<Location> Path { get; init; } = ImmutableArray<Location>.Empty;

    /// <summary>What the way passes that sounds like consent and is not.</summary>
    public ImmutableArray<FalseGate> FalseGates { get; init; } = ImmutableArray<FalseGate>.Empty;

    /// <summary>Why it cannot be told whether recording starts without consent; null where it can.</summary>
    public ConsentDoubt? Doubt { get; init; }

    /// <summary>Whether recording certainly follows from a start; false when it depends on a value that is not known.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>The options that a start or configuring call takes, as far as code shows them.</summary>
    public OptionsReading? Options { get; init; }

    /// <summary>For identification: the parameter or property that carries the identifier.</summary>
    public string? Identifier { get; init; }

    /// <summary>For identification: whether the parameter or property has no other use than to name a person.</summary>
    public bool IdentifierIsDirect { get; init; }
}
