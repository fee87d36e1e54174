using ReplayLint.Tool.Analysis;

namespace ReplayLint.Tool.Output;

/// <summary>The lines of the files that have findings; each file is read once.</summary>
internal sealed class SourceLines
{
    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);

    /// <summary>The line of a finding, as it is written; null where the file or the line is gone.</summary>
    public string? At(FindingPlace place)
    {
        if (!_files.TryGetValue(place.Path, out var lines))
            _files.Add(place.Path, lines = Read(place.Path));

        return place.Line <= lines.Length ? lines[place.Line - 1] : null;
    }

    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
