using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace ReplayLint.CodeFixes;

/// <summary>The body of a function as a block.</summary>
internal static class BlockBody
{
    /// <summary>The block that the function has, or null when its body is an expression.</summary>
    public static BlockSyntax? Of(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax anonymous => anonymous.Block,
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        _ => null,
    };

    /// <summary>A statement on a line of its own.</summary>
    public static StatementSyntax Statement(ExpressionSyntax expression, SyntaxTriviaList indentation, SyntaxTrivia endOfLine) =>
        SyntaxFactory.ExpressionStatement(
            expression.WithLeadingTrivia(indentation).WithoutTrailingTrivia(),
            SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.SemicolonToken, SyntaxFactory.TriviaList(endOfLine)));

    /// <summary>An empty block on one line.</summary>
    public static BlockSyntax Empty() => (BlockSyntax)SyntaxFactory.ParseStatement("{ }");

    /// <summary>The function with its expression body turned into a block that runs the expression and then more.</summary>
    public static SyntaxNode With(SyntaxNode function, IEnumerable<ExpressionSyntax> more, SyntaxTrivia endOfLine)
    {
        var expression = function switch
        {
            AnonymousFunctionExpressionSyntax anonymous => anonymous.ExpressionBody,
            BaseMethodDeclarationSyntax method => method.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax local => local.ExpressionBody?.Expression,
            _ => null,
        };

        if (expression is null)
            return function;

        var statements = more.Prepend(expression).Select(e => Statement(e, SyntaxTriviaList.Empty, endOfLine));
        return WithBody(function, SyntaxFactory.Block(
                SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(endOfLine),
                SyntaxFactory.List(statements),
                SyntaxFactory.Token(SyntaxKind.CloseBraceToken))
            .WithTrailingTrivia(expression.GetTrailingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>The function with a block in place of its expression body.</summary>
    public static SyntaxNode WithBody(SyntaxNode function, BlockSyntax block)
    {
        return function switch
        {
            AnonymousFunctionExpressionSyntax anonymous => anonymous.WithExpressionBody(null).WithBlock(block),
            MethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)),
            LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(local.SemicolonToken.TrailingTrivia)),
            _ => function,
        };
    }
}
