using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2005: a page shows personal data as text that a recorder holds in clear.</summary>
internal sealed class PersonalDataNotMasked() : RecorderRule(Descriptors.RPL2005_PersonalDataNotMasked)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage.Kind == UsageKind.PersonalText)
            report(CreateForContent(usage, usage.Recorder.Name, usage.Member, usage.IsLikely ? "looks like" : "is"));
    }
}
