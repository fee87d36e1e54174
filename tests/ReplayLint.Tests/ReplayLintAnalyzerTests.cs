using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

public class ReplayLintAnalyzerTests
{
    private const string Start = """
        class App
        {
            void M() => Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false);
        }
        """;

    [Theory]
    [InlineData(RecorderApi.None)]
    [InlineData(RecorderApi.SentryOnServer)]
    public async Task Without_a_recorder_nothing_is_registered_beyond_compilation_start(RecorderApi api)
    {
        var counts = await CountCallbacksAsync(api, "class C { string M(object o) { var s = new string('a', 1); return s + o.ToString(); } }");

        Assert.Equal(1, counts.CompilationStartActionsCount);
        Assert.Equal(0, counts.OperationActionsCount + counts.OperationBlockStartActionsCount + counts.OperationBlockEndActionsCount + counts.OperationBlockActionsCount);
        Assert.Equal(0, counts.SyntaxNodeActionsCount + counts.SyntaxTreeActionsCount + counts.SemanticModelActionsCount + counts.CodeBlockActionsCount + counts.CodeBlockStartActionsCount);
        Assert.Equal(0, counts.SymbolActionsCount + counts.SymbolStartActionsCount + counts.CompilationActionsCount + counts.CompilationEndActionsCount + counts.AdditionalFileActionsCount);
    }

    /// <summary>
    /// What the compiler calls, and how often, decides what an analyzer costs; a callback more is to be a decision. Bodies are only
    /// shown of types that may concern a recorder, which <see cref="Readers.ConcernedTypesTests"/> counts. Whether a
    /// project can stop what it starts, and what its configuration silences, is known at its end; nothing else waits for that.
    /// </summary>
    [Theory]
    [InlineData(RecorderApi.SentryOnAndroid, "class App { void M() => Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false); }", "", "syntax tree, semantic model, symbol start, end, end")]
    [InlineData(RecorderApi.SentryOnAndroid, "class App { void M() { System.Console.WriteLine(); } }", "", "semantic model, symbol start, end, end")]
    [InlineData(RecorderApi.SentryOnAndroid, "class App { bool mask; void M() => Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = mask); }", "", "syntax tree, semantic model, symbol start, symbol, end, end")]
    [InlineData(RecorderApi.None, "class C { }", "<script src='https://www.clarity.ms/tag/x'></script>", "additional file, semantic model, symbol start, end, end")]
    [InlineData(RecorderApi.None, "class C { }", "<script src='/site.js'></script>", "")]
    public async Task Callbacks_are_as_few_as_the_project_needs(RecorderApi api, string code, string page, string expected)
    {
        var counts = await CountCallbacksAsync(api, code, page);

        Assert.Equal(expected, string.Join(", ", KindsOf(counts)));
    }

    [Theory]
    [InlineData("recorder Tracker\n  api T:Tracker\n  ")]
    [InlineData("recorder Tracker\n  ")]
    public async Task A_file_of_the_project_adds_a_recorder(string api)
    {
        var findings = await FindAsync("""
            class Tracker { public static bool MaskEverything; public static void Begin() { } }
            class App
            {
                void M(bool hasConsent)
                {
                    Tracker.Begin();
                    if (hasConsent)
                        Tracker.Begin();
                }
            }
            """, api + "start M:Tracker.Begin\n");

        Assert.Equal(["RPL1001", "RPL5001", "RPL5001"], findings.Select(static f => f.Id).Order());
    }

    [Fact]
    public async Task A_copy_of_options_keeps_what_it_does_not_change()
    {
        const string Catalog = "recorder Tracker\n  start M:Tracker.Begin(Options)\n  setting P:Options.MaskText protects=text safe=true default=false\n  setting P:Options.MaskImages protects=media safe=true default=false\n";
        var findings = await FindAsync("""
            record Options { public bool MaskText { get; init; } public bool MaskImages { get; init; } }
            class Tracker { public static void Begin(Options options) { } }
            class App
            {
                void M(bool hasConsent)
                {
                    if (!hasConsent)
                        return;

                    var masked = new Options { MaskText = true };
                    Tracker.Begin(masked with { MaskImages = true });
                    Tracker.Begin(masked with { MaskImages = false });
                    Tracker.Begin(masked with { });
                    Tracker.Begin(Unknown() with { MaskImages = true });
                }

                Options Unknown() => null;
            }
            """, Catalog);

        Assert.Equal(["12:RPL2001", "13:RPL2002"], findings.Where(static f => f.Id is "RPL2001" or "RPL2002").Select(static f => $"{f.Location.GetLineSpan().StartLinePosition.Line + 1}:{f.Id}"));
    }

    /// <summary>Bodies are shown type by type; no place where code can stand is left out, and none is shown twice.</summary>
    [Theory]
    [InlineData("Film.Start();")]
    [InlineData("void Local() => Film.Start(); Local();")]
    [InlineData("class A { static int f = Film.Start(); }")]
    [InlineData("class A { int P { get; } = Film.Start(); }")]
    [InlineData("class A { int P => Film.Start(); }")]
    [InlineData("class A { A() : this(Film.Start()) { } A(int i) { } }")]
    [InlineData("class A { static A() => Film.Start(); }")]
    [InlineData("class A { event System.Action E { add => Film.Start(); remove { } } }")]
    [InlineData("class A { public static int operator +(A a, A b) => Film.Start(); }")]
    [InlineData("class A { class B { struct C { interface D { void M() => Film.Start(); } } } }")]
    [InlineData("class A { class B { void M() => Film.Start(); } class C { } void M() { } }")]
    [InlineData("record A(int I) : B(Film.Start()); record B(int I);")]
    [InlineData("class A(int i) { int f = i + Film.Start(); }")]
    [InlineData("namespace N { file class A { void M() { System.Action a = () => Film.Start(); } } }")]
    [InlineData("partial class A { partial void M(); } partial class A { partial void M() { Film.Start(); } }")]
    [InlineData("partial class A { void M() { Film.Start(); } } partial class A { class B { } }")]
    public async Task Code_is_read_wherever_it_stands(string code)
    {
        var isProgram = code is ['F' or 'v', ..];
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText("static class Film { public static int Start() => 0; }"), CSharpSyntaxTree.ParseText(TestReferences.Annotations)],
            TestReferences.Framework,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var findings = await RuleRunner.GetFindingsAsync(compilation, [new TestFile("replaylint.team.txt", "recorder Film\n  api T:Film\n  start M:Film.Start\n")]);

        Assert.Single(findings, static finding => finding.Id is "RPL1001" or "RPL1002");
    }

    [Fact]
    public async Task A_later_file_wins()
    {
        const string Safe = "recorder Sentry\n  setting P:Sentry.SentryOptions.NativeOptions.NativeSentryReplayOptions.MaskAllText protects=text safe=false default=true\n";

        Assert.Contains(await FindAsync(Start), static f => f.Id == "RPL2001");
        Assert.DoesNotContain(await FindAsync(Start, Safe), static f => f.Id == "RPL2001");
    }

    [Fact]
    public async Task A_file_of_the_project_adds_a_guard()
    {
        const string Source = """
            class Wall { public static bool Passed => true; }
            class App
            {
                void M()
                {
                    if (Wall.Passed)
                        Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                }
            }
            """;

        Assert.Contains(await FindAsync(Source), static f => f.Id == "RPL1001");
        Assert.DoesNotContain(await FindAsync(Source, "consent Wall\n  guard P:Wall.Passed\n"), static f => f.Id == "RPL1001");
    }

    [Fact]
    public async Task A_bad_line_is_an_error_at_that_line_and_the_others_count()
    {
        var findings = await FindAsync(Start, "recorder Tracker\n  api T:App\n  strat M:App.M\n  start M:App.M when=soon\n");

        Assert.Collection(
            findings.Where(static f => f.Id == "RPL9005").OrderBy(static f => f.Location.GetLineSpan().StartLinePosition),
            static f => Assert.Equal("(2,2)-(2,7)", f.Location.GetLineSpan().Span.ToString()),
            static f => Assert.Equal("(3,21)-(3,25)", f.Location.GetLineSpan().Span.ToString()));
        Assert.All(findings.Where(static f => f.Id == "RPL9005"), static f => Assert.Equal(DiagnosticSeverity.Error, f.Severity));
        Assert.Contains(findings, static f => f.Id == "RPL2001");
    }

    [Fact]
    public async Task A_bad_line_is_reported_where_no_recorder_is_referenced()
    {
        var findings = await RuleRunner.GetFindingsAsync(["class C { }"], TestReferences.Framework, [new TestFile("replaylint.team.txt", "nonsense")]);

        Assert.Equal("RPL9005", Assert.Single(findings).Id);
    }

    [Fact]
    public async Task Findings_do_not_depend_on_the_run()
    {
        var source = string.Concat(Enumerable.Range(0, 40).Select(static i => Start.Replace("App", "App" + i)));
        var first = await FindAsync(source);

        for (var run = 0; run < 5; run++)
            Assert.Equal(first.Select(static f => f.ToString()), (await FindAsync(source)).Select(static f => f.ToString()));
    }

    [Fact]
    public async Task Generated_code_is_reported_only_where_it_comes_from_a_view()
    {
        const string Header = "// <auto-generated/>\n";

        Assert.Empty(await FindAsync(Header + Start));

        var mapped = Assert.Single((await FindAsync(Header + "#line 7 \"Views/Index.cshtml\"\n" + Start)).Where(static f => f.Id == "RPL2001"));
        Assert.Equal("Views/Index.cshtml", mapped.Location.GetMappedLineSpan().Path);
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string source, string? catalog = null) =>
        await RuleRunner.GetFindingsAsync(
            [source, TestReferences.Annotations],
            TestReferences.Of(RecorderApi.SentryOnAndroid).Single(),
            catalog is null ? [] : [new TestFile("replaylint.team.txt", catalog)]);

    private static async Task<AnalyzerTelemetryInfo> CountCallbacksAsync(RecorderApi api, string source, string page = "")
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(source)],
            TestReferences.Of(api).Single(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var analyzer = new ReplayLintAnalyzer();
        var options = new AnalyzerOptions(page.Length == 0 ? [] : [new TestFile("/Pages/Index.cshtml", page)]);
        var run = await compilation.WithAnalyzers([analyzer], options).GetAnalysisResultAsync(CancellationToken.None);
        return run.AnalyzerTelemetryInfo[analyzer];
    }

    private static IEnumerable<string> KindsOf(AnalyzerTelemetryInfo counts) =>
        new[]
        {
            ("syntax node", counts.SyntaxNodeActionsCount),
            ("syntax tree", counts.SyntaxTreeActionsCount),
            ("code block", counts.CodeBlockActionsCount + counts.CodeBlockStartActionsCount + counts.CodeBlockEndActionsCount),
            ("additional file", counts.AdditionalFileActionsCount),
            ("block start", counts.OperationBlockStartActionsCount),
            ("block", counts.OperationBlockActionsCount),
            ("block end", counts.OperationBlockEndActionsCount),
            ("operation", counts.OperationActionsCount),
            ("semantic model", counts.SemanticModelActionsCount),
            ("symbol start", counts.SymbolStartActionsCount),
            ("symbol", counts.SymbolActionsCount + counts.SymbolEndActionsCount),
            ("compilation", counts.CompilationActionsCount),
            ("end", counts.CompilationEndActionsCount),
        }.SelectMany(static count => Enumerable.Repeat(count.Item1, count.Item2));
}
