using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>Whether a place in a view is reached only after consent, and why that is so.</summary>
/// <param name="State">The state.</param>
/// <param name="Path">How the place is reached where it is not behind consent; locations are in the view.</param>
/// <param name="Doubt">Why the state is unknown, when it is.</param>
/// <param name="Inclusion">The place that includes the view without consent, where others include it behind consent or not at all.</param>
internal sealed record RazorState(ConsentState State, ImmutableArray<ConsentStep> Path, ConsentDoubt? Doubt = null, Location? Inclusion = null)
{
    /// <summary>What puts the place behind consent, where it is; looked for only when someone asks.</summary>
    public Lazy<ConsentBasis?>? Basis { get; init; }

    public static RazorState Granted { get; } = new(ConsentState.Granted, ImmutableArray<ConsentStep>.Empty);

    public static RazorState NotGranted { get; } = new(ConsentState.NotGranted, ImmutableArray<ConsentStep>.Empty);

    public static RazorState Unknown(DoubtReason reason, string subject) =>
        new(ConsentState.Unknown, ImmutableArray<ConsentStep>.Empty, new ConsentDoubt(reason, subject));
}
