using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2001: code sets a masking option to a value that shows content.</summary>
internal sealed class MaskingTurnedOff() : RecorderRule(Descriptors.RPL2001_MaskingTurnedOff)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Setting, Setting: { } setting } && setting.Masks() && usage.Value.Loosens(setting))
            report(CreateForValue(usage, setting));
    }
}
