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

/// <summary>The rules, by what they judge.</summary>
internal static class RuleList
{
    /// <summary>The rules that judge how recorders are used.</summary>
    public static readonly ImmutableArray<RecorderRule> OfRecorders = ImmutableArray.Create<RecorderRule>(
        new RecordingStartsWithoutConsent(),
        new ConsentMayBeMissing(),
        new ConsentGrantedByDefault(),
        new RecorderTreatedAsEssential(),
        new MaskingTurnedOff(),
        new MaskingLeftToUnsafeDefault(),
        new ContentUnmasked(),
        new SensitiveFieldNotBlocked(),
        new PersonalDataNotMasked(),
        new NetworkOrScreenshotCaptured(),
        new EverySessionRecorded(),
        new VolumeNotLimitedInCode(),
        new DirectIdentifierSent(),
        new ReplaySharedWithAdvertising(),
        new UserLinkedAgainstPurpose(),
        new RetentionNotDeclared(),
        new RetentionTooLong(),
        new RetentionNotWhatTheVendorApplies(),
        new SettingContradictsPurpose(),
        new InvalidPolicy());

    /// <summary>The rules that judge how consent is dealt with.</summary>
    public static readonly ImmutableArray<ConsentRule> OfConsent = ImmutableArray.Create<ConsentRule>(
        new NotAConsentGate(),
        new WithdrawalDoesNotStopRecording(),
        new ConsentKeptTooLong(),
        new GuardDoesNotCheckConsent(),
        new RequiresConsentMismatch());

    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All => OfRecorders.Concat<Rule>(OfConsent);

    /// <summary>Lets every rule judge the usage.</summary>
    public static void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        foreach (var rule in OfRecorders)
            rule.Check(usage, policies, report);
    }

    /// <summary>Lets every rule judge the usage.</summary>
    public static void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        foreach (var rule in OfConsent)
            rule.Check(usage, report);
    }
}
