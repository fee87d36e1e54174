using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Identity;

/// <summary>RPL4002: the vendor may use recordings for advertising. Information, for one source only says that the draft forbids it.</summary>
internal sealed class ReplaySharedWithAdvertising() : RecorderRule(Descriptors.RPL4002_ReplaySharedWithAdvertising)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage.Kind != UsageKind.Share)
            return;

        report(Create(
            usage,
            usage.Location,
            [(FixProperties.Value, usage.SafeValue), (FixProperties.Missing, usage.MissingRefusal?.Assignment)],
            usage.MissingRefusal is { } missing ? [missing.Site] : [],
            usage.Recorder.Name,
            usage.Member));
    }
}
