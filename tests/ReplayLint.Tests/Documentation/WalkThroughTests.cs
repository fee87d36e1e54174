using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Documentation;

/// <summary>The walk-through for a new recorder, run with its own blocks.</summary>
public class WalkThroughTests
{
    /// <summary>The package that the walk-through describes.</summary>
    private const string Package = """
        namespace MyCompany.Recording
        {
            public class TrackerOptions { public bool HideText { get; set; } = true; public int Percent { get; set; } = 100; }
            public class Tracker { public void Start(TrackerOptions options) { } public void Stop() { } public void SetUser(string id, string email) { } }
        }

        namespace MyCompany.Privacy
        {
            public interface IPrivacyChoices { bool Allows(string what); void Forget(); }
            public class Customer { public string Number { get; set; } public string Email { get; set; } }
        }
        """;

    private static readonly string Page = RulePage.ReadFile("rules", "recorders", "README.md");

    [Fact]
    public async Task A_page_has_the_findings_that_it_is_said_to_have() =>
        Assert.Equal(Expected(0), await FindAsync(("wwwroot/index.html", Blocks("html").Single()), ("replaylint.mycompany.txt", Blocks("text")[0])));

    [Fact]
    public async Task Code_has_the_findings_that_it_is_said_to_have() =>
        Assert.Equal(Expected(1), await FindAsync(("Startup.cs", Blocks("csharp").Single()), ("replaylint.mycompany.txt", Blocks("text")[1])));

    [Fact]
    public async Task Both_parts_may_stand_in_one_file_or_in_two()
    {
        (string, string)[] project = [("wwwroot/index.html", Blocks("html").Single()), ("Startup.cs", Blocks("csharp").Single())];
        var expected = Expected(0).Concat(Expected(1)).Append("RPL9007 tracker.Start").Order(StringComparer.Ordinal); // From where the page can be fixed.

        Assert.Equal(expected, await FindAsync([.. project, ("replaylint.mycompany.txt", string.Join('\n', Blocks("text")))]));
        Assert.Equal(expected, await FindAsync([.. project, ("replaylint.mycompany.txt", Blocks("text")[0]), ("../package/build/replaylint.vendor.txt", Blocks("text")[1])]));
    }

    [Fact]
    public async Task Without_the_file_nothing_is_found() =>
        Assert.Empty(await FindAsync(("wwwroot/index.html", Blocks("html").Single()), ("Startup.cs", Blocks("csharp").Single())));

    /// <summary>The blocks of the walk-through; a comment of the catalogue looks like a heading, so that it is cut out by its own.</summary>
    private static IReadOnlyList<string> Blocks(string language)
    {
        var section = Page[Page.IndexOf("\n## Add your own recorder\n", StringComparison.Ordinal)..Page.IndexOf("\n## Grammar\n", StringComparison.Ordinal)];
        return [.. Regex.Matches(section, $@"^```{language}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];
    }

    private static IEnumerable<string> Expected(int block) => Blocks("console")[block].Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    /// <summary>The findings as the walk-through writes them: the rule, and the code that it points at.</summary>
    private static async Task<IEnumerable<string>> FindAsync(params (string Path, string Text)[] files)
    {
        var code = files.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => file.Text);
        var beside = files.Where(static file => !file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => new TestFile("/project/" + file.Path, file.Text)).ToList();
        var package = CSharpCompilation.Create("MyCompany", [CSharpSyntaxTree.ParseText(Package)], TestReferences.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var findings = await RuleRunner.GetFindingsAsync([.. code, TestReferences.Annotations], [.. TestReferences.Framework, package.ToMetadataReference()], [.. beside]);
        return findings.Select(finding => $"{finding.Id} {TextAt(finding)}").Order(StringComparer.Ordinal);

        string TextAt(Diagnostic finding) => finding.Location.SourceTree is { } tree
            ? tree.GetText().ToString(finding.Location.SourceSpan)
            : beside.Single(file => file.Path == finding.Location.GetLineSpan().Path).GetText().ToString(finding.Location.SourceSpan);
    }
}
