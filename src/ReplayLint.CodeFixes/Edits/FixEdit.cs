using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>
/// A kind of edit. What to write stands in the diagnostic's properties; the edit knows how to write it, and asks neither the
/// catalogue nor a rule.
/// </summary>
internal abstract class FixEdit(params DiagnosticDescriptor[] descriptors)
{
    /// <summary>The diagnostics that the edit may answer.</summary>
    public ImmutableArray<string> DiagnosticIds { get; } = descriptors.Select(static descriptor => descriptor.Id).ToImmutableArray();

    /// <summary>The edits that can be made for the diagnostic, the best first; none when the code has not the shape for any.</summary>
    public abstract Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Makes the edit that was offered under the key.</summary>
    public abstract Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken);
}
