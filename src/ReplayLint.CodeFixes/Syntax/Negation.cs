using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>
/// Turns a yes or no round where it is asked, without piling up negations: <c>!x</c> becomes <c>x</c>, <c>x == false</c> becomes
/// <c>x</c>. Where there may be no answer, only a yes counts: <c>a?.X == false</c> becomes <c>a?.X == true</c>.
/// </summary>
internal static class Negation
{
    /// <summary>The smallest expression around a member that asks for its answer, with the negation or comparison that belongs to it.</summary>
    public static ExpressionSyntax QuestionOf(SimpleNameSyntax name)
    {
        var answer = Outside(AnswerOf(name));
        return answer.Parent switch
        {
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => not,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison when Literal(comparison.Right) is not null => comparison,
            IsPatternExpressionSyntax { Pattern: var pattern } match when IsLiteral(pattern) => match,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when Literal(coalesce.Right) is not null && coalesce.Left == answer => Outside(coalesce).Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not ? not : coalesce,
            _ => answer,
        };
    }

    /// <summary>The question with the opposite answer.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax question)
    {
        switch (question)
        {
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand }:
                return (Inside(operand) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } negated ? Parenthesize(Flip(negated)) : Inside(operand)).WithTriviaFrom(question);

            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return Not(Parenthesize(Flip(coalesce).WithoutTrivia())).WithTriviaFrom(question);

            case BinaryExpressionSyntax comparison when Literal(comparison.Right) is { } literal:
                var asksForNo = literal != comparison.IsKind(SyntaxKind.EqualsExpression);
                if (Inside(comparison.Left) is not ConditionalAccessExpressionSyntax)
                    return (asksForNo ? comparison.Left.WithoutTrivia() : Not(comparison.Left.WithoutTrivia())).WithTriviaFrom(question);

                return SyntaxFactory.BinaryExpression(
                    asksForNo ? SyntaxKind.EqualsExpression : SyntaxKind.NotEqualsExpression,
                    comparison.Left,
                    SyntaxFactory.Token(comparison.OperatorToken.LeadingTrivia, asksForNo ? SyntaxKind.EqualsEqualsToken : SyntaxKind.ExclamationEqualsToken, comparison.OperatorToken.TrailingTrivia),
                    Truth(true).WithTriviaFrom(comparison.Right));

            case IsPatternExpressionSyntax match:
                var isNo = match.Pattern is ConstantPatternSyntax { Expression: var value } ? !Literal(value)!.Value : Literal(((ConstantPatternSyntax)((UnaryPatternSyntax)match.Pattern).Pattern).Expression)!.Value;
                return match.WithPattern(((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression(isNo ? "x is true" : "x is not true")).Pattern.WithTriviaFrom(match.Pattern));

            default:
                return Not(question.WithoutTrivia()).WithTriviaFrom(question);
        }
    }

    /// <summary><c>!expression</c>; the expression is one that binds tightly.</summary>
    public static ExpressionSyntax Not(ExpressionSyntax expression) =>
        SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.ExclamationToken, SyntaxTriviaList.Empty), expression);

    private static ExpressionSyntax AnswerOf(SimpleNameSyntax name)
    {
        ExpressionSyntax answer = name;
        while (true)
        {
            switch (answer.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Name == answer:
                    answer = access;
                    break;
                case MemberBindingExpressionSyntax binding:
                    answer = binding;
                    break;
                case InvocationExpressionSyntax call when call.Expression == answer:
                    answer = call;
                    break;
                case ConditionalAccessExpressionSyntax conditional when conditional.WhenNotNull == answer:
                    answer = conditional;
                    break;
                case AwaitExpressionSyntax wait:
                    answer = wait;
                    break;
                default:
                    return answer;
            }
        }
    }

    private static BinaryExpressionSyntax Flip(BinaryExpressionSyntax coalesce) =>
        coalesce.WithRight(Truth(!Literal(coalesce.Right)!.Value).WithTriviaFrom(coalesce.Right));

    private static ExpressionSyntax Parenthesize(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(
            SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.OpenParenToken, SyntaxTriviaList.Empty),
            expression,
            SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.CloseParenToken, SyntaxTriviaList.Empty));

    private static ExpressionSyntax Outside(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized;

        return expression;
    }

    private static ExpressionSyntax Inside(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;

        return expression;
    }

    private static bool IsLiteral(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => Literal(constant.Expression) is not null,
        UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } => Literal(constant.Expression) is not null,
        _ => false,
    };

    private static bool? Literal(ExpressionSyntax expression) => expression.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => true,
        SyntaxKind.FalseLiteralExpression => false,
        _ => null,
    };

    private static ExpressionSyntax Truth(bool value) => SyntaxFactory.ParseExpression(value ? "true" : "false");
}
