using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1003: the recorder takes its options before consent, and the switch that could hold it back is open.</summary>
internal sealed class ConsentGrantedByDefault() : RecorderRule(Descriptors.RPL1003_ConsentGrantedByDefault)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is not { Kind: UsageKind.Start or UsageKind.Configure, Consent: ConsentState.NotGranted, Options: { } options })
            return;

        foreach (var reading in options.Settings)
        {
            var setting = reading.Setting;
            if (!IsOpen(reading) || reading.Consent == ConsentState.Granted)
                continue;

            // Where another switch holds recording back, the gate is worth a hint if code opens it, and the rest nothing.
            var isHeld = IsHeldByAnother(usage, options, reading);
            if (isHeld && (reading.IsLeftToDefault || setting.SimpleName != usage.Gate))
                continue;

            // What is written is the place to change.
            if (reading.IsLeftToDefault && options.Settings.Any(static other => !other.IsLeftToDefault && IsOpen(other)))
                continue;

            var severity = isHeld ? DiagnosticSeverity.Info : SeverityOf(usage, setting);
            if (reading.Location is { } written)
                report(Create(usage, written, severity, [(FixProperties.Value, setting.Safe[0])], [], usage.Recorder.Name, setting.DisplayName, reading.Value.Text!, setting.Safe[0]));
            else
                report(Create(usage, options.Location, severity, [(FixProperties.Missing, reading.Path + "=" + setting.Safe[0])], [options.Site], usage.Recorder.Name, setting.DisplayName, reading.Value.Text + " when it is not set", setting.Safe[0]));
        }
    }

    private static bool IsOpen(SettingReading reading) => reading.Setting.Protects == Protects.Consent && reading.Value.Loosens(reading.Setting);

    /// <summary>Whether recording waits for another switch of the same options; a gate that is not among them is left to a default that waits.</summary>
    private static bool IsHeldByAnother(RecorderUsage usage, OptionsReading options, SettingReading reading) =>
        options.Settings.Any(other => other != reading && other.Setting.Protects == Protects.Consent && !IsOpen(other))
        || (usage.Gate is { } gate && !options.Settings.Any(other => other.Setting.SimpleName == gate));
}
