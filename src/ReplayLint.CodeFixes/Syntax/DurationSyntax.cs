using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Writes another duration in the form in which one is written: <c>TimeSpan.FromDays(180)</c>, <c>DateTimeOffset.UtcNow.AddDays(180)</c>.</summary>
internal static class DurationSyntax
{
    /// <summary>A time span of so many days.</summary>
    public static ExpressionSyntax Span(string days) =>
        Invoke(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.ParseExpression("global::System.TimeSpan").WithAdditionalAnnotations(Simplifier.Annotation),
                SyntaxFactory.IdentifierName("FromDays")),
            days);

    /// <summary>The same expression for another number of days, or null when its form is not known.</summary>
    public static ExpressionSyntax? With(ExpressionSyntax value, string days, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(value, cancellationToken).Type;
        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return With(parenthesized.Expression, days, model, cancellationToken);

            // TimeSpan.FromHours(…), as the file names the type.
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } when name.StartsWith("From", StringComparison.Ordinal) && type?.Name == "TimeSpan":
                return Call(access, "FromDays", days);

            // now.Add(TimeSpan.FromDays(…)), and now.AddYears(…) in whatever steps.
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } access, ArgumentList.Arguments: { Count: 1 } arguments } call when !IsSum(access.Expression):
                return With(arguments[0].Expression, days, model, cancellationToken) is { } span
                    ? call.ReplaceNode(arguments[0].Expression, span.WithTriviaFrom(arguments[0].Expression))
                    : null;

            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } when IsSum(value):
                while (IsSum(access.Expression))
                    access = (MemberAccessExpressionSyntax)((InvocationExpressionSyntax)access.Expression).Expression;

                return Call(access, "AddDays", days);

            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when type?.Name != "TimeSpan" && !IsSum(sum.Left) && sum.Left is not BinaryExpressionSyntax:
                return With(sum.Right, days, model, cancellationToken) is { } added ? sum.WithRight(added.WithTriviaFrom(sum.Right)) : null;

            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation when type?.Name == "DateTimeOffset":
                return With(arguments[0].Expression, days, model, cancellationToken) is { } date ? creation.ReplaceNode(arguments[0].Expression, date) : null;

            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MaxValue" } access when type?.Name is "DateTime" or "DateTimeOffset":
                return Call(access.WithName(SyntaxFactory.IdentifierName("UtcNow")), days);

            default:
                return type?.Name == "TimeSpan" ? Span(days) : null;
        }
    }

    /// <summary>Whether the expression adds a number of something to a date.</summary>
    private static bool IsSum(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && name.StartsWith("Add", StringComparison.Ordinal);

    private static ExpressionSyntax Call(MemberAccessExpressionSyntax access, string name, string days) =>
        Invoke(access.WithName(SyntaxFactory.IdentifierName(name)), days);

    private static ExpressionSyntax Call(ExpressionSyntax now, string days) =>
        Invoke(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, now, SyntaxFactory.IdentifierName("AddDays")), days);

    private static ExpressionSyntax Invoke(ExpressionSyntax method, string days) =>
        SyntaxFactory.InvocationExpression(method, SyntaxFactory.ParseArgumentList($"({days})"));
}
