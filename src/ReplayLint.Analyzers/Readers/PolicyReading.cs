using ReplayLint.Policy;

namespace ReplayLint.Readers;

/// <summary>A policy that a project declares, and what it takes to judge it.</summary>
/// <param name="Declaration">What is declared.</param>
/// <param name="Limit">From when on recordings are kept too long for its purpose; null when that is not known.</param>
internal sealed record PolicyReading(PolicyDeclaration Declaration, RetentionLimit? Limit)
{
    /// <summary>Whether the catalogue has a recorder of this name.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The name of a recorder that may be meant by one that is not known, or null.</summary>
    public string? Closest { get; init; }

    /// <summary>The names of the purposes, for a message.</summary>
    public string Purposes { get; init; } = "";

    /// <summary>An earlier policy of the project for the same recorder and purpose that gives another retention, or null.</summary>
    public PolicyDeclaration? Contradicted { get; init; }
}
