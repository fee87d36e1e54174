using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Readers.CSharp;

/// <summary>The operations of members that are declared elsewhere in the project: the bodies that a configure call names, the values of constants.</summary>
internal sealed class SourceOperations(SemanticModels models)
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);

    /// <summary>The body of a method or local function, or null when its source is not part of the project.</summary>
    public IOperation? BodyOf(IMethodSymbol method) => _bodies.GetOrAdd(method.OriginalDefinition, FindBody);

    /// <summary>The value of a read-only field, or of a property that only returns a value; null when it can change.</summary>
    public IOperation? ValueOf(ISymbol member) => _values.GetOrAdd(member.OriginalDefinition, FindValue);

    private IOperation? FindBody(ISymbol method)
    {
        foreach (var reference in models.DeclarationsOf(method))
        {
            if (OperationOf(reference.GetSyntax()) is { } body)
                return body;
        }

        return null;
    }

    private IOperation? FindValue(ISymbol member)
    {
        if (member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null, IsVirtual: false, IsOverride: false }))
            return null;

        foreach (var reference in models.DeclarationsOf(member))
        {
            var value = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression ?? ReturnedBy(property),
                _ => null,
            };

            if (value is not null && !IsAssignedInConstructor(member) && OperationOf(value) is { } operation)
                return operation;
        }

        return null;
    }

    private static ExpressionSyntax? ReturnedBy(PropertyDeclarationSyntax property) =>
        property.AccessorList is { Accessors: { Count: 1 } accessors }
            ? accessors[0].ExpressionBody?.Expression
                ?? (accessors[0].Body is { Statements: { Count: 1 } statements } ? (statements[0] as ReturnStatementSyntax)?.Expression : null)
            : null;

    /// <summary>A read-only member may still get another value in a constructor.</summary>
    public static bool IsAssignedInConstructor(ISymbol member)
    {
        foreach (var constructor in member.ContainingType.Constructors)
        {
            foreach (var reference in constructor.DeclaringSyntaxReferences)
            {
                foreach (var node in reference.GetSyntax().DescendantNodes())
                {
                    if (node is AssignmentExpressionSyntax { Left: var left } && NameOf(left) == member.Name)
                        return true;
                }
            }
        }

        return false;

        static string? NameOf(ExpressionSyntax left) => left switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        };
    }

    private IOperation? OperationOf(SyntaxNode node) => models.Of(node.SyntaxTree).GetOperation(node);
}
