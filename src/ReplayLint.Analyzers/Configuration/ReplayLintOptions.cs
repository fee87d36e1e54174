using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReplayLint.Configuration;

/// <summary>Every key that configures ReplayLint; rules/configuration.md is made from this table.</summary>
internal static class ReplayLintOptions
{
    /// <summary>What the key of each option begins with.</summary>
    public const string Prefix = "replaylint.";

    /// <summary>Whether only guards that are declared count, and names say nothing.</summary>
    public static readonly OptionDefinition<bool> ConsentGuardsDeclared = new(
        "replaylint.consent_guards",
        false,
        OptionValues.ReadConsentGuards,
        "`named`, `declared`",
        "`named`",
        "Whether a member that is only named like a consent check counts as one. With `declared`, one that is neither marked `[ConsentGuard]` nor listed in a catalogue file is an open question.",
        "RPL1002");

    /// <summary>A pattern that every justification must match.</summary>
    public static readonly OptionDefinition<Regex?> JustificationPattern = new(
        "replaylint.justification_pattern",
        null,
        OptionValues.ReadPattern,
        "a .NET regular expression",
        "none",
        "What a justification must contain beside a reason: with `PRIV-\\d+`, a ticket number. Looked for anywhere in the text, in capitals and small letters as written.",
        "RPL9001");

    /// <summary>All of them, in the order of the table.</summary>
    public static ImmutableArray<OptionDefinition> All { get; } = ImmutableArray.Create<OptionDefinition>(
        ConsentGuardsDeclared,
        JustificationPattern);
}
