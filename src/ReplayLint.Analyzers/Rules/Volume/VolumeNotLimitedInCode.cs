using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Volume;

/// <summary>RPL3002: how much is recorded is decided where code does not reach.</summary>
internal sealed class VolumeNotLimitedInCode() : RecorderRule(Descriptors.RPL3002_VolumeNotLimitedInCode)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Start, SetsUp: true, IsVolumeOutOfSight: true })
            report(Create(usage, usage.Location, [], [], usage.Recorder.Name));
    }
}
