using Microsoft.CodeAnalysis;
using ReplayLint.Configuration;
using ReplayLint.Justifications;
using ReplayLint.Readers.Suppressions;

namespace ReplayLint.Rules.Integrity;

/// <summary>RPL9002: a rule is silenced for whole files or the project, and nothing says why.</summary>
internal sealed class RuleDisabledWithoutJustification() : SuppressionRule(Descriptors.RPL9002_RuleDisabledWithoutJustification)
{
    /// <inheritdoc />
    public override void Check(SuppressionUsage usage, Action<Diagnostic> report)
    {
        if (usage.Justification.IsGiven)
            return;

        if (usage is { Kind: SuppressionKind.Configuration, Way: { } way, Place: { } place })
        {
            var key = ReplayLintOptions.RuleJustification.KeyFor(usage.Rules[0]);
            Report(way, $"write '{key} = …' into {place}");
        }
        else if (usage.Kind == SuppressionKind.Attribute && usage.Rules.Contains(Descriptors.RPL9001_SuppressionWithoutJustification.Id))
        {
            // Nothing is left to say so otherwise: the suppression covers itself.
            Report("suppressed by SuppressMessage", "write why into Justification");
        }

        void Report(string way, string remedy) => report(Create(usage.Location, [], [], usage.Rules[0], way, WhatIsMissing(usage.Justification), remedy));
    }

    private static string WhatIsMissing(Justification justification) => justification.Flaw switch
    {
        JustificationFlaw.SaysNothing => $"for no reason that someone else can check ('{justification.Text}')",
        JustificationFlaw.DoesNotFit => $"for a reason that does not match replaylint.justification_pattern, '{justification.Pattern}'",
        _ => "and nothing says why",
    };
}
