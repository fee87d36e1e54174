using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Analysis;

/// <summary>A place in a file that a developer wrote; lines and columns count from 1, the end is exclusive.</summary>
internal sealed record FindingPlace(string Path, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Where a finding is; null for one about the project as a whole. For code that the Razor compiler made, the place in the view.</summary>
    public static FindingPlace? Of(Location location)
    {
        if (location.Kind == LocationKind.None)
            return null;

        var span = location.GetMappedLineSpan() is { IsValid: true, HasMappedPath: true } mapped ? mapped : location.GetLineSpan();
        return string.IsNullOrEmpty(span.Path)
            ? null
            : new FindingPlace(System.IO.Path.GetFullPath(span.Path), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1);
    }
}
