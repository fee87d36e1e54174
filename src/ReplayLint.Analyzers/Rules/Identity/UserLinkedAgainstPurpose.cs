using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Identity;

/// <summary>RPL4003: recordings are tied to a user, although the declared purpose does without. Information, for one source only says that the draft asks for it.</summary>
internal sealed class UserLinkedAgainstPurpose() : RecorderRule(Descriptors.RPL4003_UserLinkedAgainstPurpose)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Link, Identifier: { } identifier }
            && policies.Contradicted(usage.Recorder.Name, static purpose => purpose.Identifier is { AllowsUser: false }) is { } purpose)
        {
            report(Create(
                usage,
                usage.Location,
                [(FixProperties.Identifier, identifier), (FixProperties.RandomId, "true")],
                [],
                usage.Recorder.Name,
                usage.Member,
                purpose.DisplayName));
        }
    }
}
