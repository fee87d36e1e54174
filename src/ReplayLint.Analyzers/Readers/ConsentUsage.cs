using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers;

/// <summary>A place where code deals with consent itself rather than with a recorder. Readers make them, rules judge them.</summary>
/// <param name="Location">The place to point at.</param>
internal abstract record ConsentUsage(Location Location);

/// <summary>A member whose truth counts as consent, where it is declared, and whose value is known.</summary>
/// <param name="Location">The name of the member.</param>
/// <param name="Member">The member as a message names it.</param>
/// <param name="Answer">What it answers.</param>
/// <param name="StandIn">The other question that it answers, as a message names it; null unless it does.</param>
internal sealed record GuardDeclaration(Location Location, string Member, GuardAnswer Answer, string? StandIn) : ConsentUsage(Location);

/// <summary>What a guard answers, as far as its declaration fixes it.</summary>
internal enum GuardAnswer
{
    /// <summary>Every value that it gives is <c>true</c>.</summary>
    AlwaysTrue,

    /// <summary>It is <c>true</c> until something else is written to it.</summary>
    InitiallyTrue,

    /// <summary>It answers another question than whether the user agreed.</summary>
    AnotherQuestion,
}

/// <summary>A place that decides for how long the user's choice is kept.</summary>
/// <param name="Location">The write, or the member whose write leaves it to the default.</param>
/// <param name="Days">The days for which it is kept; null when it cannot be told.</param>
/// <param name="IsDefault">Whether the figure is the framework's own, because code gives none.</param>
/// <param name="Setting">What decides: <c>ConsentCookie.Expiration</c>. For a default, also its path from the options.</param>
internal sealed record ConsentLifetime(Location Location, double? Days, bool IsDefault, string Setting) : ConsentUsage(Location);

/// <summary>A member that requires consent, and the member through which callers may reach it without being told.</summary>
/// <param name="Location">The name of the member that requires consent.</param>
/// <param name="Member">The member that requires consent, as a message names it.</param>
/// <param name="Seen">The member of the base class or interface, as a message names it.</param>
/// <param name="SeenId">The documentation id of that member where the project declares it; null elsewhere.</param>
internal sealed record RequirementMismatch(Location Location, string Member, string Seen, string? SeenId) : ConsentUsage(Location);
