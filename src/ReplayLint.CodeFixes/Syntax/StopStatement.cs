using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>The statement by which a recorder is stopped, read from the full names in which a rule writes it.</summary>
internal sealed class StopStatement
{
    private readonly ExpressionSyntax _expression;
    private readonly ExpressionSyntax _type;
    private readonly INamedTypeSymbol _symbol;

    private StopStatement(ExpressionSyntax expression, ExpressionSyntax type, INamedTypeSymbol symbol)
    {
        _expression = expression;
        _type = type;
        _symbol = symbol;
    }

    /// <summary>The statement as a person would say it.</summary>
    public string Title => _symbol.Name + _expression.ToString().Substring(_type.Span.End - _expression.SpanStart);

    /// <summary>Reads the statement, or returns null when the project has no such type.</summary>
    public static StopStatement? Read(string? text, Compilation compilation)
    {
        if (text is null || SyntaxFactory.ParseExpression(text.TrimEnd(';')) is not { ContainsDiagnostics: false } expression)
            return null;

        var target = expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => called.Expression,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax written } => written.Expression,
            _ => null,
        };

        for (; target is not null; target = (target as MemberAccessExpressionSyntax)?.Expression)
        {
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + target, compilation) is INamedTypeSymbol type)
                return new StopStatement(expression, target, type);
        }

        return null;
    }

    /// <summary>The expression with the shortest name that the type has at a place.</summary>
    public ExpressionSyntax Create(SemanticModel model, int position)
    {
        var shortest = SyntaxFactory.ParseExpression(_symbol.ToMinimalDisplayString(model, position));
        var isOurs = SymbolEqualityComparer.Default.Equals(model.GetSpeculativeSymbolInfo(position, shortest, SpeculativeBindingOption.BindAsExpression).Symbol, _symbol);
        return _expression.ReplaceNode(_type, isOurs ? shortest : SyntaxFactory.ParseExpression(_symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
    }

    /// <summary>Whether the code does what the statement says.</summary>
    public bool IsIn(IEnumerable<SyntaxNode> code, SemanticModel model, CancellationToken cancellationToken) =>
        code.SelectMany(static node => node.DescendantNodesAndSelf()).OfType<ExpressionSyntax>().Any(expression =>
            expression.RawKind == _expression.RawKind
            && Rest(expression) == Rest(_expression)
            && model.GetSymbolInfo(Target(expression), cancellationToken).Symbol is { IsStatic: true } member
            && SymbolEqualityComparer.Default.Equals(member.ContainingType, _symbol));

    /// <summary>What is called and with what, or what is written: all but the type.</summary>
    private static string Rest(ExpressionSyntax expression) =>
        StartSyntax.NameOf(Target(expression))?.Identifier.ValueText + (expression is AssignmentExpressionSyntax assignment ? "=" + assignment.Right : (expression as InvocationExpressionSyntax)?.ArgumentList.ToString());

    private static ExpressionSyntax Target(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => call.Expression,
        AssignmentExpressionSyntax assignment => assignment.Left,
        _ => expression,
    };
}
