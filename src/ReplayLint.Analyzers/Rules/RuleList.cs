using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;
using ReplayLint.Rules.Consent;
using ReplayLint.Rules.Identity;
using ReplayLint.Rules.Masking;
using ReplayLint.Rules.Retention;
using ReplayLint.Rules.Volume;

namespace ReplayLint.Rules;

/// <summary>The rules that judge usages.</summary>
internal static class RuleList
{
    public static readonly ImmutableArray<Rule> All = ImmutableArray.Create<Rule>(
        new RecordingStartsWithoutConsent(),
        new ConsentGrantedByDefault(),
        new MaskingTurnedOff(),
        new MaskingLeftToUnsafeDefault(),
        new ContentUnmasked(),
        new NetworkOrScreenshotCaptured(),
        new EverySessionRecorded(),
        new DirectIdentifierSent(),
        new RetentionNotDeclared());

    /// <summary>Lets every rule judge the usage.</summary>
    public static void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        foreach (var rule in All)
            rule.Check(usage, policies, report);
    }
}
