using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Tag helpers whose element is there for what they write into it.</summary>
internal static class TagHelperSyntax
{
    /// <summary>
    /// The name of the output whose element the statement fills, in the method that a tag helper is asked with. Null where the
    /// statement writes beside an element that has other content, and where it could not leave the method.
    /// </summary>
    public static string? OutputFilledBy(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        if (statement is not ExpressionStatementSyntax { Parent: BlockSyntax, Expression: var expression }
            || statement.FirstAncestorOrSelf<SyntaxNode>(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax) is not MethodDeclarationSyntax method
            || model.GetDeclaredSymbol(method, cancellationToken) is not { IsOverride: true, Name: "Process" or "ProcessAsync" } symbol
            || !IsTagHelper(symbol.ContainingType)
            || symbol.Parameters.FirstOrDefault(static parameter => parameter.Type.Name == "TagHelperOutput") is not { } output)
        {
            return null;
        }

        for (var node = expression; node is not null;)
        {
            switch (node)
            {
                case InvocationExpressionSyntax call:
                    node = call.Expression;
                    break;

                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content" or "Attributes", Expression: IdentifierNameSyntax name }:
                    return name.Identifier.ValueText == output.Name ? output.Name : null;

                case MemberAccessExpressionSyntax access:
                    node = access.Expression;
                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What leaves the method around a statement: with nothing, or with a task that is done.</summary>
    public static StatementSyntax LeaveAt(SyntaxNode statement) =>
        statement.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { ReturnType: not PredefinedTypeSyntax } method && !method.Modifiers.Any(SyntaxKind.AsyncKeyword)
            ? SyntaxFactory.ReturnStatement(BlockBody.Token(SyntaxKind.ReturnKeyword, trailing: SyntaxFactory.TriviaList(SyntaxFactory.Space)), AsyncContext.CompletedTask(), BlockBody.Token(SyntaxKind.SemicolonToken))
            : SyntaxFactory.ParseStatement("return;");

    private static bool IsTagHelper(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "TagHelper", ContainingNamespace: { Name: "TagHelpers", ContainingNamespace.Name: "Razor" } })
                return true;
        }

        return false;
    }
}
