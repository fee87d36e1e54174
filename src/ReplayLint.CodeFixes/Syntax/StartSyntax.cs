using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Finds the code that starts a recorder, and what stands around it.</summary>
internal static class StartSyntax
{
    /// <summary>
    /// The call whose name stands at the span, or the assignment at it. Where a script starts there, the call to the page, what
    /// writes the text of the script, or that text.
    /// </summary>
    public static ExpressionSyntax? Find(SyntaxNode root, TextSpan span, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!root.FullSpan.Contains(span))
            return null;

        if (root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax { Span: var found } value and not AssignmentExpressionSyntax && found == span)
        {
            if (PageCall.Of(value, model, cancellationToken) is { } pageCall)
                return pageCall;

            if (TextSyntax.WholeAt(value, model, cancellationToken) is { } text)
                return TextSyntax.WriterOf(text, model, cancellationToken) ?? text;
        }

        for (var node = root.FindNode(span, getInnermostNodeForTie: true); node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AssignmentExpressionSyntax assignment when assignment.Span == span:
                case InvocationExpressionSyntax { Expression: var called } when called.Span == span || NameOf(called)?.Span == span:
                case ObjectCreationExpressionSyntax creation when creation.SpanStart == span.Start && creation.Type.Span.End == span.End:
                case ImplicitObjectCreationExpressionSyntax { NewKeyword.Span: var keyword } when keyword == span:
                    return (ExpressionSyntax)node;
                case StatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The name by which an expression mentions a member.</summary>
    public static SimpleNameSyntax? NameOf(SyntaxNode expression) => expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        ConditionalAccessExpressionSyntax conditional => NameOf(conditional.WhenNotNull),
        InvocationExpressionSyntax call => NameOf(call.Expression),
        _ => null,
    };

    /// <summary>The start with what only waits for it or throws its result away.</summary>
    public static ExpressionSyntax Outermost(ExpressionSyntax start, SemanticModel model, CancellationToken cancellationToken)
    {
        var node = start;
        while (true)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    node = (ExpressionSyntax)node.Parent;
                    break;

                case ConditionalAccessExpressionSyntax conditional when conditional.WhenNotNull == node:
                    node = conditional;
                    break;

                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask", Parent: InvocationExpressionSyntax configured }:
                    node = configured;
                    break;

                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } left } discard when discard.Right == node && model.GetSymbolInfo(left, cancellationToken).Symbol is IDiscardSymbol:
                    node = discard;
                    break;

                default:
                    return node;
            }
        }
    }

    /// <summary>Whether other calls come before the start in its chain: <c>builder.UseMauiApp().UseRecorder()</c>.</summary>
    public static bool IsChained(ExpressionSyntax start) =>
        start is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax } };

    /// <summary>The function whose whole body is the expression, when nothing comes of the expression's value.</summary>
    public static SyntaxNode? FunctionThatOnlyRuns(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        var function = expression.Parent switch
        {
            LambdaExpressionSyntax lambda when lambda.ExpressionBody == expression => lambda,
            ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax } arrow => arrow.Parent,
            _ => null,
        };

        var symbol = function switch
        {
            null => null,
            LambdaExpressionSyntax => model.GetSymbolInfo(function, cancellationToken).Symbol,
            _ => model.GetDeclaredSymbol(function, cancellationToken),
        };

        return symbol is IMethodSymbol method && (method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 })) ? function : null;
    }

    /// <summary>Whether a statement declares variables that the statements after it may use.</summary>
    public static bool DeclaresVariables(StatementSyntax statement) =>
        statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).Any(static node => node is SingleVariableDesignationSyntax);

    /// <summary>The member whose flow of control the place is part of; top-level statements are one member together.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode place)
    {
        for (var node = place; node is not null; node = node.Parent)
        {
            if (node is AccessorDeclarationSyntax or CompilationUnitSyntax || (node is MemberDeclarationSyntax and not GlobalStatementSyntax))
                return node;
        }

        return null;
    }
}
