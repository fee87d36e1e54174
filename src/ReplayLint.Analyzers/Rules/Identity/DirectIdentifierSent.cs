using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Identity;

/// <summary>RPL4001: the recorder is given a direct identifier, or is told to collect one by itself.</summary>
internal sealed class DirectIdentifierSent() : RecorderRule(Descriptors.RPL4001_DirectIdentifierSent)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Identify, Identifier: { } identifier })
        {
            report(Create(
                usage,
                usage.Location,
                [(FixProperties.Identifier, identifier), (FixProperties.RandomId, usage.IdentifierIsDirect ? null : "true")],
                [],
                usage.Recorder.Name,
                usage.Member,
                usage.Member.EndsWith("." + identifier, StringComparison.Ordinal) ? "a direct identifier" : $"a direct identifier ('{identifier}')"));
        }
        else if (usage is { Kind: UsageKind.Setting, Setting: { Protects: Protects.Identity } setting } && usage.Value.Loosens(setting))
        {
            report(Create(
                usage,
                usage.Location,
                [(FixProperties.Value, setting.Safe[0])],
                [],
                usage.Recorder.Name,
                setting.DisplayName,
                "identifying data by default"));
        }
    }
}
