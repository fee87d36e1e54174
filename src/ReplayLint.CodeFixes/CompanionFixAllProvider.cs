using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReplayLint.CodeFixes;

/// <summary>Fixes the pages and scripts of all recorders of a project or solution as one edit; Roslyn's own batch would lose it.</summary>
internal sealed class CompanionFixAllProvider : FixAllProvider
{
    public static readonly CompanionFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(
            "Fix pages and scripts",
            cancellation => ApplyAsync(fixAllContext.WithCancellationToken(cancellation)),
            CompanionCodeFixProvider.Key));

    private static async Task<Solution> ApplyAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var documents in Documents(context).GroupBy(static document => document.Project))
        {
            var recorders = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var document in documents)
                recorders.UnionWith((await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)).Select(CompanionFix.RecorderOf).OfType<string>());

            if (recorders.Count > 0)
                solution = await CompanionFix.ApplyAsync(solution, documents.Key.Id, recorders, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.SelectMany(static project => project.Documents),
    };
}
