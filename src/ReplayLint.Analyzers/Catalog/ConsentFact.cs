using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>What the catalogue says about a member that has to do with consent.</summary>
/// <param name="Kind">What the member does.</param>
/// <param name="Id">The documentation id of the member.</param>
internal sealed record ConsentFact(ConsentFactKind Kind, string Id) : SourcedFact
{
    /// <summary>The name by which code mentions the member.</summary>
    public string SimpleName { get; } = MemberId.SimpleName(Id);

    /// <summary>
    /// For a callback: the name of the delegate parameter; null means every delegate parameter. For a guard: the parameter
    /// that says for which purpose consent is asked; null when there is none.
    /// </summary>
    public string? Parameter { get; init; }

    /// <summary>For a look-alike: the simple name of the guard on the same object, or null when there is none.</summary>
    public string? Instead { get; init; }

    /// <summary>For a look-alike that makes the application ask: the simple names of the members that hold the answer.</summary>
    public ImmutableArray<string> ReadBy { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>For a look-alike: whether it is true where the guard would be false.</summary>
    public bool IsOpposite { get; init; }
}

/// <summary>What a member has to do with consent.</summary>
internal enum ConsentFactKind
{
    /// <summary>Its truth means that consent was given.</summary>
    Guard,

    /// <summary>It returns only when consent was given, and throws otherwise.</summary>
    Ensures,

    /// <summary>It takes consent back.</summary>
    Revokes,

    /// <summary>It runs a delegate only after consent.</summary>
    Callback,

    /// <summary>An enum value that means that consent was given.</summary>
    Granted,

    /// <summary>It looks like a guard, and is none.</summary>
    NotGuard,

    /// <summary>It answers another question; a guard that only passes its answer on is none.</summary>
    StandIn,
}
