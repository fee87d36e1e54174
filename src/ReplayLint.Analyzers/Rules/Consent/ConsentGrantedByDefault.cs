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
            if (setting.Protects != Protects.Consent || !reading.Value.Loosens(setting) || reading.Consent == ConsentState.Granted)
                continue;

            if (reading.Location is { } written)
                report(Create(usage, written, [(FixProperties.Value, setting.Safe[0])], [], usage.Recorder.Name, setting.DisplayName, reading.Value.Text!, setting.Safe[0]));
            else
                report(Create(usage, options.Location, [(FixProperties.Missing, reading.Path + "=" + setting.Safe[0])], [options.Site], usage.Recorder.Name, setting.DisplayName, reading.Value.Text + " when it is not set", setting.Safe[0]));
        }
    }
}
