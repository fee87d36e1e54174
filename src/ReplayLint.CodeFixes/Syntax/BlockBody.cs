using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>The body of a function as a block.</summary>
internal static class BlockBody
{
    /// <summary>The block that the function has, or null when its body is an expression.</summary>
    public static BlockSyntax? Of(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax anonymous => anonymous.Block,
        BaseMethodDeclarationSyntax method => method.Body,
        AccessorDeclarationSyntax accessor => accessor.Body,
        LocalFunctionStatementSyntax local => local.Body,
        _ => null,
    };

    /// <summary>The expression that is the body of the function, or null when its body is a block.</summary>
    public static ExpressionSyntax? ExpressionOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax anonymous => anonymous.ExpressionBody,
        BaseMethodDeclarationSyntax method => method.ExpressionBody?.Expression,
        AccessorDeclarationSyntax accessor => accessor.ExpressionBody?.Expression,
        LocalFunctionStatementSyntax local => local.ExpressionBody?.Expression,
        _ => null,
    };

    /// <summary>The token after which a block stands in place of an expression body: the arrow of a lambda, what is before the arrow elsewhere.</summary>
    public static SyntaxToken TokenBefore(SyntaxNode function) => function is LambdaExpressionSyntax lambda
        ? lambda.ArrowToken
        : ExpressionOf(function)!.Parent!.GetFirstToken().GetPreviousToken();

    /// <summary>A statement on a line of its own.</summary>
    public static StatementSyntax Statement(ExpressionSyntax expression, SyntaxTriviaList indentation, SyntaxTrivia endOfLine) =>
        SyntaxFactory.ExpressionStatement(
            expression.WithLeadingTrivia(indentation).WithoutTrailingTrivia(),
            SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.SemicolonToken, SyntaxFactory.TriviaList(endOfLine)));

    /// <summary>A block, with what stands around its braces.</summary>
    public static BlockSyntax Block(SyntaxTriviaList beforeOpen, SyntaxTriviaList afterOpen, IEnumerable<StatementSyntax> statements, SyntaxTriviaList beforeClose, SyntaxTriviaList afterClose) =>
        SyntaxFactory.Block(
            Token(SyntaxKind.OpenBraceToken, beforeOpen, afterOpen),
            SyntaxFactory.List(statements),
            Token(SyntaxKind.CloseBraceToken, beforeClose, afterClose));

    /// <summary>A token without the elastic white space that would be formatted afterwards.</summary>
    public static SyntaxToken Token(SyntaxKind kind, SyntaxTriviaList leading = default, SyntaxTriviaList trailing = default) => SyntaxFactory.Token(leading, kind, trailing);

    /// <summary>An empty block on one line.</summary>
    public static BlockSyntax Empty() => (BlockSyntax)SyntaxFactory.ParseStatement("{ }");

    /// <summary>The function with its expression body turned into a block that runs the expression and then more.</summary>
    /// <param name="function">The function, with what other edits made of it.</param>
    /// <param name="more">What else it runs.</param>
    /// <param name="layout">The layout at the function.</param>
    /// <param name="ofExpression">The layout at the expression.</param>
    public static SyntaxNode With(SyntaxNode function, IEnumerable<ExpressionSyntax> more, CodeLayout layout, CodeLayout ofExpression)
    {
        if (ExpressionOf(function) is null)
            return function;

        var body = new BodyExpansion(function, layout, ofExpression);
        return body.With(more
            .Select(expression => Statement(expression, CodeLayout.White(body.Indent), layout.EndOfLine))
            .Prepend(body.Statement(body.Indent).WithLeadingTrivia(body.Leading)));
    }

    /// <summary>The function with a block in place of its expression body.</summary>
    public static SyntaxNode WithBody(SyntaxNode function, BlockSyntax block)
    {
        return function switch
        {
            AnonymousFunctionExpressionSyntax anonymous => anonymous.WithExpressionBody(null).WithBlock(block),
            MethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)),
            ConstructorDeclarationSyntax constructor => constructor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(constructor.SemicolonToken.TrailingTrivia)),
            DestructorDeclarationSyntax destructor => destructor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(destructor.SemicolonToken.TrailingTrivia)),
            AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(accessor.SemicolonToken.TrailingTrivia)),
            LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(local.SemicolonToken.TrailingTrivia)),
            _ => function,
        };
    }
}
