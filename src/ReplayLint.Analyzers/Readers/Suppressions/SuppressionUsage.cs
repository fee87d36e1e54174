using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Justifications;

namespace ReplayLint.Readers.Suppressions;

/// <summary>A place where someone keeps rules of ours from reporting. Readers make them, rules judge them.</summary>
/// <param name="Kind">How it is done.</param>
/// <param name="Rules">The rules of ours, by id; never empty.</param>
/// <param name="Justification">What was made of the reason that is given.</param>
/// <param name="Location">The place to point at.</param>
internal sealed record SuppressionUsage(SuppressionKind Kind, ImmutableArray<string> Rules, Justification Justification, Location Location)
{
    /// <summary>The scope and target of an attribute, as they are written; null where there is none.</summary>
    public string? Scope { get; init; }

    public string? Target { get; init; }

    /// <summary>Whether a directive is about all warnings, of which those of the rules are some.</summary>
    public bool IsBlanket { get; init; }

    /// <summary>How a configuration silences the rule, as a message says it: <c>switched off by NoWarn</c>.</summary>
    public string? Way { get; init; }

    /// <summary>Where a configuration could say why, as a message says it.</summary>
    public string? Place { get; init; }

    /// <summary>The suppression as a message names it: <c>#pragma warning disable RPL1001</c>.</summary>
    public string DisplayName => Kind switch
    {
        SuppressionKind.Pragma when IsBlanket => "#pragma warning disable, which hides ",
        SuppressionKind.Pragma => "#pragma warning disable ",
        SuppressionKind.Attribute => "SuppressMessage for ",
        SuppressionKind.Comment => "replaylint-disable ",
        SuppressionKind.Baseline => "The baseline entry of ",
        _ => "The configuration of ",
    } + string.Join(", ", Rules);
}
