using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Tests.Documentation;

/// <summary>A page below <c>rules/</c>, taken apart.</summary>
internal sealed class RulePage
{
    public static readonly ImmutableArray<string> Headings =
        ["## Why", "## Requirement", "## Bad", "## Good", "## Fix", "## Configuration", "## Suppression"];

    private RulePage(string id, string text)
    {
        Id = id;
        Text = text;
        Lines = [.. text.Split('\n')];
    }

    public string Id { get; }

    public string Text { get; }

    public ImmutableArray<string> Lines { get; }

    /// <summary>The requirements that the page's table names: <c>SR-15</c>, <c>B-09</c>.</summary>
    public ImmutableArray<string> Requirements => RequirementsIn(Cell("Requirement"));

    /// <summary>Every descriptor of the analyzers.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    public static RulePage Read(string id) => new(id, ReadFile("rules", id + ".md"));

    /// <summary>The text of a file of the repository, with the line ends of the repository.</summary>
    public static string ReadFile(params string[] path) => File.ReadAllText(TestReferences.RepositoryPath(path)).ReplaceLineEndings("\n");

    public static ImmutableArray<string> RequirementsIn(string text) =>
        [.. Regex.Matches(text, @"\b(SR|B)-\d\d\b").Select(static match => match.Value).Distinct()];

    /// <summary>The value of a row of the page's table.</summary>
    public string Cell(string name) =>
        Lines.FirstOrDefault(line => line.StartsWith($"| {name} | ", StringComparison.Ordinal)) is { } row
            ? CellsOf(row)[1]
            : throw new InvalidOperationException($"{Id}.md has no row '{name}' in its table.");

    public static ImmutableArray<string> CellsOf(string row) =>
        [.. row.Split('|')[1..^1].Select(static cell => cell.Trim())];

    /// <summary>The code blocks of a language below a heading.</summary>
    public ImmutableArray<string> Blocks(string heading, string language) => BlocksOf(Text, heading, language);

    public static ImmutableArray<string> BlocksOf(string text, string heading, string language)
    {
        var start = text.IndexOf("\n" + heading + "\n", StringComparison.Ordinal);
        if (start < 0)
            throw new InvalidOperationException($"There is no heading '{heading}'.");

        // A section ends at the next heading of the same level or above.
        var level = heading.TakeWhile(static c => c == '#').Count();
        var end = Regex.Match(text[(start + heading.Length + 2)..], $@"^#{{1,{level}}} ", RegexOptions.Multiline);
        var section = end.Success ? text.Substring(start, heading.Length + 2 + end.Index) : text[start..];
        return [.. Regex.Matches(section, $@"^( *)```{language}\n(.*?)^\1```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(static match => match.Groups[2].Value)];
    }
}
