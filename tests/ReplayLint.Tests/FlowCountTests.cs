using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Consent;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>How much the consent analysis does, counted and not timed: it follows the flow of a body only where that decides something.</summary>
public class FlowCountTests
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

    private static async Task<Counter> CountAsync(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(source)],
            TestReferences.Of(RecorderApi.SentryOnAndroid).Single(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var counter = new Counter();
        await compilation.WithAnalyzers([new ReplayLintAnalyzer(counter)]).GetAnalyzerDiagnosticsAsync();
        return counter;
    }

    private sealed class Counter : IFlowObserver
    {
        public ConcurrentBag<string> JudgedBodies { get; } = [];

        public ConcurrentBag<string> OtherBodies { get; } = [];

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
