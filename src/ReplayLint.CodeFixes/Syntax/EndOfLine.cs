using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>The line ending that a file uses, so that a fix never mixes two.</summary>
internal static class EndOfLine
{
    /// <summary>The first line ending of the file, also one that ends a directive; never one that asks to be formatted.</summary>
    public static SyntaxTrivia Of(SyntaxNode root)
    {
        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: true))
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return trivia.ToString() == "\r\n" ? SyntaxFactory.CarriageReturnLineFeed : SyntaxFactory.LineFeed;
        }

        return SyntaxFactory.LineFeed;
    }
}
