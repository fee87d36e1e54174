using System.Collections.Immutable;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog.Json;

/// <summary>An option of the recorder in a JSON configuration file.</summary>
internal sealed record JsonSettingFact(JsonKey Place) : ScriptFact, ISetting
{
    /// <summary>Keys of which the same section holds at least one; empty when its name is proof enough.</summary>
    public ImmutableArray<string> Requires { get; init; } = ImmutableArray<string>.Empty;

    public Protects Protects { get; init; }

    public ImmutableArray<string> Safe { get; init; } = ImmutableArray<string>.Empty;

    public ImmutableArray<string> Doubtful { get; init; } = ImmutableArray<string>.Empty;

    public string? Default { get; init; }

    public double? Full { get; init; }

    public bool OnError { get; init; }

    public RetentionUnit Unit { get; init; }

    public ImmutableArray<string> Of { get; init; } = ImmutableArray<string>.Empty;

    public string SimpleName => Place.Option[Place.Option.Length - 1];

    public string DisplayName => string.Join(":", Place.Section.AddRange(Place.Option));

    public string? OnErrorCompanion => Recorder.ScriptFacts.OfType<JsonSettingFact>()
        .FirstOrDefault(other => other.OnError && JsonKey.IsSame(other.Place.Section, Place.Section))?.Place.Path;

    protected override string Subject => Place.Text;
}
