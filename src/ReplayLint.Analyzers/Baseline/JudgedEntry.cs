using Microsoft.CodeAnalysis;
using ReplayLint.Justifications;

namespace ReplayLint.Baseline;

/// <summary>An entry of a baseline, and what was made of its reason.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Justification">The reason.</param>
/// <param name="Location">Where it is written.</param>
internal sealed record JudgedEntry(BaselineEntry Entry, Justification Justification, Location Location)
{
    /// <summary>Whether it covers anything: unlike other ways to silence a rule, an entry ends on its day.</summary>
    public bool Holds => Justification is { IsGiven: true, Expiry: not Expiry.Expired };
}
