using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Baseline;

/// <summary>Finds the lines of findings in the files of a project.</summary>
internal sealed class FindingLines(ImmutableArray<AdditionalText> files)
{
    private readonly Lazy<Dictionary<string, AdditionalText>> _files = new(() => files
        .GroupBy(static file => BaselinePath.Normalize(file.Path), BaselinePath.Comparer)
        .ToDictionary(static group => group.Key, static group => group.First(), BaselinePath.Comparer));

    /// <summary>The line of a finding; null for one about the project as a whole.</summary>
    public FindingLine? Of(Diagnostic finding)
    {
        var location = finding.Location;
        if (location.Kind == LocationKind.None)
            return null;

        var mapped = location.GetMappedLineSpan();
        var path = BaselinePath.Normalize(mapped.Path);
        var number = mapped.StartLinePosition.Line;
        if (location.SourceTree is { } tree && !mapped.HasMappedPath)
            return In(tree.GetText(), path, number, finding);

        if (_files.Value.TryGetValue(path, out var file) && file.GetText() is { } text)
            return In(text, path, number, finding);

        // A directive names a file that the project does not hand over: the words are those of the code that holds the directive.
        return location.SourceTree is { } generated
            ? In(generated.GetText(), path, location.GetLineSpan().StartLinePosition.Line, finding) with { Number = number, Source = null }
            : WithoutText(path, number, finding);
    }

    private static FindingLine In(SourceText text, string path, int number, Diagnostic finding) =>
        number < text.Lines.Count ? new FindingLine(path, number, Fingerprint.Normalize(text.Lines[number].ToString()), text) : WithoutText(path, number, finding);

    private static FindingLine WithoutText(string path, int number, Diagnostic finding) =>
        new(path, number, Fingerprint.Normalize(finding.GetMessage(CultureInfo.InvariantCulture)), Source: null);
}
