using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Readers.CSharp;

/// <summary>Tells whether a value identifies a person directly: an e-mail address, a name, a claim that holds one.</summary>
internal sealed class IdentifierReader(IdentifierWords words)
{
    /// <summary>Whether the expression is or contains a direct identifier, as far as its names tell.</summary>
    public bool IsDirect(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is string text && (IdentifierWords.IsEmailAddress(text) || (value is IFieldReferenceOperation { Field: var field } && IsListed(field)));

        // The length of a name, or whether there is one, names nobody.
        if (value.Type is { IsValueType: true, SpecialType: not SpecialType.None })
            return false;

        if (SymbolOf(value) is { } symbol)
        {
            if (IsListed(symbol) || words.IsNamed(symbol.Name))
                return true;

            if (symbol is IMethodSymbol && words.IsPseudonym(symbol.Name))
                return false;
        }

        foreach (var part in value.ChildOperations)
        {
            if (IsDirect(part))
                return true;
        }

        return false;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInvocationOperation invocation => invocation.TargetMethod,
        _ => null,
    };

    private bool IsListed(ISymbol symbol) =>
        symbol is IPropertySymbol or IFieldSymbol
        && symbol.OriginalDefinition.GetDocumentationCommentId() is { } id
        && words.Members.Contains(id);
}
