using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Analysis;

/// <summary>A finding as it is shown; the same one in several projects or for several frameworks is one.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Severity">As the project configures it.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Place">Where; null for a finding about a project as a whole.</param>
/// <param name="Recorder">The recorder that it is about, where it is about one.</param>
/// <param name="Project">For a finding without a place, the path of the project.</param>
/// <param name="Suppression">The reason that code gives for suppressing it, empty when it gives none; null when it is not suppressed.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, DiagnosticSeverity Severity, string Message, FindingPlace? Place, string? Recorder, string? Project, string? Suppression)
{
    /// <summary>What the rule says to fixes and reports.</summary>
    public IReadOnlyDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Other places that explain it.</summary>
    public IReadOnlyList<FindingPlace> Related { get; init; } = [];

    /// <summary>Whether it says what a project does, right or wrong, for a report.</summary>
    public bool IsEvidence => Id == Descriptors.RPL9009_Evidence.Id;

    public string Id => Rule.Id;

    public bool IsSuppressed => Suppression is not null;

    /// <summary>Reads a diagnostic of a project.</summary>
    public static Finding Of(Diagnostic diagnostic, Project project, Compilation compilation)
    {
        var place = FindingPlace.Of(diagnostic.Location);
        return new Finding(
            diagnostic.Descriptor,
            diagnostic.Severity,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            place,
            diagnostic.Properties.GetValueOrDefault(FixProperties.Recorder),
            place is null ? project.FilePath : null,
            diagnostic.IsSuppressed ? ReasonOf(diagnostic, compilation) : null)
        {
            Properties = diagnostic.Properties,
            Related = [.. diagnostic.AdditionalLocations.Select(FindingPlace.Of).OfType<FindingPlace>()],
        };
    }

    private static string ReasonOf(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.GetSuppressionInfo(compilation)?.Attribute?.NamedArguments.FirstOrDefault(static argument => argument.Key == "Justification").Value.Value as string ?? "";

    /// <summary>Files in order, then lines, then rules; findings about whole projects come last.</summary>
    public static IReadOnlyList<Finding> InOrder(IEnumerable<Finding> findings) =>
    [
        .. findings.DistinctBy(static finding => (finding.Id, finding.Severity, finding.Message, finding.Place, finding.Project, finding.Suppression))
            .OrderBy(static finding => finding.Place is null)
            .ThenBy(static finding => finding.Place?.Path ?? finding.Project, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Place?.Line)
            .ThenBy(static finding => finding.Place?.Column)
            .ThenBy(static finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
    ];
}
