namespace ReplayLint.Catalog;

/// <summary>Something that a line of the catalogue says, where it was read and for which versions it holds.</summary>
internal abstract record SourcedFact
{
    /// <summary>Where the fact was read, or null when the recorder's line of evidence says it.</summary>
    public FactEvidence? Evidence { get; init; }

    /// <summary>The first version of the package for which the fact holds, or null for all before <see cref="Until"/>.</summary>
    public string? Since { get; init; }

    /// <summary>The version from which the fact no longer holds, or null when it holds for the current one.</summary>
    public string? Until { get; init; }

    /// <summary>Whether the fact holds for some versions only.</summary>
    public bool IsVersioned => Since is not null || Until is not null;

    /// <summary>Whether the fact holds for a version; where that is not known, whether it holds for the current one.</summary>
    public bool HoldsFor(PackageVersion? version) => version is { } known
        ? !(Since is { } since && known.CompareTo(PackageVersion.TryParse(since)!.Value) < 0) && !(Until is { } until && known.CompareTo(PackageVersion.TryParse(until)!.Value) >= 0)
        : Until is null;

    /// <summary>For which versions the fact holds, as a message says it: <c>since version 7</c>; null for all.</summary>
    public string? Versions => (Since, Until) switch
    {
        ({ } since, { } until) => $"since version {since}, before {until}",
        ({ } since, null) => $"since version {since}",
        (null, { } until) => $"before version {until}",
        _ => null,
    };

    /// <summary>Whether the fact was found in no source. No finding that rests on it is more than a hint.</summary>
    public bool IsUnverified => Evidence == FactEvidence.Unverified;
}

/// <summary>Where a fact was read.</summary>
internal enum FactEvidence
{
    /// <summary>In the published package: its types or its code.</summary>
    Package,

    /// <summary>On a page of the vendor.</summary>
    Docs,

    /// <summary>In code that uses the recorder.</summary>
    Code,

    /// <summary>In none of them.</summary>
    Unverified,
}
