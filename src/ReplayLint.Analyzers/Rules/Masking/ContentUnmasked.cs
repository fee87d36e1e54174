using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2003: code takes a control, or a kind of control, out of masking.</summary>
internal sealed class ContentUnmasked() : RecorderRule(Descriptors.RPL2003_ContentUnmasked)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage.Kind == UsageKind.Unmask)
            report(Create(usage, usage.Location, [(FixProperties.Unmark, usage.Unmark)], [], usage.Recorder.Name, usage.Member));
    }
}
