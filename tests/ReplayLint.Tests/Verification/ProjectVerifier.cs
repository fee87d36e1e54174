using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// Checks what is found in a whole project: C#, views and components with the C# that the Razor compiler makes of them, pages,
/// scripts and settings. <c>{|RPL1001:…|}</c> marks each finding, by where it begins.
/// </summary>
internal static class ProjectVerifier
{
    /// <summary>What every start without a policy brings along; tests about other things leave it out.</summary>
    public static readonly string[] PolicyAndVolume = ["RPL5001", "RPL3002"];

    /// <summary>Checks that exactly what is marked is found, besides what concerns policy and volume.</summary>
    public static Task VerifyAsync(params (string Path, string Marked)[] files) => VerifyAsync(RecorderApi.None, files);

    /// <summary>The same for a project that references a recorder's package.</summary>
    public static async Task VerifyAsync(RecorderApi api, params (string Path, string Marked)[] files)
    {
        var read = files.Select(static file => (file.Path, Text: MarkedText.Parse(file.Marked))).ToList();
        var expected = read.SelectMany(static file => file.Text.Marks.Select(mark => Show(mark.Id, file.Path, SourceText.From(file.Text.Text).Lines.GetLinePosition(mark.Span.Start))));
        foreach (var references in TestReferences.Of(api))
        {
            var found = await FindAsync(references, [.. read.Select(static file => (file.Path, file.Text.Text))]);
            Assert.Equal(expected.Order(), found.Where(static finding => !PolicyAndVolume.Contains(finding.Id)).Select(Show).Order());
        }
    }

    /// <summary>The findings in a project.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindAsync(params (string Path, string Text)[] files) => FindAsync(TestReferences.Framework, files);

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(IEnumerable<MetadataReference> references, (string Path, string Text)[] files)
    {
        var sources = files.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Append(("Annotations.cs", TestReferences.Annotations)).ToArray();
        var views = files.Where(static file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal) || file.Path.EndsWith(".razor", StringComparison.Ordinal)).ToArray();
        var beside = files.Where(static file => !file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => new TestFile(RazorCompiler.Root + file.Path, file.Text));
        return await RuleRunner.GetFindingsAsync(RazorCompiler.Compile(sources, views, references), [.. beside]);
    }

    private static string Show(Diagnostic finding)
    {
        var place = finding.Location.GetMappedLineSpan();
        return Show(finding.Id, place.Path[RazorCompiler.Root.Length..], place.StartLinePosition);
    }

    private static string Show(string id, string path, LinePosition place) => $"{path}({place.Line + 1},{place.Character + 1}): {id}";
}
