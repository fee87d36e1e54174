using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules;

/// <summary>A rule judges usages. It knows no syntax: the reader says what code does, the rule says whether that is right.</summary>
internal abstract class Rule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>Reports what is wrong with a usage, or nothing.</summary>
    public abstract void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report);

    /// <summary>Makes a diagnostic that tells its code fix what to write.</summary>
    protected Diagnostic Create(Location location, (string Key, string? Value)[] fix, IEnumerable<Location> edited, params string[] arguments)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        foreach (var (key, value) in fix)
        {
            if (value is not null)
                properties.Add(key, value);
        }

        return Diagnostic.Create(Descriptor, location, edited, properties.ToImmutable(), arguments);
    }

    /// <summary>Makes the diagnostic for a setting whose written value does not protect; the fix writes one that does.</summary>
    protected Diagnostic CreateForValue(RecorderUsage usage, Catalog.SettingFact setting) =>
        Create(
            usage.Location,
            [(FixProperties.Value, setting.Safe[0])],
            [],
            usage.Recorder.Name,
            setting.DisplayName,
            usage.Value.Text!,
            setting.Safe[0]);
}
