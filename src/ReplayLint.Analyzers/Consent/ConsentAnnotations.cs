using Microsoft.CodeAnalysis;

namespace ReplayLint.Consent;

/// <summary>
/// The attributes by which a team says what its own members have to do with consent. They are known by their full name, so
/// that their source may be copied.
/// </summary>
internal static class ConsentAnnotations
{
    public const string Guard = "ConsentGuardAttribute";
    public const string Requires = "RequiresConsentAttribute";
    public const string Ensures = "EnsuresConsentAttribute";
    public const string Revokes = "RevokesConsentAttribute";
    public const string Callback = "ConsentCallbackAttribute";

    /// <summary>Whether the symbol, or a member that it overrides or implements, has the attribute.</summary>
    public static bool Has(ISymbol symbol, string attribute)
    {
        for (var current = symbol; current is not null; current = Overridden(current))
        {
            if (HasItself(current, attribute))
                return true;
        }

        return symbol is IMethodSymbol or IPropertySymbol && ImplementsOneThatHas(symbol, attribute);
    }

    private static bool HasItself(ISymbol symbol, string attribute)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { ContainingNamespace: { Name: "ReplayLint", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == attribute)
                return true;
        }

        return false;
    }

    private static bool ImplementsOneThatHas(ISymbol symbol, string attribute)
    {
        if (symbol.ContainingType is not { TypeKind: not TypeKind.Interface } type)
            return false;

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(symbol.Name))
            {
                if (HasItself(member, attribute) && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
                    return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
