using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Tests.Verification;

/// <summary>A project with configuration files, read as the compiler reads them.</summary>
internal sealed class ConfiguredProject(params (string Path, string Text)[] configurations)
{
    private readonly AnalyzerConfigSet _set = AnalyzerConfigSet.Create(configurations.Select(static file => AnalyzerConfig.Parse(SourceText.From(file.Text), file.Path)).ToList());

    /// <summary>The C# files.</summary>
    public (string Path, string Text)[] Sources { get; init; } = [];

    /// <summary>The views, pages and scripts.</summary>
    public (string Path, string Text)[] Files { get; init; } = [];

    /// <summary>What the command line or a rule set says.</summary>
    public Dictionary<string, ReportDiagnostic> Specific { get; init; } = [];

    /// <summary>What is found, in order of rule and place.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindAsync()
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            Sources.Select(static source => CSharpSyntaxTree.ParseText(source.Text, path: source.Path)),
            TestReferences.Of(RecorderApi.SentryOnAndroid).Single(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
                .WithSpecificDiagnosticOptions(Specific)
                .WithSyntaxTreeOptionsProvider(new Severities(_set)));

        var options = new AnalyzerOptions([.. Files.Select(static file => new TestFile(file.Path, file.Text))], new Options(_set));
        var found = await RuleRunner.GetFindingsAsync(compilation, options);
        return [.. found.OrderBy(static finding => finding.Id, StringComparer.Ordinal)];
    }

    private sealed class Severities(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class Options(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Section(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Section(set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Section(set.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);
    }

    private sealed class Section(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
