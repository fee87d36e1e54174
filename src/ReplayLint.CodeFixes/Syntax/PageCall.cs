using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Readers.Interop;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Calls from C# to functions of the page, and the values that they hand over.</summary>
internal static class PageCall
{
    /// <summary>The call that hands over an expression, by itself or in an array that is written there; null where none does.</summary>
    public static InvocationExpressionSyntax? Of(SyntaxNode value, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var node = value; ; node = node.Parent)
        {
            switch (node.Parent)
            {
                case ArgumentListSyntax { Parent: InvocationExpressionSyntax call }:
                    return Is(call, model, cancellationToken) ? call : null;

                case ArgumentSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax:
                case InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax }:
                case ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ExpressionElementSyntax or CollectionExpressionSyntax:
                    break;

                default:
                    return null;
            }
        }
    }

    /// <summary>Whether an object that is written in code gets to the page, and nowhere else.</summary>
    public static bool IsOnlyFor(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (value.Parent)
        {
            case AnonymousObjectMemberDeclaratorSyntax { Parent: AnonymousObjectCreationExpressionSyntax outer }:
                return IsOnlyFor(outer, model, cancellationToken);

            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax outer } } assignment when assignment.Right == value:
                return IsOnlyFor(outer, model, cancellationToken);

            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } } local }:
                var symbol = model.GetDeclaredSymbol(local, cancellationToken);
                return scope.DescendantNodes().OfType<IdentifierNameSyntax>()
                    .Where(name => name.Identifier.ValueText == local.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
                    .All(name => Of(name, model, cancellationToken) is not null);

            default:
                return Of(value, model, cancellationToken) is not null;
        }
    }

    public static bool Is(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && (InteropReader.MayBe(method.ReducedFrom ?? method) || InteropReader.IsImported(method));
}
