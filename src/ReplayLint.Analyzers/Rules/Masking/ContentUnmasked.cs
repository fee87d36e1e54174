using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;
using ReplayLint.Rules.Retention;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2003: code takes a control, or a kind of control, out of masking.</summary>
internal sealed class ContentUnmasked() : RecorderRule(Descriptors.RPL2003_ContentUnmasked)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        // Where the declared purpose says more, one finding is enough.
        if (usage.Kind == UsageKind.Unmask && SettingContradictsPurpose.UnmaskingContradicts(usage, policies) is null)
            report(Create(usage, usage.Location, [(FixProperties.Unmasking, "true"), (FixProperties.Unmark, usage.Unmark)], [], usage.Recorder.Name, usage.Member));
    }
}
