using System.Collections.Immutable;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>What one catalogue file says. Lines with an error are left out and listed.</summary>
internal sealed class CatalogDocument
{
    public ImmutableArray<Recorder> Recorders { get; init; } = ImmutableArray<Recorder>.Empty;

    public ImmutableArray<ConsentFact> Consent { get; init; } = ImmutableArray<ConsentFact>.Empty;

    /// <summary>What is known about consent platforms in pages and scripts.</summary>
    public ImmutableArray<ConsentPlatform> Platforms { get; init; } = ImmutableArray<ConsentPlatform>.Empty;
    public ImmutableArray<LifetimeFact> Lifetimes { get; init; } = ImmutableArray<LifetimeFact>.Empty;

    public ImmutableArray<PurposeProfile> Purposes { get; init; } = ImmutableArray<PurposeProfile>.Empty;

    /// <summary>Documentation ids of members whose value identifies a person directly.</summary>
    public ImmutableArray<string> DirectIdentifiers { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The attributes by which code says what a member holds.</summary>
    public ImmutableArray<DataMarkFact> DataMarks { get; init; } = ImmutableArray<DataMarkFact>.Empty;

    public ImmutableArray<WordList> Words { get; init; } = ImmutableArray<WordList>.Empty;

    /// <summary>The members that the lines are about.</summary>
    public ImmutableArray<CatalogMember> Members { get; init; } = ImmutableArray<CatalogMember>.Empty;

    public ImmutableArray<CatalogError> Errors { get; init; } = ImmutableArray<CatalogError>.Empty;
}
