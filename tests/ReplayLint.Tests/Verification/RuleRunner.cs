using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ReplayLint.Tests.Verification;

/// <summary>Runs the analyzer as a compiler would, and fails on any exception inside it.</summary>
internal static class RuleRunner
{
    /// <summary>The findings in the sources, in order of place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> GetFindingsAsync(
        IEnumerable<string> sources,
        IEnumerable<MetadataReference> references,
        ImmutableArray<AdditionalText> additionalFiles = default,
        IReadOnlyDictionary<string, string>? configuration = null)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, path: $"Test{i}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        return await GetFindingsAsync(compilation, additionalFiles, configuration);
    }

    public static async Task<ImmutableArray<Diagnostic>> GetFindingsAsync(
        Compilation compilation,
        ImmutableArray<AdditionalText> additionalFiles = default,
        IReadOnlyDictionary<string, string>? configuration = null) =>
        await GetFindingsAsync(
            compilation,
            new AnalyzerOptions(additionalFiles.IsDefault ? [] : additionalFiles, new TestConfiguration(configuration ?? new Dictionary<string, string>())));

    public static async Task<ImmutableArray<Diagnostic>> GetFindingsAsync(Compilation compilation, AnalyzerOptions analyzerOptions, ReplayLintAnalyzer? analyzer = null)
    {
        // The driver swallows what is thrown while it reports an exception, so that is left to the test.
        var thrown = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            analyzerOptions,
            onAnalyzerException: (exception, _, _) => thrown.Enqueue(exception),
            concurrentAnalysis: analyzer is null, // Who brings an analyzer runs many at once.
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);

        var findings = await compilation.WithAnalyzers([analyzer ?? new ReplayLintAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.True(thrown.IsEmpty, "The analyzer threw: " + string.Join('\n', thrown));
        Assert.DoesNotContain(findings, static finding => finding.Id == "AD0001");
        return [.. findings.OrderBy(static f => f.Location.SourceTree?.FilePath).ThenBy(static f => f.Location.SourceSpan)];
    }
}
