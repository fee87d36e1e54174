using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Fuzz.Properties;

/// <summary>A project with one source, as an editor sees it: with findings, and with fixes for them.</summary>
/// <param name="Solution">The solution; the other file of the project holds the annotations.</param>
/// <param name="Id">The source.</param>
internal sealed record CodeProject(Solution Solution, DocumentId Id)
{
    private static readonly Lazy<Project> Empty = new(CreateEmpty);

    private ImmutableArray<Diagnostic>? _findings;

    public Document Document => Solution.GetDocument(Id)!;

    public SourceText Text => Document.GetTextAsync().GetAwaiter().GetResult();

    public SyntaxNode Root => Document.GetSyntaxRootAsync().GetAwaiter().GetResult()!;

    public Compilation Compilation => Document.Project.GetCompilationAsync().GetAwaiter().GetResult()!;

    /// <summary>What is found in the source, in order of place.</summary>
    public ImmutableArray<Diagnostic> Findings => _findings ??=
        [.. Analysis.Find(Compilation, []).Where(finding => finding.Location.SourceTree?.FilePath == Document.FilePath).OrderBy(static finding => finding.Location.SourceSpan).ThenBy(static finding => finding.Id, StringComparer.Ordinal)];

    /// <summary>What the compiler objects to, anywhere.</summary>
    public ImmutableArray<Diagnostic> Errors => [.. Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <param name="source">The source.</param>
    /// <param name="language">The version of C# that the project is written in.</param>
    public static CodeProject Create(string source, LanguageVersion language = LanguageVersion.Latest)
    {
        var document = Empty.Value.WithParseOptions(new CSharpParseOptions(language)).AddDocument("Code.cs", SourceText.From(source), filePath: "/fuzz/Code.cs");
        return new CodeProject(document.Project.Solution, document.Id);
    }

    /// <summary>What is offered for a finding.</summary>
    public ImmutableArray<CodeAction> OffersFor(Diagnostic finding)
    {
        var offers = ImmutableArray.CreateBuilder<CodeAction>();
        var provider = new RecorderCodeFixProvider();
        if (provider.FixableDiagnosticIds.Contains(finding.Id))
            provider.RegisterCodeFixesAsync(new CodeFixContext(Document, finding, (action, _) => offers.Add(action), CancellationToken.None)).GetAwaiter().GetResult();

        return offers.ToImmutable();
    }

    public CodeProject Apply(CodeAction offer)
    {
        var operations = offer.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return Read(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution);
    }

    /// <summary>Makes the best edit for each of the findings, as one edit.</summary>
    public CodeProject FixAll(IEnumerable<Diagnostic> findings) =>
        Read(RecorderCodeFixProvider.ApplyAsync(Solution, [.. findings.Select(finding => (Id, finding))], equivalenceKey: null, CancellationToken.None).GetAwaiter().GetResult());

    /// <summary>What stands in the file counts, and not the tree that was edited.</summary>
    private CodeProject Read(Solution changed) =>
        new(changed.WithDocumentText(Id, SourceText.From(changed.GetDocument(Id)!.GetTextAsync().GetAwaiter().GetResult().ToString())), Id);

    private static Project CreateEmpty()
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Fuzz",
            "Fuzz",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: TestReferences.Of(RecorderApi.All).Single()));
        return project.AddDocument("Annotations.cs", SourceText.From(TestReferences.Annotations), filePath: "/fuzz/Annotations.cs").Project;
    }
}
