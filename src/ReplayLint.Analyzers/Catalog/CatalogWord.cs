using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>A word of a catalogue line and where it stands.</summary>
/// <remarks>A class, so that collections of words are of a shape that the runtime has compiled already.</remarks>
internal class CatalogWord(string text, TextSpan span)
{
    public string Text { get; } = text;

    public TextSpan Span { get; } = span;
}
