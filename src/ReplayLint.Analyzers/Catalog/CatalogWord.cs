using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>A word of a catalogue line and where it stands.</summary>
internal readonly record struct CatalogWord(string Text, TextSpan Span);
