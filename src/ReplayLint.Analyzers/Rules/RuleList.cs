using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;
using ReplayLint.Readers.Suppressions;
using ReplayLint.Rules.Consent;
using ReplayLint.Rules.Identity;
using ReplayLint.Rules.Integrity;
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

    /// <summary>The rules that judge how other rules are silenced.</summary>
    public static readonly ImmutableArray<SuppressionRule> OfSuppressions = ImmutableArray.Create<SuppressionRule>(
        new SuppressionWithoutJustification(),
        new RuleDisabledWithoutJustification(),
        new JustificationLost(),
        new SuppressionExpired());

    /// <summary>Everything that may be reported, also what no rule judges because reading says it already.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors = OfRecorders.Concat<Rule>(OfConsent).Concat(OfSuppressions)
        .Select(static rule => rule.Descriptor)
        .Append(ReplayLint.Descriptors.RPL9005_InvalidCatalogEntry)
        .Append(ReplayLint.Descriptors.RPL9006_NotAnalysable)
        .Append(ReplayLint.Descriptors.RPL9007_PagesCanBeFixedFromHere)
        .Append(ReplayLint.Descriptors.RPL9008_InvalidConfiguration)
        .ToImmutableArray();

    /// <summary>The ids of all rules.</summary>
    public static readonly ImmutableHashSet<string> Ids = Descriptors.Select(static descriptor => descriptor.Id).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The ids of the rules that a team may configure: those that do not watch over the configuration.</summary>
    public static readonly ImmutableHashSet<string> ConfigurableIds = Descriptors
        .Where(static descriptor => !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable))
        .Select(static descriptor => descriptor.Id)
        .ToImmutableHashSet(StringComparer.Ordinal);

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

    /// <summary>Lets every rule judge the suppression.</summary>
    public static void Check(SuppressionUsage usage, Action<Diagnostic> report)
    {
        foreach (var rule in OfSuppressions)
            rule.Check(usage, report);
    }
}
