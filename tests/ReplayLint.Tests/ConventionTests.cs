using System.Text.RegularExpressions;
using ReplayLint.Catalog;
using ReplayLint.Tests.Documentation;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>What the design asks of the code and no analyzer can check.</summary>
public class ConventionTests
{
    public static TheoryData<string> SourceFiles() =>
        [.. Directory.EnumerateFiles(TestReferences.RepositoryPath("src"), "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(static path => Path.GetRelativePath(TestReferences.RepositoryPath("src"), path))];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void Code_knows_no_recorder_by_name(string file)
    {
        var text = File.ReadAllText(TestReferences.RepositoryPath("src", file));

        Assert.All(RecorderCatalog.BuiltIn.Recorders, recorder => Assert.DoesNotMatch(Mention(recorder.Name), text));
    }

    [Theory]
    [InlineData("Heap", "cheap", false)]
    [InlineData("Heap", "HeapReader", true)]
    [InlineData("Heap", "TheHeap", true)]
    [InlineData("Pendo", "AppendOr", false)]
    [InlineData("Pendo", "pendo.initialize", true)]
    public void A_mention_is_a_word_of_its_own_or_of_a_name(string name, string text, bool expected) =>
        Assert.Equal(expected, Mention(name).IsMatch(text));

    [Fact]
    public void Every_rule_may_be_reported() =>
        Assert.Equal(RulePage.Descriptors.Select(static rule => rule.Id).Order(StringComparer.Ordinal), new ReplayLintAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_is_named_after_its_type(string file)
    {
        // Statements without a type stand where every C# program has them.
        if (Path.GetFileName(file) == "Program.cs")
            return;

        var text = File.ReadAllText(TestReferences.RepositoryPath("src", file));

        Assert.Matches($@"\b(class|struct|record|enum|interface)( struct)? {Path.GetFileNameWithoutExtension(file)}\b|namespace ReplayLint\r?\n", text);
    }

    [Fact]
    public void The_built_in_catalogue_has_no_errors() =>
        Assert.All(
            Directory.EnumerateFiles(TestReferences.RepositoryPath("rules"), "*.txt", SearchOption.AllDirectories),
            static path => Assert.Empty(CatalogParser.Parse(Microsoft.CodeAnalysis.Text.SourceText.From(File.ReadAllText(path))).Errors));

    /// <summary>A name at the start of a word, in any letters; or within one, as Pascal case writes it.</summary>
    private static Regex Mention(string name) => new($"(?<![A-Za-z])(?i:{Regex.Escape(name)})|{Regex.Escape(name)}(?![a-z])");
}
