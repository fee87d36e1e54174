using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Puts code behind a guard. What is guarded is kept as it is, only further to the right.</summary>
internal static class GuardSyntax
{
    private static readonly SyntaxTriviaList Space = SyntaxFactory.TriviaList(SyntaxFactory.Space);

    /// <summary><c>if (guard) { … }</c> around statements that follow each other, where a statement may stand.</summary>
    public static StatementSyntax If(StatementSyntax statement, IEnumerable<StatementSyntax> following, ExpressionSyntax guard, CodeLayout layout) =>
        layout.StartsLine && EndsLine(statement)
            ? If(statement.GetLeadingTrivia(), [Inner(statement, layout, first: false), .. following.Select(s => Inner(s, layout, first: true))], guard, layout.Indent, layout)
            : IfOnOneLine(statement, guard);

    /// <summary>The same for a statement that another owns: <c>else …</c>, <c>while (x) …</c>. In a block, for an <c>else</c> after it must keep its <c>if</c>.</summary>
    public static StatementSyntax IfInBlock(StatementSyntax statement, ExpressionSyntax guard, bool isElse, CodeLayout owner, CodeLayout layout)
    {
        if (!layout.StartsLine || !EndsLine(statement))
        {
            var guarded = IfOnOneLine(statement, guard);
            return isElse ? guarded : Block(SyntaxTriviaList.Empty, Space, [guarded.WithTrailingTrivia(Space)], SyntaxTriviaList.Empty, statement.GetTrailingTrivia());
        }

        var indent = owner.Indent + owner.Step;
        var leading = CodeLayout.Reindent(statement.GetLeadingTrivia(), startsLine: true, layout.Indent, indent, isBeforeToken: true);
        var moved = CodeLayout.Reindent(statement.WithLeadingTrivia(CodeLayout.White(indent + owner.Step)), layout.Indent, indent + owner.Step, first: false);
        var line = SyntaxFactory.TriviaList(owner.EndOfLine);
        return Block(CodeLayout.White(owner.Indent), line, [If(leading, [moved], guard, indent, owner)], CodeLayout.White(owner.Indent), line);
    }

    /// <summary><c>condition &amp;&amp; guard</c>.</summary>
    public static ExpressionSyntax And(ExpressionSyntax condition, ExpressionSyntax guard)
    {
        var left = condition.WithoutTrailingTrivia();
        if (condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } or ConditionalExpressionSyntax or AssignmentExpressionSyntax)
            left = SyntaxFactory.ParenthesizedExpression(SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.OpenParenToken, SyntaxTriviaList.Empty), left, Token(SyntaxKind.CloseParenToken));

        return SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, left, Token(SyntaxKind.AmpersandAmpersandToken, Space, Space), guard.WithTrailingTrivia(condition.GetTrailingTrivia()));
    }

    /// <summary><c>guard ? value : otherwise</c>.</summary>
    public static ExpressionSyntax Choose(ExpressionSyntax value, ExpressionSyntax guard, ExpressionSyntax otherwise) =>
        SyntaxFactory.ConditionalExpression(
            guard.WithLeadingTrivia(value.GetLeadingTrivia()),
            Token(SyntaxKind.QuestionToken, Space, Space),
            value.WithoutTrivia(),
            Token(SyntaxKind.ColonToken, Space, Space),
            otherwise.WithTrailingTrivia(value.GetTrailingTrivia()));

    /// <summary>A function whose body is an expression, with a block that runs the expression only if the guard agrees.</summary>
    public static SyntaxNode Body(SyntaxNode function, ExpressionSyntax guard, CodeLayout layout, CodeLayout ofExpression)
    {
        if (function is AccessorDeclarationSyntax && !layout.StartsLine)
        {
            var only = SyntaxFactory.ExpressionStatement(BlockBody.ExpressionOf(function)!.WithoutTrivia(), Token(SyntaxKind.SemicolonToken));
            return BlockBody.WithBody(function, Block(SyntaxTriviaList.Empty, Space, [IfOnOneLine(only, guard).WithTrailingTrivia(Space)], SyntaxTriviaList.Empty, SyntaxTriviaList.Empty));
        }

        // The body starts on a line of its own.
        var before = BlockBody.TokenBefore(function);
        function = function.ReplaceToken(before, before.WithTrailingTrivia(CodeLayout.EndLine(before.TrailingTrivia, layout.EndOfLine)));

        var expression = BlockBody.ExpressionOf(function)!;
        var indent = layout.Indent + layout.Step;
        var inner = indent + layout.Step;
        var leading = ofExpression.StartsLine
            ? CodeLayout.Reindent(expression.GetLeadingTrivia(), startsLine: true, ofExpression.Indent, indent, isBeforeToken: true)
            : CodeLayout.White(indent).AddRange(expression.GetLeadingTrivia());

        var line = SyntaxFactory.TriviaList(layout.EndOfLine);
        var trailing = function is LambdaExpressionSyntax ? expression.GetTrailingTrivia() : SyntaxTriviaList.Empty;
        var moved = CodeLayout.Reindent(expression.WithLeadingTrivia(CodeLayout.White(inner)), ofExpression.Indent, inner, first: false);
        if (function is LambdaExpressionSyntax)
            moved = moved.WithoutTrailingTrivia();

        var statement = SyntaxFactory.ExpressionStatement(moved, Token(SyntaxKind.SemicolonToken, SyntaxTriviaList.Empty, line));
        return BlockBody.WithBody(function, Block(CodeLayout.White(layout.Indent), line, [If(leading, [statement], guard, indent, layout)], CodeLayout.White(layout.Indent), trailing));
    }

    private static StatementSyntax Inner(StatementSyntax statement, CodeLayout layout, bool first)
    {
        var inner = layout.Indent + layout.Step;
        return CodeLayout.Reindent(first ? statement : statement.WithLeadingTrivia(CodeLayout.White(inner)), layout.Indent, inner, first);
    }

    private static StatementSyntax If(SyntaxTriviaList leading, IEnumerable<StatementSyntax> statements, ExpressionSyntax guard, string indent, CodeLayout layout)
    {
        var line = SyntaxFactory.TriviaList(layout.EndOfLine);
        return SyntaxFactory.IfStatement(
            default,
            Token(SyntaxKind.IfKeyword, leading, Space),
            Token(SyntaxKind.OpenParenToken),
            guard,
            Token(SyntaxKind.CloseParenToken, SyntaxTriviaList.Empty, line),
            Block(CodeLayout.White(indent), line, statements, CodeLayout.White(indent), line),
            null);
    }

    private static StatementSyntax IfOnOneLine(StatementSyntax statement, ExpressionSyntax guard) =>
        SyntaxFactory.IfStatement(
            default,
            Token(SyntaxKind.IfKeyword, statement.GetLeadingTrivia(), Space),
            Token(SyntaxKind.OpenParenToken),
            guard,
            Token(SyntaxKind.CloseParenToken, SyntaxTriviaList.Empty, Space),
            Block(SyntaxTriviaList.Empty, Space, [statement.WithoutLeadingTrivia().WithTrailingTrivia(Space)], SyntaxTriviaList.Empty, statement.GetTrailingTrivia()),
            null);

    private static BlockSyntax Block(SyntaxTriviaList beforeOpen, SyntaxTriviaList afterOpen, IEnumerable<StatementSyntax> statements, SyntaxTriviaList beforeClose, SyntaxTriviaList afterClose) =>
        SyntaxFactory.Block(
            Token(SyntaxKind.OpenBraceToken, beforeOpen, afterOpen),
            SyntaxFactory.List(statements),
            Token(SyntaxKind.CloseBraceToken, beforeClose, afterClose));

    /// <summary>A token without the elastic white space that would be formatted afterwards.</summary>
    private static SyntaxToken Token(SyntaxKind kind, SyntaxTriviaList leading = default, SyntaxTriviaList trailing = default) => SyntaxFactory.Token(leading, kind, trailing);

    private static bool EndsLine(StatementSyntax statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
}
