using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2004: a recorder holds what is typed into a field for passwords, payment data and the like.</summary>
internal sealed class SensitiveFieldNotBlocked() : RecorderRule(Descriptors.RPL2004_SensitiveFieldNotBlocked)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Field, FieldKind: { } kind })
            report(CreateForContent(usage, usage.Recorder.Name, usage.Member, kind, usage.IsLikely ? "may record" : "records"));
    }
}
