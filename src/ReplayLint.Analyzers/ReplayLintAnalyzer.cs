using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Baseline;
using ReplayLint.Catalog;
using ReplayLint.Configuration;
using ReplayLint.Consent;
using ReplayLint.Readers;
using ReplayLint.Readers.Content;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Xaml;
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
    private static readonly SourceTextValueProvider<bool> FilesWithSigns = new(static text => CatalogSigns.BuiltIn.MayConcern(text));

    private readonly IWorkObserver? _observer;
    private readonly RecorderCatalog? _knowledge;

    /// <summary>Creates the analyzer.</summary>
    public ReplayLintAnalyzer()
    {
    }

    /// <summary>Creates one whose work a test counts.</summary>
    internal ReplayLintAnalyzer(IWorkObserver observer) => _observer = observer;

    /// <summary>Creates one that knows something else than the built-in catalogue, for tests of what each line of that does.</summary>
    internal ReplayLintAnalyzer(RecorderCatalog knowledge) => _knowledge = knowledge;

    private RecorderCatalog Knowledge => _knowledge ?? RecorderCatalog.BuiltIn;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleList.Descriptors;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Razor views are generated code; what has no place in a file that a developer wrote is dropped when reporting.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        if (BuildProperties.Is(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions, BuildProperties.Mode, "off"))
            return;

        if (_knowledge is null && !ProjectSigns.Any(context.Compilation, context.Options, text => context.TryGetValue(text, FilesWithSigns, out var has) && has, context.CancellationToken))
            return;

        var catalog = ReadCatalog(context, out var hasErrors).For(type => ReplayContext.VersionOf(context.Compilation, type));
        var replay = ReplayContext.Create(context.Compilation, catalog, context.Options, _observer);
        var words = new IdentifierWords(catalog);

        // What tests do to a recorder, and the pages that they compare with, stand in for the real thing.
        var isTest = TestProject.Is(context.Compilation, context.Options);
        var hasApi = replay.HasApi && !isTest;
        var isInPages = !isTest && WebAnalysis.Concerns(context.Options) && HasFilesWithRecorders(context.Options, catalog, context.CancellationToken);

        var values = new ValueReader(new SourceOperations(replay.Models));
        var embedded = EmbeddedScripts.Find(replay.Models, catalog.Scripts, isTest);
        var filming = new ProjectFilming(replay, embedded, values, words, context.Options);

        // What code starts films pages that mention no recorder.
        var isFilmed = isInPages || (!isTest && (hasApi || embedded != EmbeddedScripts.None) && WebAnalysis.Concerns(context.Options));
        var pages = isFilmed ? new WebAnalysis(replay, filming, words) : null;
        var companion = pages is null ? null : new PageCompanion(pages);
        if (pages is not null)
            context.RegisterAdditionalFileAction(pages.Check);

        var hasContentPolicies = !isTest && ContentSecurityAnalysis.Register(context, replay);
        var hasSettings = !isTest && JsonAnalysis.Register(context, replay);
        if (!isTest)
            PolicyAnalysis.Register(context, replay);

        var bodies = new List<Action<SymbolStartAnalysisContext>>();
        if (embedded != EmbeddedScripts.None)
            bodies.Add(ReadScripts(replay, companion, () => new EmbeddedScriptReader(replay, embedded, values, new IdentifierReader(words, values), words)));

        // Who calls what starts a recorder in a page is asked the same as who calls its .NET API.
        var readsApi = hasApi || ((isInPages || embedded != EmbeddedScripts.None) && !replay.Required.IsEmpty);
        if (readsApi)
            bodies.Add(ReadApi(context, replay, filming, companion, values, new IdentifierReader(words, values)));

        if ((hasApi || embedded != EmbeddedScripts.None) && ProjectDefaults.MayHold(replay, embedded))
            ReadDefaults(context, replay, new ProjectDefaults(replay, embedded, values, words));

        if (hasApi || isInPages || embedded != EmbeddedScripts.None)
        {
            // What a test declares stands in for the real thing.
            var guards = isTest ? null : new GuardReader(replay.Guards, values);
            bodies.AddRange(ReadConsent(context, replay, guards, values));
            ReadBodies(context, new ConcernedTypes(replay, embedded, readsApi, guards), bodies);
            if (!isTest && StorageAnalysis.Concerns(replay, isInPages || embedded != EmbeddedScripts.None))
                context.RegisterCompilationEndAction(end => StorageAnalysis.Check(end, replay));
        }

        if (companion is not null && (hasApi || embedded != EmbeddedScripts.None))
            context.RegisterCompilationEndAction(companion.Report);

        // Where nothing is found, nothing can be silenced.
        var mayFind = hasApi || isInPages || embedded != EmbeddedScripts.None || hasContentPolicies || hasSettings;
        if (mayFind || hasErrors)
            ReadSuppressions(context, replay);

        // Last: whatever else waits for the end has reported by then.
        if (mayFind || !replay.Policies.Own.IsEmpty)
            ReadBaseline(context, replay);
    }

    /// <summary>Whether a view, page or script mentions a recorder.</summary>
    private bool HasFilesWithRecorders(AnalyzerOptions options, RecorderCatalog catalog, CancellationToken cancellation)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (WebFile.KindOf(file.Path) == WebFileKind.None || file.GetText(cancellation) is not { } text)
                continue;

            // What a project's own catalogue adds is looked for anew.
            if (Knowledge.Scripts.MayConcern(text) || catalog.Scripts.MayConcern(text))
                return true;
        }

        return false;
    }

    /// <summary>Registers readers of bodies for the types in which they may find something.</summary>
    private static void ReadBodies(CompilationStartAnalysisContext context, ConcernedTypes concerned, List<Action<SymbolStartAnalysisContext>> readers) =>
        context.RegisterSymbolStartAction(
            type =>
            {
                if (!concerned.Contains((INamedTypeSymbol)type.Symbol))
                    return;

                foreach (var read in readers)
                    read(type);
            },
            SymbolKind.NamedType);

    /// <summary>The readers of script that code calls or writes.</summary>
    private static Action<SymbolStartAnalysisContext> ReadScripts(ReplayContext replay, PageCompanion? companion, Func<EmbeddedScriptReader> createReader) =>
        type => type.RegisterOperationBlockStartAction(block =>
        {
            var reader = createReader();
            block.RegisterOperationAction(reader.Meet, OperationKind.Invocation);
            block.RegisterOperationBlockEndAction(end =>
            {
                foreach (var usage in reader.Read(end))
                {
                    // A default is told where it is declared.
                    if (usage.Kind == UsageKind.WrapperDefault)
                        continue;

                    companion?.Note(usage, end.IsGeneratedCode);
                    replay.Judge(usage, diagnostic => Report(replay, diagnostic, end.IsGeneratedCode, end.ReportDiagnostic));
                    foreach (var gate in usage.FalseGates)
                        Check(replay, gate, end.IsGeneratedCode, end.ReportDiagnostic);
                }
            });
        });

    /// <summary>The readers of code that uses the .NET API of a recorder; registers those that wait for the end, or read markup.</summary>
    private static Action<SymbolStartAnalysisContext> ReadApi(CompilationStartAnalysisContext context, ReplayContext replay, ProjectFilming filming, PageCompanion? companion, ValueReader values, IdentifierReader identifiers)
    {
        var recording = new ProjectRecording(context.Compilation);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var withdrawal in recording.Read())
                Check(replay, withdrawal, isGenerated: false, end.ReportDiagnostic);

            foreach (var gate in recording.ReadFalseGates())
                Check(replay, gate, isGenerated: false, end.ReportDiagnostic);
        });
        if (context.Options.AdditionalFiles.Any(static file => XamlReader.IsXaml(file.Path)))
        {
            var xaml = new XamlReader(replay.Facts, filming);
            context.RegisterAdditionalFileAction(file =>
            {
                if (!XamlReader.IsXaml(file.AdditionalFile.Path) || file.AdditionalFile.GetText(file.CancellationToken) is not { } text)
                    return;

                foreach (var usage in xaml.Read(file.AdditionalFile.Path, text, file.CancellationToken))
                    replay.Judge(usage, diagnostic => Report(replay, diagnostic, isGenerated: false, file.ReportDiagnostic));
            });
        }

        return type => type.RegisterOperationBlockStartAction(block =>
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
                    companion?.Note(usage, end.IsGeneratedCode);
                    replay.Judge(usage, diagnostic => Report(replay, diagnostic, end.IsGeneratedCode, end.ReportDiagnostic));
                    foreach (var gate in usage.FalseGates)
                        Check(replay, gate, end.IsGeneratedCode, end.ReportDiagnostic);
                }

                if (withdrawals is null)
                    return;

                foreach (var withdrawal in withdrawals.Read(end))
                {
                    recording.Note(withdrawal);
                    Check(replay, withdrawal, end.IsGeneratedCode, end.ReportDiagnostic);
                }
            });
        });
    }

    /// <summary>Registers what looks at the defaults of the project's own options.</summary>
    private static void ReadDefaults(CompilationStartAnalysisContext context, ReplayContext replay, ProjectDefaults defaults) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (var usage in defaults.In((INamedTypeSymbol)symbol.Symbol))
                    replay.Judge(usage, diagnostic => Report(replay, diagnostic, symbol.IsGeneratedCode, symbol.ReportDiagnostic));
            },
            SymbolKind.NamedType);

    /// <summary>The readers of code that deals with consent itself, those that can find something; registers those that need no bodies.</summary>
    private static IEnumerable<Action<SymbolStartAnalysisContext>> ReadConsent(CompilationStartAnalysisContext context, ReplayContext replay, GuardReader? guards, ValueReader values)
    {
        var bodies = new List<Action<SymbolStartAnalysisContext>>();
        if (guards is not null)
        {
            bodies.Add(type => type.RegisterOperationBlockAction(block =>
            {
                if (guards.Read(block.OwningSymbol, block.OperationBlocks) is { } usage)
                    Check(replay, usage, block.IsGeneratedCode, block.ReportDiagnostic);
            }));
        }

        if (!replay.Lifetimes.IsEmpty || !replay.AskingNames.IsEmpty)
        {
            var lifetimes = new LifetimeReader(context.Compilation, replay.Lifetimes, replay.Guards, values);
            var answers = new UnreadAnswerReader(replay);
            bodies.Add(type => type.RegisterOperationAction(
                operation =>
                {
                    var assignment = (ISimpleAssignmentOperation)operation.Operation;
                    if (lifetimes.Meets(assignment))
                    {
                        var options = operation.Options.AnalyzerConfigOptionsProvider.GetOptions(assignment.Syntax.SyntaxTree);
                        foreach (var usage in lifetimes.Read(assignment))
                            Check(replay, usage with { MaximumDays = ReplayLintOptions.ConsentMaximumDays.Read(options) }, operation.IsGeneratedCode, operation.ReportDiagnostic);
                    }

                    if (answers.Meets(assignment) && answers.Read(assignment) is { } gate)
                        Check(replay, gate, operation.IsGeneratedCode, operation.ReportDiagnostic);
                },
                OperationKind.SimpleAssignment));
        }

        if (replay.Activity.Mentions(RequirementReader.Annotation))
        {
            var requirements = new RequirementReader(replay.Guards);
            context.RegisterSymbolAction(
                symbol =>
                {
                    if (requirements.Read(symbol.Symbol, symbol.Compilation) is { } usage)
                        Check(replay, usage, symbol.IsGeneratedCode, symbol.ReportDiagnostic);
                },
                SymbolKind.Method,
                SymbolKind.Property);
        }

        return bodies;
    }

    /// <summary>Registers the readers of code and of configurations that silence rules.</summary>
    private static void ReadSuppressions(CompilationStartAnalysisContext context, ReplayContext replay)
    {
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var usage in replay.Suppressions.Read(file.SemanticModel, file.CancellationToken))
                replay.Rules.Check(usage, diagnostic => Report(replay, diagnostic, file.IsGeneratedCode, file.ReportDiagnostic));
        });
        context.RegisterCompilationEndAction(replay.Suppressions.CheckConfiguration);
    }

    /// <summary>Registers what judges a baseline, if the project has one, and decides at the end what it covers.</summary>
    private static void ReadBaseline(CompilationStartAnalysisContext context, ReplayContext replay)
    {
        if (!context.Options.AdditionalFiles.Any(static file => BaselineFile.Is(file.Path)))
            return;

        context.RegisterAdditionalFileAction(replay.Suppressions.CheckBaseline);
        context.RegisterCompilationEndAction(replay.Suppressions.ReportRest);
    }

    private static void Check(ReplayContext replay, ConsentUsage usage, bool isGenerated, Action<Diagnostic> report) =>
        replay.Rules.Check(usage, diagnostic => Report(replay, diagnostic, isGenerated, report));

    private static void Report(ReplayContext replay, Diagnostic diagnostic, bool isGenerated, Action<Diagnostic> report)
    {
        if (!isGenerated || diagnostic.Location.GetMappedLineSpan().HasMappedPath)
            replay.Suppressions.Report(diagnostic, report);
    }

    private RecorderCatalog ReadCatalog(CompilationStartAnalysisContext context, out bool hasErrors)
    {
        var added = ImmutableArray.CreateBuilder<CatalogDocument>();
        var documents = new Dictionary<string, CatalogDocument>(StringComparer.Ordinal);
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (!RecorderCatalog.IsCatalogFile(file.Path)
                || file.GetText(context.CancellationToken) is not { } text
                || !context.TryGetValue(text, CatalogDocuments, out var document))
            {
                continue;
            }

            added.Add(document);
            documents[file.Path] = document;
        }

        hasErrors = documents.Values.Any(static document => !document.Errors.IsEmpty);
        if (documents.Count > 0)
            context.RegisterAdditionalFileAction(file => ReportErrors(file, documents));

        return Knowledge.With(added.ToImmutable());
    }

    private static void ReportErrors(AdditionalFileAnalysisContext context, Dictionary<string, CatalogDocument> documents)
    {
        var file = context.AdditionalFile;
        if (!documents.TryGetValue(file.Path, out var document) || file.GetText(context.CancellationToken) is not { } text)
            return;

        foreach (var error in document.Errors.Concat(document.Members.Select(member => member.CheckIn(context.Compilation)).OfType<CatalogError>()))
        {
            var location = Location.Create(file.Path, error.Span, text.Lines.GetLinePositionSpan(error.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RPL9005_InvalidCatalogEntry, location, error.Message));
        }
    }
}
