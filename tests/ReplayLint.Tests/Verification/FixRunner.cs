using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.CodeFixes;

namespace ReplayLint.Tests.Verification;

/// <summary>Fixes a source without asking whether it compiles, has the annotations, or is right afterwards.</summary>
internal static class FixRunner
{
    /// <summary>Fixes all findings of a rule in a source, in one step; without a rule, those of every rule, as the tool does.</summary>
    public static async Task<string> FixAllAsync(string source, RecorderApi api, string? ruleId, string? equivalenceKey, params (string Name, string Text)[] additionalFiles)
    {
        using var workspace = new AdhocWorkspace();
        var (document, findings) = await AnalyzeAsync(workspace, source, api, ruleId, additionalFiles);
        var fixedSolution = await RecorderCodeFixProvider.ApplyAsync(
            document.Project.Solution,
            [.. findings.Select(finding => (document.Id, finding))],
            equivalenceKey,
            CancellationToken.None);
        return (await fixedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>Makes the best edit for the first finding of a rule, as an editor does, which formats and shortens afterwards.</summary>
    public static async Task<string> FixFirstAsync(string source, RecorderApi api, string ruleId)
    {
        using var workspace = new AdhocWorkspace();
        var (document, offers) = await OffersAsync(workspace, source, api, ruleId);
        var operations = await offers[0].GetOperationsAsync(CancellationToken.None);
        return (await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>The keys of what is offered for the first finding of a rule, the best first.</summary>
    public static async Task<IReadOnlyList<string?>> GetOffersAsync(string source, RecorderApi api, string ruleId)
    {
        using var workspace = new AdhocWorkspace();
        return (await OffersAsync(workspace, source, api, ruleId)).Offers.ConvertAll(static offer => offer.EquivalenceKey);
    }

    private static async Task<(Document Document, List<CodeAction> Offers)> OffersAsync(AdhocWorkspace workspace, string source, RecorderApi api, string ruleId)
    {
        var (document, findings) = await AnalyzeAsync(workspace, source, api, ruleId);
        var offers = new List<CodeAction>();
        await new RecorderCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, findings[0], (action, _) => offers.Add(action), CancellationToken.None));
        return (document, offers);
    }

    private static async Task<(Document Document, IReadOnlyList<Diagnostic> Findings)> AnalyzeAsync(AdhocWorkspace workspace, string source, RecorderApi api, string? ruleId, params (string Name, string Text)[] additionalFiles)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: TestReferences.Of(api).First()));

        foreach (var (name, text) in additionalFiles)
            project = project.AddAdditionalDocument(name, text, filePath: "/0/" + name).Project;

        var document = project.AddDocument("Test.cs", source, filePath: "/0/Test.cs");
        var compilation = (await document.Project.GetCompilationAsync())!;
        var findings = await RuleRunner.GetFindingsAsync(compilation, [.. document.Project.AnalyzerOptions.AdditionalFiles]);
        return (document, [.. findings.Where(finding => ruleId is null || finding.Id == ruleId)]);
    }
}
