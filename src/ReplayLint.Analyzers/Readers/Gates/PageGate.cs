using System.Collections.Immutable;

namespace ReplayLint.Readers.Gates;

/// <summary>What a project has to hold a script back until consent, in the terms of the place where the script stands.</summary>
internal sealed record PageGate
{
    /// <summary>The C# condition that a view can ask; null when there is none.</summary>
    public string? Guard { get; init; }

    /// <summary>The Razor directives that the condition needs.</summary>
    public ImmutableArray<string> Directives { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The condition that a script file can ask; null when there is none.</summary>
    public string? ScriptGuard { get; init; }

    /// <summary>The attributes by which a consent platform holds a script element back, each as <see cref="FixProperties.Mark"/>; none without a platform.</summary>
    public ImmutableArray<string> Attributes { get; init; } = ImmutableArray<string>.Empty;
}
