using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Consent;
using ReplayLint.Readers.Markup;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>How much an analysis does, counted and not timed: it follows the flow of a body, and reads a file, only where that decides something.</summary>
public class WorkCountTests
{
    private const string Start = "Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);";

    [Fact]
    public async Task Without_a_recording_call_no_graph_is_built()
    {
        var counts = await CountAsync($$"""
            class App
            {
                private bool hasConsent;
                public bool HasConsent() => hasConsent;
                public void Init() { if (HasConsent()) Close(); }
                public void Close() { for (var i = 0; i < 3; i++) System.Console.WriteLine(i); }
                public void Withdraw() { hasConsent = false; Sentry.SentrySdk.Close(); }
            }
            """);

        Assert.Empty(counts.JudgedBodies);
        Assert.Empty(counts.OtherBodies);
    }

    [Fact]
    public async Task One_graph_is_built_for_a_body_with_recording_calls_however_many()
    {
        var counts = await CountAsync($$"""
            class App
            {
                public App() { System.Console.WriteLine(); }
                public void One(bool hasConsent) { if (hasConsent) { {{Start}} } }
                public void Two(bool hasConsent) { {{Start}} if (hasConsent) { {{Start}} } {{Start}} }
                public void None(bool hasConsent) { if (hasConsent) One(hasConsent); }
            }
            """);

        Assert.Equal(["One", "Two"], counts.JudgedBodies.Order());
    }

    [Fact]
    public async Task A_guard_in_the_body_spares_the_search_for_callers()
    {
        var counts = await CountAsync($$"""
            class App
            {
                public void A(bool x) { if (x) Begin(true); }
                private void Begin(bool hasConsent) { if (!hasConsent) return; {{Start}} }
            }
            """);

        Assert.Equal(["Begin"], counts.JudgedBodies);
        Assert.Empty(counts.OtherBodies);
    }

    [Fact]
    public async Task A_caller_is_looked_into_once_for_a_question()
    {
        var counts = await CountAsync($$"""
            class App
            {
                private bool x;
                public void A(bool hasConsent) { if (hasConsent) { Begin(); Begin(); Begin(); } }
                public void B() { x = true; }
                private void Begin() { {{Start}} {{Start}} }
            }
            """);

        Assert.Equal(["Begin"], counts.JudgedBodies);
        Assert.Equal(["A"], counts.OtherBodies);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(500)]
    public async Task However_many_callers_there_are_few_are_looked_into(int callers)
    {
        var calls = string.Concat(Enumerable.Range(0, callers).Select(static i => $"public void Call{i}(bool hasConsent) {{ if (hasConsent) Begin(); }}\n"));
        var counts = await CountAsync($$"""
            class App
            {
                {{calls}}
                private void Begin() { {{Start}} }
            }
            """);

        Assert.Equal(["Begin"], counts.JudgedBodies);
        Assert.Equal(Math.Min(callers, ProjectFlows.MaximumBodies), counts.OtherBodies.Count);
    }

    [Fact]
    public async Task Members_that_ask_each_other_are_looked_into_a_bounded_number_of_times()
    {
        var members = string.Concat(Enumerable.Range(0, 200).Select(static i => $"private bool P{i} => x ? P{i + 1} : P{(i * 7 + 3) % 200};\n"));
        var counts = await CountAsync($$"""
            class App
            {
                private bool x;
                {{members}}
                private bool P200 => x;
                public void M() { if (P0) { {{Start}} } }
            }
            """);

        Assert.Equal(["M"], counts.JudgedBodies);
        Assert.InRange(counts.OtherBodies.Count, 1, ProjectFlows.MaximumBodies);
    }

    /// <summary>
    /// A file is read where it holds a recorder, or says how long a choice is kept; another page is only parsed for what it shows,
    /// and only if a recorder films it and it may show something.
    /// </summary>
    [Fact]
    public async Task Only_files_with_a_recorder_are_read_and_only_pages_that_are_filmed_are_parsed()
    {
        const string Recorder = "<script src=\"https://www.clarity.ms/tag/x\"></script>";
        TestFile[] files =
        [
            new("/Views/Shared/_Layout.cshtml", $"<html><head>{Recorder}</head><body>@RenderBody()</body></html>"),
            new("/Views/Login.cshtml", "<input type=\"password\" />"),
            new("/Views/About.cshtml", "<p>About us</p><script>about();</script>"),
            new("/Views/Prices.html", "<input type=\"password\" /><script>prices();</script>"),
            new("/wwwroot/landing.html", $"<p></p>{Recorder}<script src=\"landing.js\"></script>"),
            new("/wwwroot/js/record.js", "hotjar.init(1, 6); (function (h) { h._hjSettings = { hjid: 1 }; load('https://static.hotjar.com/c/hotjar-1.js'); })(window);"),
            new("/wwwroot/js/site.js", "function about() { document.title = 'About'; }"),
            new("/wwwroot/js/landing.js", "document.title = 'Hello';"),
            new("/wwwroot/js/choice.js", "document.cookie = 'consent=1; max-age=99';"),
        ];
        var counts = await CountAsync("class App { }", RecorderApi.None, files);

        Assert.Equal(["/Views/Shared/_Layout.cshtml", "/wwwroot/js/choice.js", "/wwwroot/js/record.js", "/wwwroot/landing.html"], counts.Files.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["/Views/Login.cshtml", "/Views/Shared/_Layout.cshtml", "/wwwroot/landing.html"],
            files.Where(static file => MarkupDocument.IsKnown(file.GetText())).Select(static file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_recorder_no_file_is_read()
    {
        TestFile[] files = [new("/Views/Login.cshtml", "<input type=\"password\" /><script>start();</script>"), new("/wwwroot/site.js", "function start() { }")];
        var counts = await CountAsync("class App { }", RecorderApi.None, files);

        Assert.Empty(counts.Files);
        Assert.DoesNotContain(files, static file => MarkupDocument.IsKnown(file.GetText()));
    }

    private static async Task<Counter> CountAsync(string source, RecorderApi api = RecorderApi.SentryOnAndroid, params TestFile[] files)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(source)],
            TestReferences.Of(api).Single(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var counter = new Counter();
        await compilation.WithAnalyzers([new ReplayLintAnalyzer(counter)], new AnalyzerOptions([.. files])).GetAnalyzerDiagnosticsAsync();
        return counter;
    }

    private sealed class Counter : IWorkObserver
    {
        public ConcurrentBag<string> JudgedBodies { get; } = [];

        public ConcurrentBag<string> OtherBodies { get; } = [];

        public ConcurrentBag<string> Files { get; } = [];

        public void Opened(string path) => Files.Add(path);

        public void Judged(SyntaxNode body) => JudgedBodies.Add(NameOf(body));

        public void LookedInto(SyntaxNode body) => OtherBodies.Add(NameOf(body));

        private static string NameOf(SyntaxNode body) => body.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            var other => other?.Kind().ToString() ?? "",
        };
    }
}
