using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Baseline;

namespace ReplayLint.Tests.Verification;

/// <summary>A project in <c>/repo/App</c> and a baseline in <c>/repo</c>.</summary>
internal sealed class BaselineProject
{
    public const string Folder = "/repo/App/";

    public const string Reason = "The shop is replaced in spring (PRIV-9)";

    /// <summary>The files below the folder, code or not.</summary>
    public Dictionary<string, string> Files { get; init; } = [];

    /// <summary>The text of the baseline; null where there is none.</summary>
    public string? Baseline { get; set; }

    public Dictionary<string, string> Configuration { get; } = new() { ["build_property.MSBuildProjectDirectory"] = "/repo/App", ["build_property.ReplayLintToday"] = "2027-01-15" };

    public RecorderApi Api { get; init; } = RecorderApi.SentryOnAndroid;

    /// <summary>What is found, as <c>App.cs(3): RPL2001</c>, in order.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(params string[] rules) =>
        [.. (await AnalyzeAsync()).Where(finding => rules.Length == 0 || rules.Contains(finding.Id)).Select(Show)];

    /// <summary>The findings, in order of place.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(ReplayLintAnalyzer? analyzer = null)
    {
        var found = await RuleRunner.GetFindingsAsync(Compile(), Options(), analyzer);
        return [.. found.OrderBy(static finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(static finding => finding.Location.GetLineSpan().StartLinePosition).ThenBy(static finding => finding.Id, StringComparer.Ordinal)];
    }

    /// <summary>Writes a baseline of what the rules find now, or some of it.</summary>
    public async Task RecordAsync(string[] rules, string reason = Reason, Func<Diagnostic, bool>? which = null)
    {
        var lines = new FindingLines(Options().AdditionalFiles);
        var found = (await AnalyzeAsync()).Where(finding => rules.Contains(finding.Id) && which?.Invoke(finding) != false);
        Baseline += string.Concat(found.Select(finding => lines.Of(finding)! is var line ? new BaselineEntry(finding.Id, line.FingerprintOf(finding), line.Path, reason, default).Write("/repo") + "\n" : ""));
    }

    /// <summary>A finding as tests name it.</summary>
    public static string Show(Diagnostic finding)
    {
        var place = finding.Location.GetMappedLineSpan();
        return string.Create(CultureInfo.InvariantCulture, $"{place.Path.Replace(Folder, "").Replace("/repo/", "")}({place.StartLinePosition.Line + 1}): {finding.Id}");
    }

    private CSharpCompilation Compile() => CSharpCompilation.Create(
        "App",
        [.. Files.Where(static file => IsCode(file.Key)).Select(static file => CSharpSyntaxTree.ParseText(file.Value, path: Folder + file.Key)), CSharpSyntaxTree.ParseText(TestReferences.Annotations, path: Folder + "Annotations.cs")],
        Api == RecorderApi.None ? TestReferences.Framework : TestReferences.Of(Api).First(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private AnalyzerOptions Options() => new(
        [
            .. Files.Where(static file => !IsCode(file.Key)).Select(static file => new TestFile(Folder + file.Key, file.Value)),
            .. Baseline is null ? ImmutableArray<AdditionalText>.Empty : [new TestFile("/repo/" + BaselineFile.Name, Baseline)],
        ],
        new TestConfiguration(Configuration));

    private static bool IsCode(string name) => name.EndsWith(".cs", StringComparison.Ordinal);
}
