using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>A function whose body is an expression and that gets a block, with a line for each statement.</summary>
internal sealed class BodyExpansion
{
    private readonly SyntaxNode _function;
    private readonly ExpressionSyntax _expression;
    private readonly CodeLayout _layout;
    private readonly CodeLayout _ofExpression;

    public BodyExpansion(SyntaxNode function, CodeLayout layout, CodeLayout ofExpression)
    {
        // The body starts on a line of its own.
        var before = BlockBody.TokenBefore(function);
        _function = function.ReplaceToken(before, before.WithTrailingTrivia(CodeLayout.EndLine(before.TrailingTrivia, layout.EndOfLine)));
        _expression = BlockBody.ExpressionOf(_function)!;
        _layout = layout;
        _ofExpression = ofExpression;
        Indent = layout.Indent + layout.Step;
        Leading = ofExpression.StartsLine
            ? CodeLayout.Reindent(_expression.GetLeadingTrivia(), startsLine: true, ofExpression.Indent, Indent, isBeforeToken: true)
            : CodeLayout.White(Indent).AddRange(_expression.GetLeadingTrivia());
    }

    /// <summary>The white space before the statements.</summary>
    public string Indent { get; }

    /// <summary>What stood before the expression, for the first statement.</summary>
    public SyntaxTriviaList Leading { get; }

    /// <summary>The expression as a statement.</summary>
    public StatementSyntax Statement(string indent, bool isReturned = false)
    {
        var line = SyntaxFactory.TriviaList(_layout.EndOfLine);
        var moved = CodeLayout.Reindent(_expression.WithLeadingTrivia(isReturned ? SyntaxTriviaList.Empty : CodeLayout.White(indent)), _ofExpression.Indent, indent, first: false);
        if (_function is LambdaExpressionSyntax)
            moved = moved.WithoutTrailingTrivia();

        var semicolon = BlockBody.Token(SyntaxKind.SemicolonToken, SyntaxTriviaList.Empty, line);
        return isReturned
            ? SyntaxFactory.ReturnStatement(default, BlockBody.Token(SyntaxKind.ReturnKeyword, CodeLayout.White(indent), SyntaxFactory.TriviaList(SyntaxFactory.Space)), moved, semicolon)
            : SyntaxFactory.ExpressionStatement(moved, semicolon);
    }

    /// <summary>The function with the statements for its body.</summary>
    public SyntaxNode With(IEnumerable<StatementSyntax> statements)
    {
        var line = SyntaxFactory.TriviaList(_layout.EndOfLine);
        var trailing = _function is LambdaExpressionSyntax ? _expression.GetTrailingTrivia() : SyntaxTriviaList.Empty;
        return BlockBody.WithBody(_function, BlockBody.Block(CodeLayout.White(_layout.Indent), line, statements, CodeLayout.White(_layout.Indent), trailing));
    }
}
