using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReplayLint.CodeFixes;

/// <summary>
/// Fixes all findings of a document, project or solution as one edit. A batch of single fixes would lose those that touch
/// the same lines, and those that add a document.
/// </summary>
internal sealed class RecorderFixAllProvider : FixAllProvider
{
    public static readonly RecorderFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var key = fixAllContext.CodeActionEquivalenceKey;
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            "Fix all",
            async cancellation => await RecorderCodeFixProvider.ApplyAsync(
                fixAllContext.Solution,
                await GetDiagnosticsAsync(fixAllContext.WithCancellationToken(cancellation)).ConfigureAwait(false),
                key,
                cancellation).ConfigureAwait(false),
            key));
    }

    private static async Task<IReadOnlyList<(DocumentId Document, Diagnostic Diagnostic)>> GetDiagnosticsAsync(FixAllContext context)
    {
        var found = new List<(DocumentId, Diagnostic)>();
        foreach (var document in Documents(context))
        {
            // The order of the edits must not depend on the order in which analysis finished.
            var diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            foreach (var diagnostic in diagnostics.OrderBy(static d => d.Location.SourceSpan.Start))
                found.Add((document.Id, diagnostic));
        }

        return found;
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.SelectMany(static project => project.Documents),
    };
}
