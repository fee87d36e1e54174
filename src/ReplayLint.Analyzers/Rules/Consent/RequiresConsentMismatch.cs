using Microsoft.CodeAnalysis;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1009: a member leaves the question of consent to its callers, who see another member that does not say so.</summary>
internal sealed class RequiresConsentMismatch() : ConsentRule(Descriptors.RPL1009_RequiresConsentMismatch)
{
    /// <inheritdoc />
    public override void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        if (usage is RequirementMismatch mismatch)
            report(Create(mismatch.Location, [(FixProperties.Member, mismatch.SeenId)], [], mismatch.Member, mismatch.Seen));
    }
}
