using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>The place outside of a script that calls or loads it where the least is known about consent.</summary>
/// <param name="State">What is known there.</param>
/// <param name="Way">The way to it, from the outermost place on; the call or load comes last.</param>
internal sealed record OutsideCall(ConsentState State, ImmutableArray<Location> Way);
