using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Documentation;

/// <summary>What is written about a rule agrees with the rule, in each of the places where it is written.</summary>
public class DocumentationTests
{
    private const string OfTheYear2020 = "CNIL recommendation on cookies of 2020";

    private static readonly string Recommendation = RulePage.ReadFile("rules", "recommendation.md");

    public static TheoryData<string> Ids() => [.. RulePage.Descriptors.Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_and_the_headings(string id)
    {
        var page = RulePage.Read(id);

        Assert.Equal($"# {id}: {Descriptor(id).Title}", page.Lines[0]);
        Assert.Equal<string>(RulePage.Headings.ToArray(), HeadingsOf(page).ToArray());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_table_of_a_page_says_what_the_descriptor_says(string id)
    {
        var page = RulePage.Read(id);
        var descriptor = Descriptor(id);

        Assert.Equal(descriptor.Category, page.Cell("Category"));
        Assert.Equal(descriptor.DefaultSeverity.ToString(), page.Cell("Severity"));
        Assert.NotEmpty(page.Cell("Fix"));
        Assert.EndsWith($"/rules/{id}.md", descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_and_message_name_the_same_requirements(string id)
    {
        var page = RulePage.Read(id);
        var message = Descriptor(id).MessageFormat.ToString();

        Assert.Equal<string>(page.Requirements.Order().ToArray(), RulePage.RequirementsIn(message).Order().ToArray());
        Assert.All(page.Requirements, requirement => Assert.Contains($"[{requirement}](recommendation.md#{requirement.ToLowerInvariant()})", page.Cell("Requirement")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_cites_the_recommendation_says_that_it_is_a_draft(string id)
    {
        var page = RulePage.Read(id);
        var requirement = Section(page, "## Requirement");
        var message = Descriptor(id).MessageFormat.ToString();

        Assert.Contains("*draft*", requirement);
        Assert.DoesNotContain("CNIL requires", page.Text, StringComparison.OrdinalIgnoreCase);
        if (message.Contains("SR-", StringComparison.Ordinal) || message.Replace(OfTheYear2020, "").Contains("CNIL", StringComparison.Ordinal))
            Assert.Contains("draft", message);

        // What is not in the draft is attributed to what it is in.
        foreach (var source in page.Requirements.Where(static r => r.StartsWith("B-", StringComparison.Ordinal)).Select(static r => RequirementRow(r)[3]))
        {
            Assert.Contains("base law", requirement);
            Assert.Contains(source.StartsWith("CNIL recommendation on cookies", StringComparison.Ordinal) ? OfTheYear2020 : "GDPR", message);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_gives_the_confidence_of_each_requirement(string id)
    {
        var page = RulePage.Read(id);
        var confidence = page.Cell("Confidence");

        foreach (var requirement in page.Requirements)
        {
            if (RequirementRow(requirement)[3] is not ("A" or "B" or "C") and var source)
            {
                Assert.NotEmpty(source);
                Assert.StartsWith("Base law", confidence);
                continue;
            }

            var grade = RequirementRow(requirement)[3];
            var word = grade switch { "A" => "A, well supported", "B" => "B, supported", _ => "C, single source" };
            Assert.Contains(page.Requirements.Length == 1 ? word : $"{requirement}: {word}", confidence);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_requirement_names_the_rules_that_check_it(string id)
    {
        var page = RulePage.Read(id);

        foreach (var requirement in page.Requirements)
            Assert.Contains(id, CheckedBy(requirement));

        foreach (var requirement in RulePage.RequirementsIn(Recommendation).Except(page.Requirements))
            Assert.DoesNotContain(id, RequirementRow(requirement)[^1]);
    }

    [Fact]
    public void Every_requirement_is_checked_planned_or_on_the_checklist()
    {
        var expected = Enumerable.Range(1, 28).Select(static i => $"SR-{i:00}").Concat(Enumerable.Range(1, 14).Select(static i => $"B-{i:00}"));

        foreach (var requirement in expected)
        {
            var cells = RequirementRow(requirement);
            Assert.Contains($"<a id=\"{requirement.ToLowerInvariant()}\"></a>", cells[0]);
            Assert.All(CheckedBy(requirement), id => Assert.Contains(RulePage.Descriptors, descriptor => descriptor.Id == id));
            Assert.All(Planned(requirement), id => Assert.DoesNotContain(RulePage.Descriptors, descriptor => descriptor.Id == id));
            Assert.True(
                CheckedBy(requirement).Any() || Planned(requirement).Any() || cells[^1].StartsWith("checklist", StringComparison.Ordinal),
                $"{requirement} is neither checked nor planned nor on the checklist");
        }
    }

    [Fact]
    public void The_index_has_a_row_for_each_rule()
    {
        const string Header = "| Rule | Title | Category | Severity | Requirement | Fix |\n| --- | --- | --- | --- | --- | --- |\n";
        var rows = RulePage.Descriptors.Select(static descriptor =>
        {
            var page = RulePage.Read(descriptor.Id);
            return $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title} | {descriptor.Category} | {descriptor.DefaultSeverity} | {page.Cell("Requirement")} | {page.Cell("Fix")} |\n";
        });

        var index = RulePage.ReadFile("rules", "README.md");
        var table = index.IndexOf(Header, StringComparison.Ordinal);
        Assert.True(table >= 0, "rules/README.md has lost the header of its table");
        var expected = index[..table] + Header + string.Concat(rows);

        if (Environment.GetEnvironmentVariable("REPLAYLINT_UPDATE") == "1")
            File.WriteAllText(TestReferences.RepositoryPath("rules", "README.md"), expected);
        else
            Assert.Equal(expected, index);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Release_tracking_has_a_line(string id)
    {
        var descriptor = Descriptor(id);
        var releases = RulePage.ReadFile("src", "ReplayLint.Analyzers", "AnalyzerReleases.Shipped.md")
            + RulePage.ReadFile("src", "ReplayLint.Analyzers", "AnalyzerReleases.Unshipped.md");

        Assert.Contains($"\n{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | ", releases);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_changelog_names_the_rule(string id) =>
        Assert.Contains(id, RulePage.ReadFile("CHANGELOG.md"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_preset_has_a_row_unless_the_rule_is_not_configurable(string id)
    {
        var presets = TestReferences.RepositoryPath("rules", "presets");
        var files = Directory.GetFiles(presets, "*.globalconfig");
        Assert.Equal(4, files.Length);
        foreach (var file in files)
        {
            var row = new Regex($@"^dotnet_diagnostic\.{id}\.severity = \w+$", RegexOptions.Multiline);
            Assert.Equal(!Descriptor(id).CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable), row.IsMatch(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }
    }

    [Fact]
    public void There_is_no_page_without_a_rule()
    {
        var pages = Directory.GetFiles(TestReferences.RepositoryPath("rules"), "RPL*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(RulePage.Descriptors.Select(static descriptor => descriptor.Id), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Links_within_the_documentation_lead_somewhere()
    {
        var files = Directory.GetFiles(TestReferences.RepositoryPath("rules"), "*.md", SearchOption.AllDirectories)
            .Append(TestReferences.RepositoryPath("README.md"))
            .Append(TestReferences.RepositoryPath("CONTRIBUTING.md"));

        foreach (var file in files)
        {
            var text = File.ReadAllText(file).Replace("https://github.com/replaylint/replaylint/blob/main/", Path.GetRelativePath(Path.GetDirectoryName(file)!, TestReferences.RepositoryPath()) + "/");
            foreach (Match link in Regex.Matches(text, @"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)"))
            {
                var target = link.Groups[1].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value));
                Assert.True(File.Exists(target) || Directory.Exists(target), $"{file} links to {target}, which does not exist");

                if (link.Groups[2].Success)
                    Assert.True(HasAnchor(File.ReadAllText(target), link.Groups[2].Value), $"{file} links to #{link.Groups[2].Value}, which {target} has not");
            }
        }
    }

    private static DiagnosticDescriptor Descriptor(string id) => RulePage.Descriptors.Single(descriptor => descriptor.Id == id);

    private static IEnumerable<string> HeadingsOf(RulePage page)
    {
        var inBlock = false;
        foreach (var line in page.Lines)
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                inBlock = !inBlock;
            else if (!inBlock && line.StartsWith("##", StringComparison.Ordinal))
                yield return line;
        }
    }

    private static string Section(RulePage page, string heading)
    {
        var start = page.Text.IndexOf(heading, StringComparison.Ordinal);
        return page.Text[start..page.Text.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    private static ImmutableArray<string> RequirementRow(string requirement)
    {
        var row = Recommendation.Split('\n').Where(line => line.StartsWith('|') && line.Contains($"</a>{requirement} |", StringComparison.Ordinal));
        return RulePage.CellsOf(Assert.Single(row));
    }

    private static IEnumerable<string> CheckedBy(string requirement) => Rules(RequirementRow(requirement)[^1].Split("planned")[0]);

    private static IEnumerable<string> Planned(string requirement) => Rules(string.Concat(RequirementRow(requirement)[^1].Split("planned").Skip(1)));

    private static IEnumerable<string> Rules(string text) => Regex.Matches(text, @"RPL\d{4}").Select(static match => match.Value);

    private static bool HasAnchor(string text, string anchor) =>
        text.Contains($"<a id=\"{anchor}\"></a>", StringComparison.Ordinal)
        || Regex.Matches(text, "^#+ (.*)$", RegexOptions.Multiline)
            .Any(heading => Regex.Replace(heading.Groups[1].Value.ToLowerInvariant(), "[^a-z0-9 -]", "").Replace(' ', '-') == anchor);
}
