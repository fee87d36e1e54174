using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Documentation;

/// <summary>The examples in the documentation are code: they compile against the recorders' APIs, and the rules find in them what the page says.</summary>
public class RulePageExampleTests
{
    // Two purposes, so that a page may do what one of them allows.
    private const string Policy = """
        [assembly: ReplayLint.SessionReplayPolicy("*", ReplayLint.ReplayPurpose.ExperienceImprovement, RetentionDays = 30, Reference = "R-1")]
        [assembly: ReplayLint.SessionReplayPolicy("*", ReplayLint.ReplayPurpose.Support, RetentionHours = 4, Reference = "R-2")]
        """;

    // What a project with implicit usings and the recorder's package has; the examples of README.md leave it out.
    private const string ReadmeUsings = "using System.Diagnostics.CodeAnalysis; using ReplayLint; using Sentry;\n";

    /// <summary>Each C# example: the page, its number below the heading, the heading's word, the source.</summary>
    public static TheoryData<string, int, string, string> Examples()
    {
        var examples = new TheoryData<string, int, string, string>();
        foreach (var descriptor in RulePage.Descriptors)
        {
            var page = RulePage.Read(descriptor.Id);
            foreach (var kind in new[] { "Bad", "Good", "Suppression" })
            {
                var blocks = page.Blocks("## " + kind, "csharp");
                for (var i = 0; i < blocks.Length; i++)
                    examples.Add(descriptor.Id, i, kind, blocks[i]);
            }
        }

        var readme = RulePage.ReadFile("README.md");
        examples.Add("README", 0, "Before", ReadmeUsings + Assert.Single(RulePage.BlocksOf(readme, "### Before", "csharp")));
        examples.Add("README", 0, "After", ReadmeUsings + Assert.Single(RulePage.BlocksOf(readme, "### After", "csharp")));
        return examples;
    }

    /// <summary>The example as a project that references every recorder.</summary>
    internal static Compilation Compile(string source) =>
        CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(source, path: "Example.cs"), CSharpSyntaxTree.ParseText(TestReferences.Annotations, path: "Annotations.cs")],
            TestReferences.Of(RecorderApi.All).Single(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_compiles_without_a_warning(string page, int index, string kind, string source)
    {
        var diagnostics = Compile(source).GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning);

        Assert.True(!diagnostics.Any(), $"{page}, {kind} {index}: {string.Join("\n", diagnostics)}");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_yields_what_its_heading_promises(string page, int index, string kind, string source)
    {
        var compilation = Compile(source);
        var found = (await RuleRunner.GetFindingsAsync(compilation)).Select(static finding => finding.Id).Distinct().Order(StringComparer.Ordinal);

        string[] expected = kind switch
        {
            "Bad" => [.. RulesNamedIn(source).Append(page).Order(StringComparer.Ordinal)],
            "Before" => [.. RulesNamedIn(source)],
            "Suppression" => [.. found.Where(id => id != page)],
            _ => [],
        };
        Assert.True(expected.SequenceEqual(found), $"{page}, {kind} {index}: expected {string.Join(", ", expected)}; found {string.Join(", ", found)}");

        // Half an example may yield anything, but must not throw.
        await RuleRunner.GetFindingsAsync(Compile(source[..(source.Length / 2)]));

        // Without its suppression the example is one that the rule reports; pages are suppressed for the whole project.
        if (kind == "Suppression" && page != "RPL9005" && !source.Contains("[assembly: SuppressMessage", StringComparison.Ordinal))
        {
            var unsuppressed = await RuleRunner.GetFindingsAsync(Compile(Regex.Replace(source, @"\[SuppressMessage\(.*?\)\]", "", RegexOptions.Singleline)));
            Assert.Contains(unsuppressed, finding => finding.Id == page);
        }
    }

    /// <summary>The rules that comments of an example name; a comment that suppresses one announces nothing.</summary>
    private static IOrderedEnumerable<string> RulesNamedIn(string source) =>
        Regex.Matches(source, @"(?://|<!--|@\*)(?! replaylint)(?:.*?(?<rule>RPL\d{4}))+")
            .SelectMany(static comment => comment.Groups["rule"].Captures)
            .Select(static rule => rule.Value)
            .Order(StringComparer.Ordinal);

    /// <summary>Each example that is a page or a view: the rule, the heading's word, the ending of its name, the source.</summary>
    public static TheoryData<string, string, string, string> Pages()
    {
        var pages = new TheoryData<string, string, string, string>();
        foreach (var descriptor in RulePage.Descriptors)
        {
            // What watches over the comments is not silenced by one: see Views.
            if (RulePage.Read(descriptor.Id).Blocks("## Suppression", "html").Length == 0)
                continue;

            foreach (var kind in new[] { "Bad", "Good" })
            {
                foreach (var language in new[] { "html", "cshtml" })
                {
                    foreach (var block in RulePage.Read(descriptor.Id).Blocks("## " + kind, language))
                        pages.Add(descriptor.Id, kind, language, block);
                }
            }
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_yields_what_its_heading_promises(string rule, string kind, string language, string source)
    {
        var page = RulePage.Read(rule);
        var suppression = page.Blocks("## Suppression", "csharp").Single();
        var comment = page.Blocks("## Suppression", "html").Single();

        Assert.Equal(kind == "Bad" ? RulesNamedIn(source).Append(rule).Order(StringComparer.Ordinal) : Enumerable.Empty<string>(), await FindInAsync(language, source, Policy));
        if (kind == "Bad")
        {
            Assert.DoesNotContain(rule, await FindInAsync(language, await CommentBeforeAsync(source, comment), Policy));

            // An attribute on a member is about code, one on the assembly about pages too.
            if (suppression.Contains("[assembly:"))
                Assert.DoesNotContain(rule, await FindInAsync(language, source, Policy, suppression));
        }

        // The comment stands before the element in whose lines the finding is.
        async Task<string> CommentBeforeAsync(string text, string directive)
        {
            var finding = (await RuleRunner.GetFindingsAsync([Policy, TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/Example." + language, text)])).First(found => found.Id == rule);
            var lines = text.Split('\n').ToList();
            var line = lines.FindLastIndex(finding.Location.GetLineSpan().StartLinePosition.Line, static candidate => candidate.TrimStart().StartsWith('<'));
            lines.Insert(line, directive.TrimEnd());
            return string.Join('\n', lines);
        }
    }

    /// <summary>Views that show how a rule is silenced: the rule, the heading's word, the source.</summary>
    public static TheoryData<string, string, string> Views()
    {
        var views = new TheoryData<string, string, string>();
        foreach (var descriptor in RulePage.Descriptors)
        {
            foreach (var kind in new[] { "Bad", "Good" })
            {
                foreach (var block in RulePage.Read(descriptor.Id).Blocks("## " + kind, "cshtml"))
                    views.Add(descriptor.Id, kind, block);
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_yields_the_rule_where_it_is_bad_and_nothing_where_it_is_good(string rule, string kind, string source)
    {
        var found = await PageVerifier.FindAsync("Example.cshtml", source);

        Assert.Equal(kind == "Bad", found.Any(finding => finding.Id == rule));
        if (kind == "Good")
            Assert.DoesNotContain(found, static finding => finding.Severity >= DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task The_pages_in_the_readme_yield_what_they_say()
    {
        var readme = RulePage.ReadFile("README.md");
        var before = Assert.Single(RulePage.BlocksOf(readme, "### Before", "html"));
        var after = Assert.Single(RulePage.BlocksOf(readme, "### After", "html"));

        Assert.Equal(RulesNamedIn(before), await FindAsync(before));
        Assert.Empty(await FindAsync(after, Policy));
    }

    private static Task<IEnumerable<string>> FindAsync(string page, params string[] sources) => FindInAsync("html", page, sources);

    private static async Task<IEnumerable<string>> FindInAsync(string language, string page, params string[] sources) =>
        (await RuleRunner.GetFindingsAsync([.. sources, TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/Example." + language, page)]))
            .Where(finding => finding.Location.GetLineSpan().Path == "/project/Example." + language)
            .Select(static finding => finding.Id)
            .Distinct()
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Each_page_has_a_bad_a_good_and_a_suppressed_example()
    {
        foreach (var descriptor in RulePage.Descriptors)
        {
            var page = RulePage.Read(descriptor.Id);
            Assert.NotEmpty(page.Blocks("## Bad", "(?:csharp|text|html|cshtml)"));
            Assert.NotEmpty(page.Blocks("## Good", "(?:csharp|text|html|cshtml)"));
            Assert.Single(page.Blocks("## Suppression", "csharp"));
        }
    }

    [Fact]
    public void A_suppression_names_the_rule_and_gives_a_reason()
    {
        foreach (var descriptor in RulePage.Descriptors)
        {
            var block = RulePage.Read(descriptor.Id).Blocks("## Suppression", "csharp").Single();
            var pattern = $@"SuppressMessage\(""{Regex.Escape(descriptor.Category)}"", ""{descriptor.Id}:{Regex.Escape(descriptor.Title.ToString())}"",\s+Justification = ""[^""]{{20,}}""\)";
            Assert.Matches(pattern, block);
        }

        var inReadme = RulePage.BlocksOf(RulePage.ReadFile("README.md"), "## Disagree with a finding", "csharp").Single();
        Assert.Contains(RulePage.Descriptors, descriptor => inReadme.Contains($"(\"{descriptor.Category}\", \"{descriptor.Id}:{descriptor.Title}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_catalogue_example_has_errors_only_where_the_page_says_so()
    {
        var page = RulePage.Read("RPL9005");

        Assert.All(page.Blocks("## Bad", "text"), static file => Assert.NotEmpty(Parse(file).Errors));
        Assert.All(page.Blocks("## Good", "text"), static file => Assert.Empty(Parse(file).Errors));
    }

    [Fact]
    public async Task A_catalogue_example_is_reported_and_can_be_suppressed()
    {
        var page = RulePage.Read("RPL9005");
        var bad = new TestFile("replaylint.example.txt", page.Blocks("## Bad", "text").Single());
        var good = new TestFile("replaylint.example.txt", page.Blocks("## Good", "text").Single());
        var suppression = page.Blocks("## Suppression", "csharp").Single();

        Assert.Equal(["RPL9005", "RPL9005"], (await RuleRunner.GetFindingsAsync(Compile(""), [bad])).Select(static finding => finding.Id));
        Assert.Empty(await RuleRunner.GetFindingsAsync(Compile(""), [good]));
        Assert.Empty(await RuleRunner.GetFindingsAsync(Compile(suppression), [bad]));
    }

    [Theory]
    [InlineData("RPL9002")]
    [InlineData("RPL9008")]
    public async Task A_configuration_example_is_reported_where_it_is_bad(string rule)
    {
        var page = RulePage.Read(rule);
        var suppression = page.Blocks("## Suppression", "csharp").Single();

        Assert.NotEmpty(await FindAsync("Bad", ""));
        Assert.Empty(await FindAsync("Good", ""));
        Assert.Empty(await FindAsync("Bad", suppression));

        async Task<IEnumerable<Diagnostic>> FindAsync(string kind, string source)
        {
            var project = new ConfiguredProject(("/.globalconfig", page.Blocks("## " + kind, "text").Single())) { Sources = [("/src/App.cs", source)] };
            return (await project.FindAsync()).Where(static finding => finding.Severity == DiagnosticSeverity.Error);
        }
    }

    /// <summary>Each example of a configuration: the page, the lines.</summary>
    public static TheoryData<string, string> Configurations()
    {
        var configurations = new TheoryData<string, string> { { "README", RulePage.BlocksOf(RulePage.ReadFile("README.md"), "## How strict", "ini").Single() } };
        foreach (var descriptor in RulePage.Descriptors)
        {
            foreach (var block in RulePage.Read(descriptor.Id).Blocks("## Configuration", "ini"))
                configurations.Add(descriptor.Id, block);
        }

        return configurations;
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task What_a_page_recommends_to_configure_is_valid_and_has_a_reason(string page, string lines)
    {
        var found = await new ConfiguredProject(("/.globalconfig", lines)) { Sources = [("/src/App.cs", "")] }.FindAsync();

        Assert.True(found.IsEmpty, $"{page}: {string.Join("\n", found)}");
    }

    [Fact]
    public void The_grammar_lists_every_word_list()
    {
        var grammar = RulePage.ReadFile("rules", "recorders", "README.md");
        var files = Directory.GetFiles(TestReferences.RepositoryPath("rules"), "*.txt", SearchOption.AllDirectories);

        Assert.All(files.SelectMany(static file => Parse(File.ReadAllText(file)).Words), list => Assert.Contains($"| `{list.Name}` |", grammar));
    }

    [Theory]
    [InlineData("recorder")]
    [InlineData("consent")]
    [InlineData("identity")]
    [InlineData("purpose")]
    public void The_grammar_lists_every_verb_and_attribute(string section)
    {
        var grammar = RulePage.ReadFile("rules", "recorders", "README.md");
        var error = Assert.Single(Parse($"{section} Example\n  nonsense").Errors);

        foreach (var verb in error.Message[(error.Message.IndexOf("expected ", StringComparison.Ordinal) + "expected ".Length)..].Split(", "))
        {
            Assert.Contains($"\n| `{verb} ", grammar);
            Assert.All(AttributesOf(section, verb), attribute => Assert.Contains($"`{attribute}=", grammar));
        }
    }

    /// <summary>The parser names the attributes it knows when it meets one that it does not.</summary>
    private static IEnumerable<string> AttributesOf(string section, string verb) =>
        Parse($"{section} Example\n  {verb} M:A.B.C unknown=x")
            .Errors.SelectMany(static error => Regex.Matches(error.Message, "([a-z-]+)=…"))
            .Select(static match => match.Groups[1].Value);

    private static CatalogDocument Parse(string text) => CatalogParser.Parse(SourceText.From(text));
}
