using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Volume;

/// <summary>RPL3001: the session rate is, or is left at, all sessions. A rate that only counts sessions with an error is a limit in itself.</summary>
internal sealed class EverySessionRecorded() : RecorderRule(Descriptors.RPL3001_EverySessionRecorded)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is { Kind: UsageKind.Setting, Setting: { Protects: Protects.Rate } written } && usage.Value.Loosens(written))
        {
            report(Create(usage, usage.Location, Fix(written), [], usage.Recorder.Name, written.DisplayName, usage.Value.Text!));
            return;
        }

        if (usage is not { Kind: UsageKind.Start or UsageKind.Configure, Options: { } options })
            return;

        foreach (var reading in options.Settings)
        {
            if (reading is { IsLeftToDefault: true, Setting: { Protects: Protects.Rate, Safe.IsEmpty: false } setting })
            {
                report(Create(
                    usage,
                    options.Location,
                    reading.DependsOnVersion ? DiagnosticSeverity.Info : SeverityOf(usage, setting),
                    [(FixProperties.Missing, reading.Path + "=" + setting.Safe[0])],
                    [options.Site],
                    usage.Recorder.Name,
                    setting.DisplayName,
                    reading.Value.Text + " when it is not set" + (setting.Versions is { } versions ? $" ({versions})" : "")));
            }
        }
    }

    /// <summary>Sessions with an error only, where the recorder can; a fraction as second choice, or where it cannot.</summary>
    private static (string Key, string? Value)[] Fix(ISetting setting)
    {
        var fraction = setting.Safe.IsEmpty ? null : setting.Safe[0];
        return setting.OnErrorCompanion is { } onError
            ?
            [
                (FixProperties.Value, "0"),
                (FixProperties.Companion, onError + "=" + setting.Full?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                (FixProperties.AlternativeValue, fraction),
            ]
            : [(FixProperties.Value, fraction)];
    }
}
