using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReplayLint.CodeFixes;

/// <summary>
/// A code fix by kind of edit. What to write stands in the diagnostic's properties; the fix knows how to write it, and
/// writes one finding and all findings in the same way.
/// </summary>
public abstract class RecorderCodeFixProvider : CodeFixProvider
{
    private protected RecorderCodeFixProvider(params DiagnosticDescriptor[] descriptors) =>
        FixableDiagnosticIds = descriptors.Select(static descriptor => descriptor.Id).ToImmutableArray();

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new RecorderFixAllProvider(this);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await GetOffersAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        offer.Title,
                        cancellation => ApplyAsync(document.Project.Solution, [(document.Id, diagnostic)], offer.EquivalenceKey, cancellation),
                        offer.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>Makes the edit for each of the diagnostics that has the offer.</summary>
    internal async Task<Solution> ApplyAsync(
        Solution solution,
        IReadOnlyList<(DocumentId Document, Diagnostic Diagnostic)> diagnostics,
        string equivalenceKey,
        CancellationToken cancellationToken)
    {
        var edit = new SolutionEdit(solution);
        foreach (var (id, diagnostic) in diagnostics)
        {
            var document = solution.GetDocument(id)!;
            var offers = await GetOffersAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            if (offers.Any(offer => offer.EquivalenceKey == equivalenceKey))
                await ApplyAsync(edit, document, diagnostic, equivalenceKey, cancellationToken).ConfigureAwait(false);
        }

        return edit.GetChangedSolution();
    }

    /// <summary>The edits that can be made for the diagnostic, the best first; none when the code has not the shape for any.</summary>
    private protected abstract Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Makes the edit that was offered under the key.</summary>
    private protected abstract Task ApplyAsync(SolutionEdit edit, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken);
}
