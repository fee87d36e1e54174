using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ReplayLint.CodeFixes;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// Checks one rule on a source in which <c>[|…|]</c> marks its findings, for each way to reference the recorder's API.
/// The source is analysed a second time with its end cut off: whatever is found then, nothing may throw.
/// </summary>
internal static class RuleVerifier
{
    private static readonly ImmutableArray<string> AllIds =
        [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => ((DiagnosticDescriptor)field.GetValue(null)!).Id)];

    /// <summary>Checks that the rule finds what is marked and nothing else.</summary>
    public static async Task VerifyAsync(string ruleId, RecorderApi api, string source)
    {
        foreach (var references in TestReferences.Of(api))
        {
            await new Test<EmptyCodeFixProvider>(ruleId, references, [source], []).RunAsync();
            await VerifyCutOffAsync(references, source);
        }
    }

    /// <summary>Checks that the fix gives the expected source: for one finding after the other, and for all at once.</summary>
    public static Task VerifyFixAsync(string ruleId, RecorderApi api, string source, string fixedSource, string? equivalenceKey = null) =>
        VerifyFixAsync(ruleId, api, [source], [fixedSource], equivalenceKey);

    public static async Task VerifyFixAsync(string ruleId, RecorderApi api, string[] sources, string[] fixedSources, string? equivalenceKey = null)
    {
        foreach (var references in TestReferences.Of(api))
        {
            await new Test<RecorderCodeFixProvider>(ruleId, references, sources, fixedSources) { CodeActionEquivalenceKey = equivalenceKey }.RunAsync();
            await VerifyCutOffAsync(references, sources);
        }
    }

    /// <summary>The same for sources whose file names matter, and for fixes that add a file.</summary>
    public static async Task VerifyFixAsync(string ruleId, RecorderApi api, (string Name, string Source)[] sources, (string Name, string Source)[] fixedSources, string? equivalenceKey = null)
    {
        foreach (var references in TestReferences.Of(api))
        {
            await new Test<RecorderCodeFixProvider>(ruleId, references, sources, fixedSources) { CodeActionEquivalenceKey = equivalenceKey }.RunAsync();
            await VerifyCutOffAsync(references, [.. sources.Select(static source => source.Source)]);
        }
    }

    /// <summary>The same for a program: its first source may have top-level statements.</summary>
    public static async Task VerifyProgramFixAsync(string ruleId, RecorderApi api, string source, string fixedSource, string? equivalenceKey = null)
    {
        foreach (var references in TestReferences.Of(api))
        {
            var test = new Test<RecorderCodeFixProvider>(ruleId, references, [source], [fixedSource]) { CodeActionEquivalenceKey = equivalenceKey };
            test.TestState.OutputKind = OutputKind.ConsoleApplication;
            await test.RunAsync();
            await VerifyCutOffAsync(references, source);
        }
    }

    /// <summary>Checks that the fix is not offered: the finding stays and the source does too.</summary>
    public static Task VerifyNoFixAsync(string ruleId, RecorderApi api, string source) =>
        VerifyFixAsync(ruleId, api, source, source);

    /// <summary>
    /// Checks a fix on findings that an analyzer of the test reports. Those that <c>[|…|]</c> marks in the fixed source are left,
    /// and the fix is not offered for them any more.
    /// </summary>
    public static async Task VerifyFixAsync(DiagnosticAnalyzer analyzer, RecorderApi api, string[] sources, string[] fixedSources, string? equivalenceKey = null)
    {
        var id = analyzer.SupportedDiagnostics.Single().Id;
        foreach (var references in TestReferences.Of(api))
        {
            var test = new Test<RecorderCodeFixProvider>(id, references, sources, fixedSources) { CodeActionEquivalenceKey = equivalenceKey, Analyzer = analyzer };
            test.FixedState.MarkupHandling = MarkupMode.Allow;
            await test.RunAsync();
        }
    }

    private static async Task VerifyCutOffAsync(ImmutableArray<MetadataReference> references, params string[] sources)
    {
        foreach (var source in sources)
        {
            var text = source.Replace("[|", "").Replace("|]", "");
            await RuleRunner.GetFindingsAsync([text[..(text.Length / 2)], TestReferences.Annotations], references);
        }
    }

    private sealed class Test<TCodeFix> : CSharpCodeFixTest<ReplayLintAnalyzer, TCodeFix, DefaultVerifier>
        where TCodeFix : CodeFixProvider, new()
    {
        public Test(string ruleId, ImmutableArray<MetadataReference> references, string[] sources, string[] fixedSources)
            : this(ruleId, references, Name(sources), Name(fixedSources))
        {
        }

        public Test(string ruleId, ImmutableArray<MetadataReference> references, (string Name, string Source)[] sources, (string Name, string Source)[] fixedSources)
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(references);
            TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck; // Razor views are generated code, and ours to report in.
            TestBehaviors |= TestBehaviors.SkipSuppressionCheck; // A directive does not silence what watches over directives.
            CompilerDiagnostics = CompilerDiagnostics.Errors;
            DisabledDiagnostics.AddRange(AllIds.Where(id => id != ruleId && !id.StartsWith("RPL9", StringComparison.Ordinal)));

            // Whoever silences rules says why.
            var others = DisabledDiagnostics.Select(static id => $"replaylint.{id}.justification = This test looks at another rule of the project.\n");
            TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + string.Concat(others)));

            Add(TestState, sources, ruleId);
            Add(FixedState, fixedSources, ruleId);
            if (fixedSources.Any(static source => source.Source.Contains("[|", StringComparison.Ordinal)))
                FixedState.MarkupHandling = MarkupMode.Allow; // The fix leaves the finding to a human.
        }

        /// <summary>What reports the findings.</summary>
        public DiagnosticAnalyzer Analyzer { get; init; } = new ReplayLintAnalyzer();

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [Analyzer];

        private static (string Name, string Source)[] Name(string[] sources) => [.. sources.Select(static (source, i) => ($"Test{i}.cs", source))];

        // The annotations come first: a file that a fix adds comes last.
        private static void Add(SolutionState state, (string Name, string Source)[] sources, string ruleId)
        {
            if (sources.Length > 0)
                state.Sources.Add(("/0/Annotations.cs", TestReferences.Annotations));

            foreach (var (name, source) in sources)
                state.Sources.Add(("/0/" + name, source.Replace("[|", "{|" + ruleId + ":").Replace("|]", "|}")));
        }

        protected override Microsoft.CodeAnalysis.ParseOptions CreateParseOptions() =>
            ((Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest);
    }
}
