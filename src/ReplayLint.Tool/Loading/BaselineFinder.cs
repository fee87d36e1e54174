using Microsoft.CodeAnalysis;
using ReplayLint.Baseline;

namespace ReplayLint.Tool.Loading;

/// <summary>Finds the baseline of a project, as a build does.</summary>
internal static class BaselineFinder
{
    /// <summary>The baseline that the project was loaded with; null when it has none.</summary>
    public static string? Of(Project project) => project.AdditionalDocuments.Select(static document => document.FilePath).FirstOrDefault(static path => path is not null && BaselineFile.Is(path));

    /// <summary>The baseline in a folder or the nearest above; null when there is none.</summary>
    public static string? Above(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (File.Exists(Path.Combine(current, BaselineFile.Name)))
                return Path.Combine(current, BaselineFile.Name);
        }

        return null;
    }
}
