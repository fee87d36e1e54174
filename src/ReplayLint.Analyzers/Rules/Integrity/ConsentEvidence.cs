using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Integrity;

/// <summary>RPL9009: for how long a project keeps the user's choice.</summary>
internal sealed class ConsentEvidence() : ConsentRule(Descriptors.RPL9009_Evidence)
{
    /// <inheritdoc />
    public override void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        if (usage is not ConsentLifetime lifetime)
            return;

        var days = lifetime.Days is { } known && !double.IsInfinity(known) ? known.ToString("F0", CultureInfo.InvariantCulture) : null;
        report(Create(
            lifetime.Location,
            [(EvidenceProperties.Kind, "lifetime"), (EvidenceProperties.Member, lifetime.Setting), (EvidenceProperties.Days, days)],
            [],
            $"'{lifetime.Setting}' keeps the user's choice for {(days is null ? "a time that code does not show" : days + " days")}"));
    }
}
