using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Retention;

/// <summary>RPL5002: recordings are kept for longer than the purpose needs, as a policy declares it or as code sets it.</summary>
internal sealed class RetentionTooLong() : RecorderRule(Descriptors.RPL5002_RetentionTooLong)
{
    private const double HoursPerDay = 24;

    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        switch (usage)
        {
            case { Kind: UsageKind.Policy, Policy: { Limit: { } limit, Declaration: { Profile: { } profile, Days: { } days } declaration } } when days > limit.Hint:
                report(Create(
                    usage,
                    declaration.Location,
                    days > limit.Limit ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info,
                    [FixFor(limit.Suggested)],
                    [],
                    declaration.IsForEveryRecorder ? "every recorder" : declaration.Recorder,
                    "for " + RetentionText.Of(days),
                    profile.DisplayName,
                    $"declare at most {RetentionText.Of(limit.Suggested)} ({limit.Source})"));
                break;

            case { Kind: UsageKind.Setting, Setting: { Protects: Protects.Retention } setting, Days: { } days }:
                CheckSetting(usage, setting, days, policies, report);
                break;

            case { Kind: UsageKind.Store }:
                report(Create(
                    usage,
                    usage.Location,
                    DiagnosticSeverity.Info,
                    [],
                    [],
                    usage.Recorder.Name,
                    $"without end, for '{usage.Member}' stores them and nothing in this project deletes them",
                    "any purpose",
                    "delete what is older than your policy says"));
                break;
        }
    }

    /// <summary>What code sets must be what the policy declares, which is judged by itself; the longest of several counts.</summary>
    private void CheckSetting(RecorderUsage usage, ISetting setting, double days, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        var longest = policies.For(usage.Recorder.Name).OrderByDescending(static policy => policy.Days).FirstOrDefault();
        if (longest is not { Days: { } declared, Profile: { } profile } || days <= declared)
            return;

        report(Create(
            usage,
            usage.Location,
            [(FixProperties.Value, ValueIn(setting.Unit, declared))],
            [],
            usage.Recorder.Name,
            $"for {RetentionText.Of(days)} by '{setting.DisplayName}'",
            profile.DisplayName,
            $"set it to {RetentionText.Of(declared)}, as the policy declares"));
    }

    private static (string Key, string? Value) FixFor(double days) => days % 1 == 0 && days > 1
        ? (FixProperties.RetentionDays, days.ToString(CultureInfo.InvariantCulture))
        : (FixProperties.RetentionHours, (days * HoursPerDay).ToString(CultureInfo.InvariantCulture));

    /// <summary>The days in the unit of a setting that is a number; null where they are no whole number of it, or it is none.</summary>
    private static string? ValueIn(RetentionUnit unit, double days)
    {
        double? value = unit switch
        {
            RetentionUnit.Days => days,
            RetentionUnit.Hours => days * HoursPerDay,
            RetentionUnit.Minutes => days * HoursPerDay * 60,
            RetentionUnit.Seconds => days * HoursPerDay * 60 * 60,
            _ => null,
        };
        return value % 1 == 0 ? value!.Value.ToString("F0", CultureInfo.InvariantCulture) : null;
    }
}
