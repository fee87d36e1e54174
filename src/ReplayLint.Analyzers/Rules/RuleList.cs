using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Configuration;
using ReplayLint.Justifications;
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
internal sealed class RuleList
{
    /// <summary>The rules that judge how recorders are used.</summary>
    private readonly ImmutableArray<RecorderRule> _ofRecorders = ImmutableArray.Create<RecorderRule>(
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
        new WrapperDefaultIsPermissive(),
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
    private readonly ImmutableArray<ConsentRule> _ofConsent = ImmutableArray.Create<ConsentRule>(
        new NotAConsentGate(),
        new WithdrawalDoesNotStopRecording(),
        new ConsentKeptTooLong(),
        new GuardDoesNotCheckConsent(),
        new RequiresConsentMismatch());

    /// <summary>The rules that judge how other rules are silenced.</summary>
    private readonly ImmutableArray<SuppressionRule> _ofSuppressions = ImmutableArray.Create<SuppressionRule>(
        new SuppressionWithoutJustification(),
        new RuleDisabledWithoutJustification(),
        new JustificationLost(),
        new SuppressionExpired());

    private readonly SuppressionEvidence? _evidence;

    private RuleList(bool isStrict, bool givesEvidence)
    {
        foreach (var rule in All)
            rule.IsStrict = isStrict;

        if (givesEvidence)
        {
            _evidence = new SuppressionEvidence();
            _ofRecorders = _ofRecorders.Add(new RecorderEvidence());
            _ofConsent = _ofConsent.Add(new ConsentEvidence());
            _ofSuppressions = _ofSuppressions.Add(_evidence);
        }
    }

    private IEnumerable<Rule> All => _ofRecorders.Concat<Rule>(_ofConsent).Concat(_ofSuppressions);

    /// <summary>The rules as a project wants them: where its mode is strict, what is certainly wrong is an error; where its build keeps a log, there is evidence in it.</summary>
    public static RuleList For(AnalyzerConfigOptions global) =>
        new(BuildProperties.Is(global, BuildProperties.Mode, "strict"), BuildProperties.Is(global, BuildProperties.Evidence, "true"));

    /// <summary>Everything that may be reported, also what no rule judges because reading says it already.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors = new RuleList(isStrict: false, givesEvidence: true).All
        .Select(static rule => rule.Descriptor)
        .Distinct()
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
    public void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        foreach (var rule in _ofRecorders)
            rule.Check(usage, policies, report);
    }

    /// <summary>Lets every rule judge the usage.</summary>
    public void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        foreach (var rule in _ofConsent)
            rule.Check(usage, report);
    }

    /// <summary>Leaves a trace of a finding that a comment or the baseline hides: unlike a directive or an attribute, no compiler keeps one.</summary>
    public void CheckHidden(Diagnostic finding, SuppressionKind kind, Justification justification, Action<Diagnostic> report) => _evidence?.CheckHidden(finding, kind, justification, report);

    /// <summary>Lets every rule judge the suppression.</summary>
    public void Check(SuppressionUsage usage, Action<Diagnostic> report)
    {
        foreach (var rule in _ofSuppressions)
            rule.Check(usage, report);
    }
}
