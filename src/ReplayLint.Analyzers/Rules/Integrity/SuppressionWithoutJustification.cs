using Microsoft.CodeAnalysis;
using ReplayLint.Baseline;
using ReplayLint.Justifications;
using ReplayLint.Readers.Suppressions;

namespace ReplayLint.Rules.Integrity;

/// <summary>RPL9001: a finding is suppressed in code, and nothing says why.</summary>
internal sealed class SuppressionWithoutJustification() : SuppressionRule(Descriptors.RPL9001_SuppressionWithoutJustification)
{
    /// <inheritdoc />
    public override void Check(SuppressionUsage usage, Action<Diagnostic> report)
    {
        // A suppression of this very rule would silence what is said about it: another rule does that.
        if (usage.Kind == SuppressionKind.Configuration || usage.Justification.IsGiven || usage.Rules.Contains(Descriptor.Id))
            return;

        var remedy = usage.Kind switch
        {
            SuppressionKind.Pragma => "write why the finding does not apply after // on the same line or, to have it in the SARIF report, in SuppressMessage",
            SuppressionKind.Attribute => "write why the finding does not apply into Justification",
            SuppressionKind.Baseline => $"write why the finding may stay after {BaselineEntry.ReasonKey}; until then the entry covers nothing",
            _ => "write why the finding does not apply after a colon; until then the comment suppresses nothing",
        };
        report(Create(
            usage.Location,
            [(FixProperties.Rules, usage.IsBlanket ? null : string.Join(";", usage.Rules)), (FixProperties.Justification, usage.Justification.Text)],
            [],
            usage.DisplayName,
            WhatIsMissing(usage.Justification),
            remedy));
    }

    /// <summary>What a message says is missing.</summary>
    internal static string WhatIsMissing(Justification justification) => justification.Flaw switch
    {
        JustificationFlaw.SaysNothing => $"gives no reason that someone else can check ('{justification.Text}')",
        JustificationFlaw.DoesNotFit => $"gives a reason that does not match replaylint.justification_pattern, '{justification.Pattern}'",
        _ => "gives no reason",
    };
}
