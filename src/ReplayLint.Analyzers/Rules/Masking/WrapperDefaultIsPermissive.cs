using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2007: options of the project's own leave a recorder open when nobody sets them.</summary>
internal sealed class WrapperDefaultIsPermissive() : RecorderRule(Descriptors.RPL2007_WrapperDefaultIsPermissive)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is not { Kind: UsageKind.WrapperDefault, Setting: { } setting })
            return;

        report(Create(
            usage,
            usage.Location,
            [(FixProperties.Value, usage.SafeValue)],
            [],
            usage.Recorder.Name,
            usage.Member,
            usage.Value.Text!,
            setting.DisplayName,
            usage.SafeValue is { } safe ? safe : "one that protects"));
    }
}
