using Microsoft.CodeAnalysis;

namespace ReplayLint.Consent;

/// <summary>One step on the way to a place that is not behind consent.</summary>
/// <param name="Location">The member, call or condition that is passed.</param>
/// <param name="Condition">The condition, when it is one.</param>
/// <param name="Learned">What passing the condition in this direction tells.</param>
internal sealed record ConsentStep(Location Location, IOperation? Condition, ConsentState Learned);
