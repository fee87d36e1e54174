using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>What one catalogue file says. Lines with an error are left out and listed.</summary>
internal sealed class CatalogDocument
{
    public ImmutableArray<Recorder> Recorders { get; init; } = ImmutableArray<Recorder>.Empty;

    public ImmutableArray<ConsentFact> Consent { get; init; } = ImmutableArray<ConsentFact>.Empty;

    public ImmutableArray<LifetimeFact> Lifetimes { get; init; } = ImmutableArray<LifetimeFact>.Empty;

    /// <summary>Documentation ids of members whose value identifies a person directly.</summary>
    public ImmutableArray<string> DirectIdentifiers { get; init; } = ImmutableArray<string>.Empty;

    public ImmutableArray<WordList> Words { get; init; } = ImmutableArray<WordList>.Empty;

    public ImmutableArray<CatalogError> Errors { get; init; } = ImmutableArray<CatalogError>.Empty;
}
