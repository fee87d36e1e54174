using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules;

/// <summary>A rule about a place where code touches a recorder.</summary>
internal abstract class RecorderRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    /// <summary>Reports what is wrong with a usage, or nothing.</summary>
    public abstract void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report);

    /// <summary>Makes a diagnostic; one that rests on a fact found in no source, or on what is only likely, is a hint.</summary>
    protected Diagnostic Create(RecorderUsage usage, Location location, (string Key, string? Value)[] fix, IEnumerable<Location> edited, params string[] arguments) =>
        Create(usage, location, SeverityOf(usage), fix, edited, arguments);

    /// <summary>The same where a finding is less severe than most of the rule's. Each says which recorder it is about, where code names one.</summary>
    protected Diagnostic Create(RecorderUsage usage, Location location, DiagnosticSeverity severity, (string Key, string? Value)[] fix, IEnumerable<Location> edited, params string[] arguments) =>
        Create(location, severity, [(FixProperties.Recorder, usage.Recorder.KnownName), .. fix], edited, arguments);

    /// <summary>How severe a finding about the usage is.</summary>
    protected DiagnosticSeverity SeverityOf(RecorderUsage usage) =>
        (usage.IsUnverified || usage.IsLikely) && Descriptor.DefaultSeverity > DiagnosticSeverity.Info ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity;

    /// <summary>How severe a finding about one setting among the options of the usage is.</summary>
    protected DiagnosticSeverity SeverityOf(RecorderUsage usage, ISetting setting) =>
        setting.IsUnverified && Descriptor.DefaultSeverity > DiagnosticSeverity.Info ? DiagnosticSeverity.Info : SeverityOf(usage);

    /// <summary>Makes the diagnostic for content of a page; the fix puts the recorder's mark on the element.</summary>
    protected Diagnostic CreateForContent(RecorderUsage usage, params string[] arguments) =>
        Create(usage, usage.Location, [(FixProperties.Mark, usage.Protection), (FixProperties.Unmark, usage.Unmark)], [], arguments);

    /// <summary>Makes the diagnostic for a setting whose written value does not protect; the fix writes one that does.</summary>
    protected Diagnostic CreateForValue(RecorderUsage usage, ISetting setting) =>
        Create(
            usage,
            usage.Location,
            [(FixProperties.Value, setting.Safe[0])],
            [],
            usage.Recorder.Name,
            setting.DisplayName,
            usage.Value.Text!,
            setting.Safe[0]);
}
