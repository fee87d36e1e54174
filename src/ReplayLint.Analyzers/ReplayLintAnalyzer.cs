using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.CSharp;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>
/// The one analyzer: it binds the catalogue, lets the readers find where code touches a recorder, and hands each usage
/// to every rule. Rules share one reading of the code, so a rule more costs next to nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplayLintAnalyzer : DiagnosticAnalyzer
{
    private static readonly SourceTextValueProvider<CatalogDocument> CatalogDocuments = new(CatalogParser.Parse);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleList.All.Select(static rule => rule.Descriptor).Append(Descriptors.RPL9005_InvalidCatalogEntry).ToImmutableArray();

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Razor views are generated code; what has no place in a file that a developer wrote is dropped when reporting.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var catalog = ReadCatalog(context);
        if (ReplayContext.Create(context.Compilation, catalog) is not { } replay)
            return;

        var values = new ValueReader(new SourceOperations(replay.Models));
        var identifiers = new IdentifierReader(catalog);
        var recording = new ProjectRecording(context.Compilation);
        context.RegisterOperationBlockStartAction(block =>
        {
            var reader = new CSharpReader(replay, values, identifiers);
            block.RegisterOperationAction(reader.Meet, CSharpReader.Kinds);
            if (!replay.Required.IsEmpty)
                block.RegisterOperationAction(reader.Meet, CSharpReader.KindsOfRequired);

            var withdrawals = replay.StoppableRecorders.IsEmpty ? null : new WithdrawalReader(replay, values);
            if (withdrawals is not null)
                block.RegisterOperationAction(withdrawals.Meet, OperationKind.Invocation);

            block.RegisterOperationBlockEndAction(end =>
            {
                foreach (var usage in reader.Read(end))
                {
                    recording.Note(usage);
                    RuleList.Check(usage, replay.Policies, diagnostic => Report(end, diagnostic));
                    foreach (var gate in usage.FalseGates)
                        RuleList.Check(gate, diagnostic => Report(end, diagnostic));
                }

                if (withdrawals is null)
                    return;

                foreach (var withdrawal in withdrawals.Read(end))
                {
                    recording.Note(withdrawal);
                    RuleList.Check(withdrawal, diagnostic => Report(end, diagnostic));
                }
            });
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var withdrawal in recording.Read())
                RuleList.Check(withdrawal, end.ReportDiagnostic);
        });
    }

    private static void Report(OperationBlockAnalysisContext context, Diagnostic diagnostic)
    {
        if (!context.IsGeneratedCode || diagnostic.Location.GetMappedLineSpan().HasMappedPath)
            context.ReportDiagnostic(diagnostic);
    }

    private static RecorderCatalog ReadCatalog(CompilationStartAnalysisContext context)
    {
        var added = ImmutableArray.CreateBuilder<CatalogDocument>();
        var faulty = new Dictionary<string, CatalogDocument>(StringComparer.Ordinal);
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (!RecorderCatalog.IsCatalogFile(file.Path)
                || file.GetText(context.CancellationToken) is not { } text
                || !context.TryGetValue(text, CatalogDocuments, out var document))
            {
                continue;
            }

            added.Add(document);
            if (!document.Errors.IsEmpty)
                faulty[file.Path] = document;
        }

        if (faulty.Count > 0)
            context.RegisterAdditionalFileAction(file => ReportErrors(file, faulty));

        return RecorderCatalog.BuiltIn.With(added.ToImmutable());
    }

    private static void ReportErrors(AdditionalFileAnalysisContext context, Dictionary<string, CatalogDocument> faulty)
    {
        var file = context.AdditionalFile;
        if (!faulty.TryGetValue(file.Path, out var document) || file.GetText(context.CancellationToken) is not { } text)
            return;

        foreach (var error in document.Errors)
        {
            var location = Location.Create(file.Path, error.Span, text.Lines.GetLinePositionSpan(error.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RPL9005_InvalidCatalogEntry, location, error.Message));
        }
    }
}
