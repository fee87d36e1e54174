using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2004: a field for passwords, payment data and the like is shown to a recorder.</summary>
internal sealed class SensitiveFieldNotBlocked() : RecorderRule(Descriptors.RPL2004_SensitiveFieldNotBlocked)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Field, FieldKind: { } kind })
        {
            report(Create(
                usage,
                usage.Location,
                [(FixProperties.Mark, usage.Recorder.ProtectingMark?.Mark), (FixProperties.Unmark, usage.Unmark)],
                [],
                usage.Recorder.Name,
                usage.Member,
                kind));
        }
    }
}
