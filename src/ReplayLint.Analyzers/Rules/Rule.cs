using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Rules;

/// <summary>A rule judges what a reader found. It knows no syntax: the reader says what code does, the rule whether that is right.</summary>
internal abstract class Rule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>Whether a warning is an error, as the mode of the project says. What is a hint remains one: no configuration could tell the two apart.</summary>
    public bool IsStrict { get; set; }

    /// <summary>Makes a diagnostic that tells its code fix what to write.</summary>
    protected Diagnostic Create(Location location, (string Key, string? Value)[] fix, IEnumerable<Location> edited, params string[] arguments) =>
        Create(location, Descriptor.DefaultSeverity, fix, edited, arguments);

    /// <summary>The same where a finding is less certain than most of the rule's, and so less severe.</summary>
    protected Diagnostic Create(Location location, DiagnosticSeverity severity, (string Key, string? Value)[] fix, IEnumerable<Location> edited, params string[] arguments)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        foreach (var (key, value) in fix)
        {
            if (value is not null)
                properties.Add(key, value);
        }

        if (IsStrict && severity == DiagnosticSeverity.Warning)
            severity = DiagnosticSeverity.Error;

        return Diagnostic.Create(Descriptor, location, severity, edited, properties.ToImmutable(), arguments);
    }
}
