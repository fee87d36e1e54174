using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1001: a start that is reached without consent. Where a consent switch holds recording back, RPL1003 judges the switch.</summary>
internal sealed class RecordingStartsWithoutConsent() : RecorderRule(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is not { Kind: UsageKind.Start or UsageKind.Required, IsCertain: true, Consent: ConsentState.NotGranted, IsGated: false, EssentialCategory: null })
            return;

        var page = usage.PageGate?.Value;
        (string, string?)[] pageGate =
        [
            (FixProperties.Guard, page?.Guard),
            (FixProperties.ScriptGuard, page?.ScriptGuard),
            (FixProperties.Directives, FixProperties.Lines(page?.Directives)),
            (FixProperties.GateAttributes, FixProperties.Lines(page?.Attributes)),
        ];

        // An option that holds recording back is the surer edit: it leaves what is set as it is.
        if (usage.MissingGate is { } gate)
        {
            report(Create(
                usage,
                usage.Location,
                [(FixProperties.Missing, gate.Assignment), (FixProperties.Edited, 1.ToString(CultureInfo.InvariantCulture)), .. pageGate],
                usage.Path.Insert(0, gate.Site),
                usage.Recorder.Name,
                usage.Member));
            return;
        }

        var switches = Switches(usage).ToArray();
        report(Create(
            usage,
            usage.Location,
            [
                (FixProperties.SwitchOff, usage.SwitchOff),
                (FixProperties.Edited, switches.Length.ToString(CultureInfo.InvariantCulture)),
                .. pageGate,
            ],
            switches.Concat(usage.Path),
            usage.Recorder.Name,
            usage.Member));
    }

    /// <summary>The rates whose writing makes the call record.</summary>
    private static IEnumerable<Location> Switches(RecorderUsage usage) =>
        usage is { IsStartedByRate: true, Options: { } options }
            ? options.Settings
                .Where(static s => s.Setting.Protects == Protects.Rate && !s.Value.RecordsNone)
                .Select(static s => s.Location)
                .OfType<Location>()
            : [];
}
