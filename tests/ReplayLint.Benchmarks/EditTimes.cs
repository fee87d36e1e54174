using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Benchmarks.Peers;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Benchmarks;

/// <summary>
/// What an editor waits for: a line of a file of 5,000 lines changes, and the diagnostics of that file are asked for again, as
/// editors do it: another compilation of the same trees, and the analyzers on the one file.
/// </summary>
internal static class EditTimes
{
    private const int FileLines = 5000;
    private const int OtherFiles = 400;
    private const int WarmUps = 60;
    private const int Edits = 60;

    public static IReadOnlyList<EditTime> Measure() => [.. Enum.GetValues<RecorderUse>().Select(static use => MeasureAsync(use).GetAwaiter().GetResult())];

    private static async Task<EditTime> MeasureAsync(RecorderUse use)
    {
        using var workspace = new AdhocWorkspace();
        var (solution, edited) = Create(workspace, use);
        var analyzer = new ReplayLintAnalyzer();
        var times = new List<double>();
        var findings = 0;
        for (var edit = -WarmUps; edit < Edits; edit++)
        {
            solution = await EditAsync(solution, edited, edit);
            var document = solution.GetDocument(edited)!;
            var options = new CompilationWithAnalyzersOptions(document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
            var compilation = (await document.Project.GetCompilationAsync())!.WithAnalyzers([analyzer], options);
            var tree = (await document.GetSyntaxTreeAsync())!;
            await compilation.GetAnalysisResultAsync(tree, CancellationToken.None);
            var result = await compilation.GetAnalysisResultAsync(compilation.Compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
            findings = result.GetAllDiagnostics().Length;
            if (edit >= 0)
                times.Add(result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds);
        }

        times.Sort();
        return new EditTime(use, times[times.Count / 2], times[times.Count * 9 / 10], findings);
    }

    private static (Solution Solution, DocumentId Edited) Create(AdhocWorkspace workspace, RecorderUse use)
    {
        var project = ProjectId.CreateNewId();
        var references = use == RecorderUse.None ? TestReferences.Framework : TestReferences.Framework.Add(TestReferences.Sentry(TestReferences.SentryAndroid));
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            "Shop",
            "Shop",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: references));

        // A start stands in every hundredth method, or in the first of every second file.
        var sources = GeneratedProject.Sources(use switch { RecorderUse.None => 0, RecorderUse.Few => 40, _ => 100 }).Take(OtherFiles).ToList();
        for (var file = 0; file < sources.Count; file++)
            solution = solution.AddDocument(DocumentId.CreateNewId(project), $"File{file}.cs", sources[file], filePath: $"/shop/File{file}.cs");

        var large = new StringBuilder();
        foreach (var source in GeneratedProject.Sources(use == RecorderUse.None ? 0 : 100).Skip(1).Take(FileLines / GeneratedProject.LinesPerFile))
            large.Append(large.Length == 0 ? source.Replace("Service", "Large", StringComparison.Ordinal) : source[source.IndexOf("internal", StringComparison.Ordinal)..].Replace("Service", "Large", StringComparison.Ordinal));

        var edited = DocumentId.CreateNewId(project);
        return (solution.AddDocument(edited, "Large.cs", large.ToString(), filePath: "/shop/Large.cs"), edited);
    }

    /// <summary>Types something into a method in the middle of the file.</summary>
    private static async Task<Solution> EditAsync(Solution solution, DocumentId edited, int edit)
    {
        var text = await solution.GetDocument(edited)!.GetTextAsync();
        var line = text.Lines.Skip(text.Lines.Count / 2).First(static line => line.ToString().Contains("decimal total = 0", StringComparison.Ordinal));
        var changed = string.Create(CultureInfo.InvariantCulture, $"        decimal total = 0; // {edit}");
        return solution.WithDocumentText(edited, text.WithChanges(new TextChange(line.Span, changed)));
    }
}

/// <summary>What the analyzer takes after an edit.</summary>
/// <param name="Use">What the project has to do with a recorder.</param>
/// <param name="Median">The time in the analyzer, in milliseconds, at the median.</param>
/// <param name="Slow">The same, for nine of ten edits.</param>
/// <param name="Findings">How many findings the file has.</param>
internal sealed record EditTime(RecorderUse Use, double Median, double Slow, int Findings)
{
    /// <summary>What is asked for of <see cref="Median"/>.</summary>
    public const double Required = 5;

    public override string ToString() => FormattableString.Invariant($"{Median,8:F2} ms, nine of ten {Slow,8:F2} ms, {Findings} findings  {Use.Text()}");
}
