using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web;
using Xunit;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// Checks fixes of views, pages, scripts and XAML on what the analyzer really finds: all findings of a rule at once, and one
/// after the other. Afterwards the rule must find nothing that can be fixed. Every file is fixed a second time with its end
/// cut off: whatever comes of it, nothing may throw.
/// </summary>
internal static class WebFixVerifier
{
    /// <summary>Checks that fixing a rule's findings gives the expected text; with the same text twice, that no fix is offered.</summary>
    public static Task VerifyAsync(string ruleId, string name, string text, string fixedText, string? equivalenceKey = null) =>
        VerifyAsync(ruleId, [(name, text)], [(name, fixedText)], equivalenceKey);

    /// <summary>The same where the findings are those of one rule, in several files.</summary>
    public static async Task VerifyAsync(string ruleId, (string Name, string Text)[] files, (string Name, string Text)[] fixedFiles, string? equivalenceKey = null)
    {
        var before = Files(files);
        var found = await FindAsync(before, ruleId);
        Assert.NotEmpty(found);

        var after = FixAll(before, found, equivalenceKey);
        var stepwise = await FixOneByOneAsync(before, ruleId, equivalenceKey);
        Assert.Equal(fixedFiles.Select(static file => file.Text), fixedFiles.Select(file => after[PathOf(file.Name)].ToString()));
        Assert.Equal(fixedFiles.Select(static file => file.Text), fixedFiles.Select(file => stepwise[PathOf(file.Name)].ToString()));

        if (equivalenceKey is null)
            Assert.Equal(after.Select(Show), FixAll(after, await FindAsync(after, ruleId), null).Select(Show));

        foreach (var (path, text) in before)
        {
            var half = before.SetItem(path, SourceText.From(text.ToString()[..(text.Length / 2)], Encoding.UTF8));
            FixAll(half, await FindAsync(half, ruleId), equivalenceKey);
        }

        // Findings that are out of date must not do harm either.
        foreach (var (path, text) in before)
            WebFixer.Fix(path, SourceText.From(text.ToString()[..(text.Length / 2)], Encoding.UTF8), found, equivalenceKey);
    }

    /// <summary>Checks what becomes of a file when all findings of all rules are fixed, until nothing is left to fix.</summary>
    public static async Task VerifyAllAsync(string name, string text, string fixedText)
    {
        var before = Files((name, text));
        var atOnce = FixAll(before, await FindAsync(before), null);
        var after = await WebFixer.FixAllAsync(before, static (files, _) => FindAsync(files), CancellationToken.None);

        Assert.Equal(fixedText, atOnce[PathOf(name)].ToString());
        Assert.Equal(fixedText, after[PathOf(name)].ToString());
    }

    /// <summary>Checks that nothing is offered for a rule's findings.</summary>
    public static Task VerifyNoFixAsync(string ruleId, string name, string text) => VerifyAsync(ruleId, name, text, text);

    /// <summary>The findings of a rule in files of the project, or of all rules.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(ImmutableDictionary<string, SourceText> files, string? ruleId = null)
    {
        var findings = await RuleRunner.GetFindingsAsync(
            [TestReferences.Annotations],
            TestReferences.Of(RecorderApi.Sentry).First(),
            [.. files.OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => new TestFile(file.Key, file.Value))]);
        return [.. findings.Where(finding => finding.Location.Kind == LocationKind.ExternalFile && (ruleId is null || finding.Id == ruleId))];
    }

    public static string PathOf(string name) => "/project/" + name;

    public static ImmutableDictionary<string, SourceText> Files(params (string Name, string Text)[] files) =>
        files.ToImmutableDictionary(static file => PathOf(file.Name), static file => SourceText.From(file.Text, Encoding.UTF8));

    private static ImmutableDictionary<string, SourceText> FixAll(ImmutableDictionary<string, SourceText> files, ImmutableArray<Diagnostic> findings, string? key) =>
        files.ToImmutableDictionary(static file => file.Key, file => WebFixer.Fix(file.Key, file.Value, findings, key));

    private static async Task<ImmutableDictionary<string, SourceText>> FixOneByOneAsync(ImmutableDictionary<string, SourceText> files, string ruleId, string? key)
    {
        for (var i = 0; i < 50; i++)
        {
            var before = files;
            foreach (var finding in await FindAsync(files, ruleId))
            {
                var path = finding.Location.GetLineSpan().Path;
                files = files.SetItem(path, WebFixer.Fix(path, files[path], [finding], key));
                if (files != before)
                    break;
            }

            if (files == before)
                break;
        }

        return files;
    }

    private static string Show(KeyValuePair<string, SourceText> file) => file.Key + "\n" + file.Value;
}
