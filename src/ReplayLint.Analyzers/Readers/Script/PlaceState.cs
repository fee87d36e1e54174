using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What is known about consent at a place.</summary>
/// <param name="State">Whether consent was given before.</param>
/// <param name="Doubt">Why that cannot be told; null where it can.</param>
internal sealed record PlaceState(ConsentState State, ConsentDoubt? Doubt = null)
{
    /// <summary>The way to the place, where it is not behind consent.</summary>
    public ImmutableArray<Location> Path { get; init; } = ImmutableArray<Location>.Empty;

    /// <summary>What puts the place behind consent, where it is; looked for only when someone asks.</summary>
    public Lazy<ConsentBasis?>? Basis { get; init; }

    /// <summary>What the way passes that sounds like consent and is not.</summary>
    public Func<Recorder, ImmutableArray<FalseGate>> FalseGates { get; init; } = static _ => ImmutableArray<FalseGate>.Empty;

    public static PlaceState Of(ScriptPlace place, ScriptPage page)
    {
        var state = page.Consent(place);
        if (state == ConsentState.NotGranted && page.Way(place) is { IsEmpty: false } way)
            return new PlaceState(state) { Path = way };

        if (page.Outside is { } outside && outside.State >= state)
            return outside;

        if (state != ConsentState.Unknown)
            return new PlaceState(state) { Basis = state == ConsentState.Granted ? new(() => page.BasisOf(place)) : null };

        return new PlaceState(state, place.Reached.IsEmpty
            ? new ConsentDoubt(DoubtReason.UnreadScript, "")
            : new ConsentDoubt(DoubtReason.Script, place.DefinedIn.FirstOrDefault()?.Name ?? ""));
    }
}
