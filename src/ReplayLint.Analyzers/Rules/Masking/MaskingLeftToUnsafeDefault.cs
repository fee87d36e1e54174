using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Masking;

/// <summary>RPL2002: a recorder takes options in which masking that is off by default is not switched on.</summary>
internal sealed class MaskingLeftToUnsafeDefault() : RecorderRule(Descriptors.RPL2002_MaskingLeftToUnsafeDefault)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is not { Kind: UsageKind.Start or UsageKind.Configure, Options: { } options })
            return;

        var missing = options.Settings.Where(static reading => reading.IsLeftToDefault && reading.Setting.Masks()).ToList();
        if (missing.Count == 0)
            return;

        var names = missing.ConvertAll(static reading => reading.DefaultName);
        var assignments = missing.ConvertAll(static reading => $"{reading.Path}={reading.Setting.Safe[0]}");
        report(Create(
            usage,
            options.Location,
            missing.Exists(static reading => reading is { Setting.IsUnverified: false, DependsOnVersion: false }) ? SeverityOf(usage) : DiagnosticSeverity.Info,
            [(FixProperties.Missing, string.Join(";", assignments))],
            [options.Site],
            usage.Recorder.Name,
            names.Count == 1 ? names[0] + " is" : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1] + " are",
            string.Join(", ", missing.ConvertAll(static reading => $"{reading.Setting.SimpleName} to {reading.Setting.Safe[0]}"))));
    }
}
