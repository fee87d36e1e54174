using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReplayLint.Configuration;

/// <summary>Every key that configures ReplayLint; rules/configuration.md is made from this table.</summary>
internal static class ReplayLintOptions
{
    /// <summary>What the key of each option begins with.</summary>
    public const string Prefix = "replaylint.";

    public static readonly OptionDefinition<bool> RuleEnabled = new(
        "replaylint.<ID>.enabled",
        true,
        OptionValues.ReadFlag,
        "`true`, `false`",
        "`true`",
        "Whether the rule reports in the files of the section. Reaches views, pages and scripts, which severities in an `.editorconfig` do not. `false` needs a justification.");

    public static readonly OptionDefinition<string?> RuleJustification = new(
        "replaylint.<ID>.justification",
        null,
        OptionValues.ReadText,
        "text",
        "none",
        "Why the rule is switched off or less severe than it is by default. See [RPL9002](RPL9002.md).");

    /// <summary>Whether only guards that are declared count, and names say nothing.</summary>
    public static readonly OptionDefinition<bool> ConsentGuardsDeclared = new(
        "replaylint.consent_guards",
        false,
        OptionValues.ReadConsentGuards,
        "`named`, `declared`",
        "`named`",
        "Whether a member that is only named like a consent check counts as one. With `declared`, one that is neither marked `[ConsentGuard]` nor listed in a catalogue file is an open question.",
        "RPL1002");

    public static readonly OptionDefinition<ImmutableArray<string>> ConsentGuardNames = new(
        "replaylint.consent_guard_names",
        ImmutableArray<string>.Empty,
        OptionValues.ReadNames,
        "names of members, separated by commas",
        "none",
        "Members of the project whose truth means that consent was given, by their simple name, where `[ConsentGuard]` cannot be put on them.",
        "RPL1001",
        "RPL1002");

    public static readonly OptionDefinition<int> ConsentMaximumDays = new(
        "replaylint.consent_max_days",
        184,
        OptionValues.ReadCount,
        "a number of days, at least 1",
        "`184`",
        "For how long a choice may be kept. The CNIL's recommendation on cookies of 2020 speaks of six months; the longest six months have 184 days.",
        "RPL1007");

    public static readonly OptionDefinition<double?> RetentionMaximumForSupport = new(
        "replaylint.retention_max_support",
        null,
        OptionValues.ReadDays,
        "days or hours: `60d`, `24h`",
        "`24h`",
        "For how long recordings for support may be declared to be kept. The draft says a few hours; the figure is this tool's.",
        "RPL5002");

    public static readonly OptionDefinition<double?> RetentionMaximumForErrorDiagnosis = new(
        "replaylint.retention_max_error_diagnosis",
        null,
        OptionValues.ReadDays,
        "days or hours: `60d`, `24h`",
        "`183d`",
        "For how long recordings for error diagnosis may be declared to be kept. The draft says a few months; the figure is this tool's.",
        "RPL5002");

    public static readonly OptionDefinition<double?> RetentionMaximumForExperienceImprovement = new(
        "replaylint.retention_max_experience_improvement",
        null,
        OptionValues.ReadDays,
        "days or hours: `60d`, `24h`",
        "`183d`",
        "For how long recordings for experience improvement may be declared to be kept. The draft says a few months; the figure is this tool's.",
        "RPL5002");

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
        RuleEnabled,
        RuleJustification,
        ConsentGuardsDeclared,
        ConsentGuardNames,
        ConsentMaximumDays,
        RetentionMaximumForSupport,
        RetentionMaximumForErrorDiagnosis,
        RetentionMaximumForExperienceImprovement,
        JustificationPattern);
}
