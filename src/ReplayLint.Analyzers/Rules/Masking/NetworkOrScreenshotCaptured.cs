using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2006: code switches on the capture of traffic, console output or screenshots beside the replay.</summary>
internal sealed class NetworkOrScreenshotCaptured() : RecorderRule(Descriptors.RPL2006_NetworkOrScreenshotCaptured)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Setting, Setting: { Protects: Protects.Network } setting } && usage.Value.Loosens(setting))
            report(CreateForValue(usage, setting));
    }
}
