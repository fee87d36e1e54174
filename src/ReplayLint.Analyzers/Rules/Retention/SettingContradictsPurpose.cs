using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Retention;

/// <summary>RPL5004: what is recorded, or shown, is not what the declared purpose asks for.</summary>
internal sealed class SettingContradictsPurpose() : RecorderRule(Descriptors.RPL5004_SettingContradictsPurpose)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        switch (usage)
        {
            case { Kind: UsageKind.Unmask } when UnmaskingContradicts(usage, policies) is { Masking: { } masking } purpose:
                report(Create(
                    usage,
                    usage.Location,
                    SeverityOf(usage, masking, isCertain: true),
                    [(FixProperties.Unmasking, "true"), (FixProperties.Unmark, usage.Unmark)],
                    [],
                    usage.Recorder.Name,
                    usage.Member,
                    purpose.DisplayName,
                    "for this purpose content is hardly ever shown, so leave it masked"));
                break;

            case { Kind: UsageKind.Setting, Setting: { Protects: Protects.Rate, OnError: false } rate } when usage.Value.RecordsSome && !usage.Value.Loosens(rate):
                CheckSample(usage, rate, policies, report);
                break;

            case { Kind: UsageKind.Start, Options: { } options }:
                CheckTrigger(usage, options, policies, report);
                break;
        }
    }

    /// <summary>The purpose for which content should not be shown at a place that shows it; then this finding takes the place of the general one.</summary>
    public static PurposeProfile? UnmaskingContradicts(RecorderUsage usage, PolicyDeclarations policies) =>
        policies.Contradicted(usage.Recorder.Name, static purpose => purpose.Masking is { IsUnmaskingMarginal: true });

    /// <summary>A share of all sessions where the purpose asks for sessions in which something happened. All of them are another rule's business.</summary>
    private void CheckSample(RecorderUsage usage, ISetting rate, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (policies.Contradicted(usage.Recorder.Name, static purpose => purpose.Volume is { AllowsSample: false }) is not { Volume: { } volume } purpose)
            return;

        var companion = rate.OnErrorCompanion;
        var advice = companion is null ? "record because of what happens in a session, not by chance" : $"record sessions with an error only, by '{companion}'";
        report(Create(
            usage,
            usage.Location,
            SeverityOf(usage, volume, isCertain: companion is not null && !volume.AllowsEarlyDeletion),
            companion is null ? [] :
            [
                (FixProperties.Value, "0"),
                (FixProperties.Companion, companion + "=" + rate.Full?.ToString(CultureInfo.InvariantCulture)),
            ],
            [],
            usage.Recorder.Name,
            rate.DisplayName,
            purpose.DisplayName,
            advice + (volume.AllowsEarlyDeletion ? ", or delete early what is not needed" : "")));
    }

    /// <summary>Sessions with an error alone, where the purpose asks for a sample. Less is recorded, so it is a hint.</summary>
    private void CheckTrigger(RecorderUsage usage, OptionsReading options, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        var trigger = options.Settings.FirstOrDefault(static s => s is { Setting: { Protects: Protects.Rate, OnError: true }, Location: not null } && s.Value.RecordsSome);
        if (trigger is null
            || options.Settings.Any(static s => s.Setting is { Protects: Protects.Rate, OnError: false } && !s.Value.RecordsNone)
            || !RecordsNoneByDefault(usage.Recorder)
            || policies.Contradicted(usage.Recorder.Name, static purpose => purpose.Volume is { AllowsTrigger: false }) is not { } purpose)
        {
            return;
        }

        report(Create(
            usage,
            trigger.Location!,
            DiagnosticSeverity.Info,
            [],
            [],
            usage.Recorder.Name,
            trigger.Setting.DisplayName,
            purpose.DisplayName,
            "sessions with an error serve another purpose: declare that one, or record a share of all sessions"));
    }

    private static bool RecordsNoneByDefault(Recorder recorder) =>
        recorder.Facts.OfType<ISetting>().Concat(recorder.ScriptFacts.OfType<ISetting>())
            .All(static setting => setting is not { Protects: Protects.Rate, OnError: false } || SettingValue.OfText(setting.Default).RecordsNone);

    /// <summary>What one source alone says about the draft, or no source about the recorder, is a hint.</summary>
    private DiagnosticSeverity SeverityOf(RecorderUsage usage, ProfileLine line, bool isCertain) =>
        isCertain && !usage.IsUnverified && line.Confidence != Confidence.C ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info;
}
