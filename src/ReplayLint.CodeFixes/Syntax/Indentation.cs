using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>The white space before the first token of a line, so that new lines start as their neighbours do.</summary>
internal static class Indentation
{
    public static SyntaxTriviaList Of(SyntaxNode node)
    {
        var leading = node.GetLeadingTrivia();
        return leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading.Last())
            : SyntaxTriviaList.Empty;
    }
}
