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
        if (usage is not { Kind: UsageKind.Start, IsCertain: true, Consent: ConsentState.NotGranted, Fact: StartFact { Gate: null } start })
            return;

        var switches = Switches(usage, start).ToList();
        report(Create(
            usage.Location,
            [
                (FixProperties.SwitchOff, start.When == StartCondition.Rate ? "0" : OffValue(start)),
                (FixProperties.Edited, switches.Count.ToString(CultureInfo.InvariantCulture)),
            ],
            switches,
            usage.Recorder.Name,
            start.DisplayName));
    }

    /// <summary>The rates whose writing makes the call record.</summary>
    private static IEnumerable<Location> Switches(RecorderUsage usage, StartFact start) =>
        start.When == StartCondition.Rate && usage.Options is { } options
            ? options.Settings
                .Where(static s => s.Setting.Protects == Protects.Rate && !s.Value.RecordsNone)
                .Select(static s => s.Location)
                .OfType<Location>()
            : [];

    /// <summary>The value by which the same member stops recording, if it can.</summary>
    private static string? OffValue(StartFact start)
    {
        foreach (var fact in start.Recorder.Facts)
        {
            if (start.Value is not null && fact is StopFact { Value: { } value } && fact.Id == start.Id)
                return value;
        }

        return null;
    }
}
