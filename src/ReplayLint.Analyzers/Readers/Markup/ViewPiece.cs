using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A part of a view, and the call that writes it.</summary>
internal readonly record struct ViewPiece(TextSpan View, SyntaxNode Node);
