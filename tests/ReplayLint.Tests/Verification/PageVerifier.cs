using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// Checks what is found in a view, page or script, in which <c>{|RPL1001:…|}</c> marks each finding. The file is analysed a
/// second time with its end cut off: whatever is found then, nothing may throw.
/// </summary>
internal static class PageVerifier
{
    /// <summary>Checks that exactly what is marked is found by rules other than those left out.</summary>
    public static async Task VerifyAsync(string name, string marked, params string[] leaveOut)
    {
        var (text, expected) = MarkedText.Parse(marked);
        var found = await FindAsync(name, text);
        var actual = found.Where(finding => !leaveOut.Contains(finding.Id)).Select(static finding => (finding.Id, finding.Location.SourceSpan)).Order(Comparer<(string Id, TextSpan Span)>.Create(static (a, b) => (a.Span.Start, a.Id).CompareTo((b.Span.Start, b.Id))));

        Assert.Equal(expected.Select(mark => Show(mark, text)), actual.Select(finding => Show(finding, text)));
        await FindAsync(name, text[..(text.Length / 2)]);
    }

    /// <summary>The findings in a file of the project.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(string name, string text) =>
        await RuleRunner.GetFindingsAsync([TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/" + name, text)]);

    /// <summary>A finding as a failing test names it.</summary>
    public static string Show((string Id, TextSpan Span) finding, string text) =>
        $"{finding.Id} {text[..finding.Span.Start].Count(static c => c == '\n') + 1}: {text.Substring(finding.Span.Start, finding.Span.Length)}";
}
