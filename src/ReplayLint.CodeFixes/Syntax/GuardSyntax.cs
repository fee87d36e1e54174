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
            return isElse ? guarded : BlockBody.Block(SyntaxTriviaList.Empty, Space, [guarded.WithTrailingTrivia(Space)], SyntaxTriviaList.Empty, statement.GetTrailingTrivia());
        }

        var indent = owner.Indent + owner.Step;
        var leading = CodeLayout.Reindent(statement.GetLeadingTrivia(), startsLine: true, layout.Indent, indent, isBeforeToken: true);
        var moved = CodeLayout.Reindent(statement.WithLeadingTrivia(CodeLayout.White(indent + owner.Step)), layout.Indent, indent + owner.Step, first: false);
        var line = SyntaxFactory.TriviaList(owner.EndOfLine);
        return BlockBody.Block(CodeLayout.White(owner.Indent), line, [If(leading, [moved], guard, indent, owner)], CodeLayout.White(owner.Indent), line);
    }

    /// <summary><c>if (condition) return;</c>, on two lines.</summary>
    public static StatementSyntax ReturnIf(ExpressionSyntax condition, SyntaxTriviaList before, CodeLayout layout)
    {
        var line = SyntaxFactory.TriviaList(layout.EndOfLine);
        return SyntaxFactory.IfStatement(
            default,
            BlockBody.Token(SyntaxKind.IfKeyword, before.AddRange(CodeLayout.White(layout.Indent)), Space),
            BlockBody.Token(SyntaxKind.OpenParenToken),
            condition,
            BlockBody.Token(SyntaxKind.CloseParenToken, SyntaxTriviaList.Empty, line),
            SyntaxFactory.ReturnStatement(
                default,
                BlockBody.Token(SyntaxKind.ReturnKeyword, CodeLayout.White(layout.Indent + layout.Step)),
                null,
                BlockBody.Token(SyntaxKind.SemicolonToken, SyntaxTriviaList.Empty, line)),
            null);
    }

    /// <summary><c>condition &amp;&amp; guard</c>.</summary>
    public static ExpressionSyntax And(ExpressionSyntax condition, ExpressionSyntax guard)
    {
        var left = condition.WithoutTrailingTrivia();
        if (condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } or ConditionalExpressionSyntax or AssignmentExpressionSyntax)
            left = SyntaxFactory.ParenthesizedExpression(SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.OpenParenToken, SyntaxTriviaList.Empty), left, BlockBody.Token(SyntaxKind.CloseParenToken));

        return SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, left, BlockBody.Token(SyntaxKind.AmpersandAmpersandToken, Space, Space), guard.WithTrailingTrivia(condition.GetTrailingTrivia()));
    }

    /// <summary><c>if (condition) { … }</c> around new statements, each on a line.</summary>
    public static StatementSyntax LeaveIf(ExpressionSyntax condition, IEnumerable<StatementSyntax> statements, SyntaxTriviaList before, CodeLayout layout)
    {
        var line = SyntaxFactory.TriviaList(layout.EndOfLine);
        var inner = statements.Select(statement => statement.WithLeadingTrivia(CodeLayout.White(layout.Indent + layout.Step)).WithTrailingTrivia(line));
        return If(before.AddRange(CodeLayout.White(layout.Indent)), inner, condition, layout.Indent, layout);
    }

    /// <summary><c>guard ? value : otherwise</c>.</summary>
    /// <param name="isPart">Whether the choice is part of an expression, so that it needs parentheses.</param>
    public static ExpressionSyntax Choose(ExpressionSyntax value, ExpressionSyntax guard, ExpressionSyntax otherwise, bool isPart = false)
    {
        var choice = SyntaxFactory.ConditionalExpression(
            guard.WithoutTrivia(),
            BlockBody.Token(SyntaxKind.QuestionToken, Space, Space),
            value.WithoutTrivia(),
            BlockBody.Token(SyntaxKind.ColonToken, Space, Space),
            otherwise);
        return (isPart ? SyntaxFactory.ParenthesizedExpression(choice) : (ExpressionSyntax)choice).WithTriviaFrom(value);
    }

    /// <summary>A function whose body is an expression, with a block that runs the expression only if the guard agrees.</summary>
    public static SyntaxNode Body(SyntaxNode function, ExpressionSyntax guard, CodeLayout layout, CodeLayout ofExpression)
    {
        if (function is AccessorDeclarationSyntax && !layout.StartsLine)
        {
            var only = SyntaxFactory.ExpressionStatement(BlockBody.ExpressionOf(function)!.WithoutTrivia(), BlockBody.Token(SyntaxKind.SemicolonToken));
            return BlockBody.WithBody(function, BlockBody.Block(SyntaxTriviaList.Empty, Space, [IfOnOneLine(only, guard).WithTrailingTrivia(Space)], SyntaxTriviaList.Empty, SyntaxTriviaList.Empty));
        }

        var body = new BodyExpansion(function, layout, ofExpression);
        return body.With([If(body.Leading, [body.Statement(body.Indent + layout.Step)], guard, body.Indent, layout)]);
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
            BlockBody.Token(SyntaxKind.IfKeyword, leading, Space),
            BlockBody.Token(SyntaxKind.OpenParenToken),
            guard,
            BlockBody.Token(SyntaxKind.CloseParenToken, SyntaxTriviaList.Empty, line),
            BlockBody.Block(CodeLayout.White(indent), line, statements, CodeLayout.White(indent), line),
            null);
    }

    private static StatementSyntax IfOnOneLine(StatementSyntax statement, ExpressionSyntax guard) =>
        SyntaxFactory.IfStatement(
            default,
            BlockBody.Token(SyntaxKind.IfKeyword, statement.GetLeadingTrivia(), Space),
            BlockBody.Token(SyntaxKind.OpenParenToken),
            guard,
            BlockBody.Token(SyntaxKind.CloseParenToken, SyntaxTriviaList.Empty, Space),
            BlockBody.Block(SyntaxTriviaList.Empty, Space, [statement.WithoutLeadingTrivia().WithTrailingTrivia(Space)], SyntaxTriviaList.Empty, statement.GetTrailingTrivia()),
            null);

    private static bool EndsLine(StatementSyntax statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
}
