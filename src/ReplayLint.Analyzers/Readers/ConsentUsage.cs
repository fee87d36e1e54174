using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Configuration;

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
internal sealed record ConsentLifetime(Location Location, double? Days, bool IsDefault, string Setting) : ConsentUsage(Location)
{
    /// <summary>What to write at the place so that it comes to the suggested days, where a number stands there in another unit; else null.</summary>
    public string? Number { get; init; }

    /// <summary>The days for which it may be kept there.</summary>
    public int MaximumDays { get; init; } = ReplayLintOptions.ConsentMaximumDays.Default;
}

/// <summary>A member that requires consent, and the member through which callers may reach it without being told.</summary>
/// <param name="Location">The name of the member that requires consent.</param>
/// <param name="Member">The member that requires consent, as a message names it.</param>
/// <param name="Seen">The member of the base class or interface, as a message names it.</param>
/// <param name="SeenId">The documentation id of that member where the project declares it; null elsewhere.</param>
internal sealed record RequirementMismatch(Location Location, string Member, string Seen, string? SeenId) : ConsentUsage(Location);

/// <summary>Something on which a start depends as if it were consent, or that is called as if it held one back, and which is none.</summary>
/// <param name="Location">The place that asks or calls it.</param>
/// <param name="Recorder">The recorder that is started behind or beside it.</param>
/// <param name="Member">The member, call or option as a message names it.</param>
/// <param name="Instead">The simple name of the guard on the same object, or null when there is none.</param>
/// <param name="IsOpposite">Whether the member is true where that guard would be false.</param>
internal sealed record FalseGate(Location Location, Recorder Recorder, string Member, string? Instead, bool IsOpposite) : ConsentUsage(Location)
{
    /// <summary>What to use instead, for people; null where a member of the same object or nothing can take its place.</summary>
    public string? Use { get; init; }

    /// <summary>In a script: the argument for which <see cref="Instead"/> can be given in the same call; null where it is no argument.</summary>
    public string? Argument { get; init; }

    /// <summary>In a script: the option of the same call that is the recorder's real gate, as <c>path=value</c>; null when there is none.</summary>
    public string? MissingGate { get; init; }

    /// <summary>In a script: the object to which the <see cref="MissingGate"/> is to be added.</summary>
    public Location? Options { get; init; }

    /// <summary>Whether that it is none was found in no source, so that the finding is a hint.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>Whether a recorder is certainly started behind it; false where the project only never asks for the answer.</summary>
    public bool IsCertain { get; init; } = true;
}

/// <summary>A recorder that goes on after consent was taken back.</summary>
/// <param name="Location">Where consent is taken back or, where nothing does, where recording starts.</param>
/// <param name="Recorder">The recorder.</param>
/// <param name="Member">The member that takes consent back, or null when the project has none.</param>
/// <param name="Stop">What stops the recorder, as a message names it.</param>
/// <param name="Statement">The statement that does, with full names; null when it needs an object.</param>
/// <param name="IsCertain">Whether nothing else can stop the recorder then.</param>
internal sealed record Withdrawal(Location Location, Recorder Recorder, string? Member, string Stop, string? Statement, bool IsCertain) : ConsentUsage(Location);
