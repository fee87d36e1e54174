using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1006: a consent platform is told that a recorder runs whatever the user answers.</summary>
internal sealed class RecorderTreatedAsEssential() : RecorderRule(Descriptors.RPL1006_RecorderTreatedAsEssential)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Start, EssentialCategory: { } category })
            report(Create(usage, category.Location, category.Instead is null ? [] : [(FixProperties.Unmark, category.Mark), (FixProperties.Mark, category.Instead)], [], usage.Recorder.Name, category.Name));
    }
}
