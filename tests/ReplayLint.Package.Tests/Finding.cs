using System.Globalization;
using System.Text.RegularExpressions;

namespace ReplayLint.Package.Tests;

/// <summary>A finding as the build prints it, or as a sample expects it.</summary>
internal sealed partial record Finding(string File, int Line, string Id)
{
    private static readonly string[] Marked = [".cs", ".cshtml", ".razor", ".html", ".js", ".mjs", ".xaml"];

    /// <summary>The findings in the output of a build, each once, in order. Files are named by their path below a folder, or without one by their name.</summary>
    public static IReadOnlyList<Finding> Parse(string output, string? folder = null) =>
        InOrder(Printed().Matches(output)
            .Select(match => new Finding(NameOf(match.Groups["file"].Value, folder), int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), match.Groups["id"].Value))
            .Distinct());

    /// <summary>
    /// What the files of a sample expect, at the end of a line: <c>// expect: RPL2001 RPL3001</c> in C# and scripts,
    /// <c>@* expect: RPL2001 *@</c> in views, <c>&lt;!-- expect: RPL2001 --&gt;</c> in pages.
    /// </summary>
    public static IReadOnlyList<Finding> Expected(string folder) =>
        InOrder(MarkedFiles(folder).SelectMany(path => ExpectedIn(path, NameOf(path, folder))));

    /// <summary>The files of a sample in which marks can stand.</summary>
    public static IEnumerable<string> MarkedFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Marked.Contains(Path.GetExtension(path)) && !NameOf(path, folder).Split('/').Any(static part => part is "bin" or "obj"));

    private static IEnumerable<Finding> ExpectedIn(string path, string name) =>
        System.IO.File.ReadAllLines(path).SelectMany((line, index) =>
            Mark().Match(line).Groups["id"].Captures.Select(id => new Finding(name, index + 1, id.Value)));

    private static string NameOf(string path, string? folder) =>
        folder is null ? Path.GetFileName(path) : Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static IReadOnlyList<Finding> InOrder(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(static f => f.File, StringComparer.Ordinal).ThenBy(static f => f.Line).ThenBy(static f => f.Id, StringComparer.Ordinal)];

    [GeneratedRegex(@"^\s*(?<file>[^(\r\n]+)\((?<line>\d+),\d+\): (?:warning|error|info) (?<id>RPL\d{4}):", RegexOptions.Multiline)]
    private static partial Regex Printed();

    [GeneratedRegex(@"(?://|@\*|<!--) expect:(?: (?<id>RPL\d{4}))+(?: (?:\*@|-->))?\s*$")]
    private static partial Regex Mark();
}
