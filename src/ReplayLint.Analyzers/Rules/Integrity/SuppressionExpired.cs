using Microsoft.CodeAnalysis;
using ReplayLint.Justifications;
using ReplayLint.Readers.Suppressions;

namespace ReplayLint.Rules.Integrity;

/// <summary>RPL9004: a suppression says until when it holds, and the day is past or cannot be read.</summary>
internal sealed class SuppressionExpired() : SuppressionRule(Descriptors.RPL9004_SuppressionExpired)
{
    /// <inheritdoc />
    public override void Check(SuppressionUsage usage, Action<Diagnostic> report)
    {
        // What gives no reason has to be written anew in any case.
        if (!usage.Justification.IsGiven)
            return;

        switch (usage.Justification.Expiry)
        {
            case Expiry.Expired:
                Report(
                    $"was to hold until {usage.Justification.Until}, which is past",
                    usage.Kind == SuppressionKind.Baseline ? "fix the finding, which is back, or decide anew and write until when" : "take it away, or decide anew and write until when");
                break;

            case Expiry.Unreadable:
                Report($"holds until '{usage.Justification.Until}', which is no date that can be read", "write it as 2027-03-31");
                break;
        }

        void Report(string state, string remedy) => report(Create(usage.Location, [], [], usage.DisplayName, state, remedy));
    }
}
