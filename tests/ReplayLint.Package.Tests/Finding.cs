using System.Globalization;
using System.Text.RegularExpressions;

namespace ReplayLint.Package.Tests;

/// <summary>A finding as the build prints it, or as a sample expects it.</summary>
internal sealed partial record Finding(string File, int Line, string Id)
{
    /// <summary>The findings in the output of a build, each once, in order.</summary>
    public static IReadOnlyList<Finding> Parse(string output) =>
        [.. Printed().Matches(output)
            .Select(static match => new Finding(Path.GetFileName(match.Groups["file"].Value), int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), match.Groups["id"].Value))
            .Distinct()
            .OrderBy(static f => f.File, StringComparer.Ordinal).ThenBy(static f => f.Line).ThenBy(static f => f.Id, StringComparer.Ordinal)];

    /// <summary>What the files of a sample expect: <c>// expect: RPL2001 RPL3001</c> at the end of a line.</summary>
    public static IReadOnlyList<Finding> Expected(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.TopDirectoryOnly)
            .SelectMany(static path => ExpectedIn(path))
            .OrderBy(static f => f.File, StringComparer.Ordinal).ThenBy(static f => f.Line).ThenBy(static f => f.Id, StringComparer.Ordinal)];

    private static IEnumerable<Finding> ExpectedIn(string path)
    {
        var lines = System.IO.File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            var mark = lines[i].IndexOf("// expect:", StringComparison.Ordinal);
            if (mark < 0)
                continue;

            foreach (var id in lines[i][(mark + "// expect:".Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return new Finding(Path.GetFileName(path), i + 1, id);
        }
    }

    [GeneratedRegex(@"^\s*(?<file>[^(\r\n]+)\((?<line>\d+),\d+\): (?:warning|error|info) (?<id>RPL\d{4}):", RegexOptions.Multiline)]
    private static partial Regex Printed();
}
