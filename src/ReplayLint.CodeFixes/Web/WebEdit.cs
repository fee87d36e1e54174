using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.CodeFixes.Web;

/// <summary>
/// A kind of edit of pages and scripts: text in, text changes out, so that editors and tools share it. What to write stands
/// in the diagnostic's properties; the edit knows how to write it, and asks neither the catalogue nor a rule.
/// </summary>
internal abstract class WebEdit(params DiagnosticDescriptor[] descriptors)
{
    /// <summary>The diagnostics that the edit may answer.</summary>
    public ImmutableArray<string> DiagnosticIds { get; } = descriptors.Select(static descriptor => descriptor.Id).ToImmutableArray();

    /// <summary>The edits that can be made for the finding, the best first; none when the text has not the shape for any.</summary>
    public abstract IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding);
}
