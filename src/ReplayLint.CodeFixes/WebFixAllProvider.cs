using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ReplayLint.CodeFixes.Web;

namespace ReplayLint.CodeFixes;

/// <summary>
/// Fixes all findings in the pages and scripts of a project or solution as one edit. Roslyn's own batch only knows documents
/// of code, and does not tell a provider which additional file "this document" is.
/// </summary>
internal sealed class WebFixAllProvider : FixAllProvider
{
    public static readonly WebFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var key = fixAllContext.CodeActionEquivalenceKey;
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            "Fix all",
            async cancellation => await WebSolution.ApplyAsync(
                fixAllContext.Solution,
                await GetDiagnosticsAsync(fixAllContext.WithCancellationToken(cancellation)).ConfigureAwait(false),
                key,
                cancellation).ConfigureAwait(false),
            key));
    }

    private static async Task<IReadOnlyList<(DocumentId Document, Diagnostic Diagnostic)>> GetDiagnosticsAsync(FixAllContext context)
    {
        var found = new List<(DocumentId, Diagnostic)>();
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (var project in projects)
        {
            var diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            found.AddRange(WebSolution.Locate(project, diagnostics));
        }

        return found;
    }
}
