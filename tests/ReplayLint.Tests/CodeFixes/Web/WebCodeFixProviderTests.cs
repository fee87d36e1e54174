using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.CodeFixes;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Web;
using ReplayLint.Readers;
using ReplayLint.Readers.Xaml;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class WebCodeFixProviderTests
{
    private const string Unmasked = "posthog.init('key', { session_recording: { maskAllInputs: false } });";
    private const string Masked = "posthog.init('key', { session_recording: { maskAllInputs: true } });";

    [Fact]
    public void The_provider_is_offered_for_every_file_that_is_read()
    {
        var export = typeof(WebCodeFixProvider).GetCustomAttribute<ExportCodeFixProviderAttribute>()!;

        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds);
        Assert.All(export.DocumentExtensions!, static extension => Assert.True(WebFile.KindOf("a" + extension) != WebFileKind.None || XamlReader.IsXaml("a" + extension)));
        Assert.Equal(7, export.DocumentExtensions!.Length);
    }

    [Fact]
    public async Task A_finding_is_fixed_where_it_is()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace, ("a.js", Unmasked), ("b.js", Unmasked));
        var finding = (await FindAsync(project, "RPL2001"))[0];
        var action = Assert.Single(await OffersAsync(project, finding));
        var changed = await ApplyAsync(action);

        Assert.Equal("Set 'maskAllInputs' to true", action.Title);
        Assert.Equal([Masked, Unmasked], await TextsAsync(changed));
    }

    [Fact]
    public async Task All_findings_of_a_project_are_fixed_at_once()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace, ("a.js", Unmasked), ("b.html", $"<script>{Unmasked}</script>"));
        var changed = await ApplyAsync(await FixAllAsync(project, "RPL2001", SetSafeValue.SetValue));

        Assert.Equal([Masked, $"<script>{Masked}</script>"], await TextsAsync(changed));
    }

    [Fact]
    public async Task A_file_of_code_is_not_its_business()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace, ("a.js", Unmasked));
        var finding = (await FindAsync(project, "RPL2001"))[0];
        var offered = new List<CodeAction>();
        await new WebCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(project.Documents.First(), finding, (action, _) => offered.Add(action), CancellationToken.None));

        Assert.Empty(offered);
    }

    [Fact]
    public async Task A_policy_is_declared_in_code()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace, ("a.html", "<script src=\"https://www.clarity.ms/tag/abc\"></script>"));
        var offers = await OffersAsync(project, Assert.Single(await FindAsync(project, "RPL5001")));
        var changed = await ApplyAsync(offers[0]);

        Assert.Equal([DeclarePolicy.ErrorDiagnosis, DeclarePolicy.ExperienceImprovement, DeclarePolicy.Support], offers.Select(static offer => offer.EquivalenceKey));
        Assert.Contains("[assembly: SessionReplayPolicy(\"Clarity\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]", await PolicyTextAsync(changed));
        Assert.Empty(await FindAsync(changed, "RPL5001"));
    }

    [Fact]
    public async Task One_policy_for_each_recorder_is_enough()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace, ("a.html", "<script src=\"https://www.clarity.ms/tag/a\"></script>"), ("b.js", "posthog.init('k');"), ("c.html", "<script src=\"https://www.clarity.ms/tag/b\"></script>"));
        var changed = await ApplyAsync(await FixAllAsync(project, "RPL5001", DeclarePolicy.Support));
        var text = await PolicyTextAsync(changed);

        Assert.Equal(2, text.Split("[assembly:").Length - 1);
        Assert.Equal(2, text.Split("RetentionHours = 24").Length - 1);
        Assert.Equal(text, await PolicyTextAsync((await WebFixer.FixAsync(project, await FindAsync(project, "RPL5001"), DeclarePolicy.Support, CancellationToken.None)).Projects.Single()));
        Assert.Empty(await FindAsync(changed, "RPL5001"));
    }

    private static Project Project(AdhocWorkspace workspace, params (string Name, string Text)[] files)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: TestReferences.Framework));

        foreach (var (name, text) in files)
            project = project.AddAdditionalDocument(name, text, filePath: "/0/" + name).Project;

        return project.AddDocument("Annotations.cs", TestReferences.Annotations, filePath: "/0/Annotations.cs").Project;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project, string ruleId)
    {
        var findings = await RuleRunner.GetFindingsAsync((await project.GetCompilationAsync())!, [.. project.AnalyzerOptions.AdditionalFiles]);
        return [.. findings.Where(finding => finding.Id == ruleId).OrderBy(static finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync(Project project, Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        var document = project.AdditionalDocuments.Single(document => document.FilePath == finding.Location.GetLineSpan().Path);
        await new WebCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offered.Add(action), CancellationToken.None));
        return offered;
    }

    private static async Task<CodeAction> FixAllAsync(Project project, string ruleId, string key)
    {
        var provider = new WebCodeFixProvider();
        var context = new FixAllContext(project, provider, FixAllScope.Project, key, [ruleId], new Findings(await FindAsync(project, ruleId)), CancellationToken.None);
        return (await provider.GetFixAllProvider().GetFixAsync(context))!;
    }

    private static async Task<Project> ApplyAsync(CodeAction action)
    {
        var operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return operation.ChangedSolution.Projects.Single();
    }

    private static async Task<string> PolicyTextAsync(Project project) =>
        (await project.Documents.Single(static document => document.Name == "SessionReplayPolicy.cs").GetTextAsync()).ToString();

    private static async Task<IEnumerable<string>> TextsAsync(Project project)
    {
        var texts = new List<string>();
        foreach (var document in project.AdditionalDocuments.OrderBy(static document => document.Name, StringComparer.Ordinal))
            texts.Add((await document.GetTextAsync()).ToString());

        return texts;
    }

    /// <summary>What the editor knows of a project when someone asks to fix all.</summary>
    private sealed class Findings(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
