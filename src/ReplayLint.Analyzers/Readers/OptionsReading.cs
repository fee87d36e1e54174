using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers;

/// <summary>What code shows of the options that a recorder takes at one call.</summary>
/// <param name="Settings">The settings that are written, and those left to a default that does not protect.</param>
/// <param name="Location">Where the options are made: the place to point at when one is missing.</param>
/// <param name="Site">The expression to which a missing option can be added.</param>
internal sealed record OptionsReading(ImmutableArray<SettingReading> Settings, Location Location, Location Site);

/// <summary>One setting of the options.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">Its value: the one written, or the default when <paramref name="Location"/> is null.</param>
/// <param name="Path">How the setting is reached from the options: <c>Privacy.MaskLabels</c>.</param>
/// <param name="Location">Where it is written, or null when it is left to its default.</param>
/// <param name="Consent">Whether the write is reached only after consent.</param>
internal sealed record SettingReading(ISetting Setting, SettingValue Value, string Path, Location? Location, ConsentState Consent)
{
    /// <summary>Whether the default is another one in a version that the project may have.</summary>
    public bool DependsOnVersion { get; init; }

    /// <summary>The option as a message names one that is left to its default: with the versions that have this default.</summary>
    public string DefaultName => Setting.Versions is { } versions ? $"'{Setting.SimpleName}' ({versions})" : $"'{Setting.SimpleName}'";

    public bool IsLeftToDefault => Location is null;
}
