using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Readers;

/// <summary>A place where code deals with consent itself rather than with a recorder. Readers make them, rules judge them.</summary>
/// <param name="Location">The place to point at.</param>
internal abstract record ConsentUsage(Location Location);

/// <summary>A member whose truth counts as consent, where it is declared.</summary>
/// <param name="Location">The name of the member.</param>
/// <param name="Member">The member as a message names it.</param>
/// <param name="IsAlwaysTrue">Whether every value that it gives is the constant <c>true</c>.</param>
/// <param name="StandIn">The look-alike whose value it gives instead of the user's choice, or null.</param>
internal sealed record GuardDeclaration(Location Location, string Member, bool IsAlwaysTrue, string? StandIn) : ConsentUsage(Location);

/// <summary>A place that decides for how long the user's choice is kept.</summary>
/// <param name="Location">The write, or the call that leaves it to the default.</param>
/// <param name="Days">The days for which it is kept; null when it cannot be told.</param>
/// <param name="IsDefault">Whether the figure is the framework's own, because code gives none.</param>
/// <param name="Setting">What decides, as a message names it: <c>ConsentCookie.Expiration</c>.</param>
internal sealed record ConsentLifetime(Location Location, double? Days, bool IsDefault, string Setting) : ConsentUsage(Location);

/// <summary>A member that requires consent, and one that callers may go through without being told.</summary>
/// <param name="Location">The name of the member that requires consent.</param>
/// <param name="Member">The member that requires consent.</param>
/// <param name="Seen">The member of the base class or interface.</param>
internal sealed record RequirementMismatch(Location Location, ISymbol Member, ISymbol Seen) : ConsentUsage(Location);

/// <summary>A member on which the way to a start depends as if it were consent, and which is none.</summary>
/// <param name="Location">The place that asks it.</param>
/// <param name="Recorder">The recorder that is started behind it.</param>
/// <param name="Member">The member as a message names it.</param>
/// <param name="Instead">The simple name of the guard on the same object, or null when there is none.</param>
/// <param name="IsOpposite">Whether the member is true where that guard would be false.</param>
internal sealed record FalseGate(Location Location, Recorder Recorder, string Member, string? Instead, bool IsOpposite) : ConsentUsage(Location);

/// <summary>A recorder that goes on after consent was taken back.</summary>
/// <param name="Location">Where consent is taken back or, where nothing does, where recording starts.</param>
/// <param name="Recorder">The recorder.</param>
/// <param name="Member">The member that takes consent back, or null when the project has none.</param>
/// <param name="Stop">What stops the recorder, as a message names it.</param>
/// <param name="Statement">The statement that does, with full names; null when it needs an object.</param>
/// <param name="IsCertain">Whether nothing else can stop the recorder then.</param>
internal sealed record Withdrawal(Location Location, Recorder Recorder, string? Member, string Stop, string? Statement, bool IsCertain) : ConsentUsage(Location);
