using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>A word or line of a catalogue file that cannot be used, and why.</summary>
internal sealed record CatalogError(TextSpan Span, string Message);
