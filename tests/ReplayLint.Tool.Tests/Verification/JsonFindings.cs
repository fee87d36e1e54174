using System.Text.Json;
using ReplayLint.Package.Tests;

namespace ReplayLint.Tool.Tests.Verification;

/// <summary>Reads the findings that the tool wrote as JSON.</summary>
internal static class JsonFindings
{
    /// <summary>Each once, in order, with files named below a folder.</summary>
    public static IReadOnlyList<Finding> Read(string json, string folder)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("findings").EnumerateArray()
                .Where(static finding => finding.TryGetProperty("file", out _))
                .Select(finding => new Finding(
                    Path.GetRelativePath(folder, Path.GetFullPath(finding.GetProperty("file").GetString()!)).Replace('\\', '/'),
                    finding.GetProperty("line").GetInt32(),
                    finding.GetProperty("rule").GetString()!))
                .Distinct()
                .OrderBy(static finding => finding.File, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Line)
                .ThenBy(static finding => finding.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The reasons why something could not be analysed.</summary>
    public static IReadOnlyList<string> Incomplete(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("incomplete").EnumerateArray().Select(static problem => $"{Path.GetFileName(problem.GetProperty("project").GetString())}: {problem.GetProperty("reason").GetString()}")];
    }
}
