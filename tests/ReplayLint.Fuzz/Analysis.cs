using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Fuzz;

/// <summary>Runs the whole analyzer, as a compiler does.</summary>
internal static class Analysis
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private static readonly SyntaxTree Annotations = CSharpSyntaxTree.ParseText(TestReferences.Annotations, ParseOptions, "Annotations.cs");

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Fuzz",
        [Annotations],
        TestReferences.Of(RecorderApi.All).Single(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>Where the files of an input stand.</summary>
    public const string Root = "/fuzz/";

    /// <summary>A project that references every recorder, with the code of the input.</summary>
    public static CSharpCompilation Compile(FuzzInput input) =>
        Empty.AddSyntaxTrees(input.Files.Where(static file => IsCode(file.Path)).Select(static file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, Root + file.Path)));

    /// <summary>What is found in an input.</summary>
    public static ImmutableArray<Diagnostic> Find(FuzzInput input, IReadOnlyDictionary<string, string>? configuration = null) =>
        Find(Compile(input), FilesOf(input), configuration);

    /// <summary>The files of the input that are no code.</summary>
    public static ImmutableArray<AdditionalText> FilesOf(FuzzInput input) =>
        [.. input.Files.Where(static file => !IsCode(file.Path)).Select(static file => new TestFile(Root + file.Path, file.Text))];

    /// <summary>What is found in a project. Throws what the analyzer throws, and where a finding points nowhere.</summary>
    public static ImmutableArray<Diagnostic> Find(
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        IReadOnlyDictionary<string, string>? configuration = null,
        bool isConcurrent = false,
        DiagnosticAnalyzer? analyzer = null,
        CancellationToken cancellation = default)
    {
        var thrown = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files, new TestConfiguration(configuration ?? ImmutableDictionary<string, string>.Empty)),
            onAnalyzerException: (exception, _, _) => thrown.Enqueue(exception),
            concurrentAnalysis: isConcurrent,
            logAnalyzerExecutionTime: false);

        ImmutableArray<Diagnostic> findings;
        try
        {
            findings = compilation.WithAnalyzers([analyzer ?? new ReplayLintAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (InsufficientExecutionStackException)
        {
            // What analyzers throw does not get here: the compiler gives up on code that is nested too deep.
            findings = [];
        }

        if (thrown.TryDequeue(out var exception))
            throw new AnalyzerThrewException(exception);

        var lengths = files.ToLookup(static file => file.Path, static file => file.GetText()!.Length);
        foreach (var finding in findings)
        {
            if (finding.Id == "AD0001" || string.IsNullOrEmpty(finding.GetMessage()))
                throw new InvalidOperationException(finding.ToString());

            if (finding.Location.Kind == LocationKind.ExternalFile && lengths[finding.Location.GetLineSpan().Path].Any(length => finding.Location.SourceSpan.End > length))
                throw new InvalidOperationException($"{finding} is past the end of the file.");
        }

        return findings;
    }

    private static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal);
}
