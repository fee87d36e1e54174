using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Consent;

/// <summary>Finds the declared roles of a symbol: annotations and catalogue facts, its own and those it inherits.</summary>
internal sealed class ConsentRoles
{
    private readonly Dictionary<string, List<ConsentFact>> _facts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, ConsentRole> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string?> _purposes = new(SymbolEqualityComparer.Default);

    public ConsentRoles(RecorderCatalog catalog)
    {
        foreach (var fact in catalog.Consent)
        {
            if (!_facts.TryGetValue(fact.SimpleName, out var facts))
                _facts.Add(fact.SimpleName, facts = []);

            facts.Add(fact);
        }
    }

    public ConsentRole Of(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        if (_known.TryGetValue(symbol, out var role))
            return role;

        role = symbol is IParameterSymbol parameter ? OfParameter(parameter) : OfMember(symbol);
        _known.TryAdd(symbol, role);
        return role;
    }

    /// <summary>The purpose that an annotation names, on the member or on one that it overrides; null when none does.</summary>
    public string? PurposeOf(ISymbol symbol) => _purposes.GetOrAdd(symbol.OriginalDefinition, FindPurpose);

    /// <summary>What the catalogue says about the member as one of this kind, or null.</summary>
    public ConsentFact? FactOf(ISymbol member, ConsentFactKind kind)
    {
        if (!_facts.TryGetValue(member.Name, out var facts))
            return null;

        var id = member.OriginalDefinition.GetDocumentationCommentId();
        return facts.Find(fact => fact.Kind == kind && fact.Id == id);
    }

    private static string? FindPurpose(ISymbol symbol)
    {
        for (var member = symbol; member is not null; member = Overridden(member))
        {
            foreach (var attribute in member.GetAttributes())
            {
                if (!IsOurs(attribute))
                    continue;

                foreach (var argument in attribute.NamedArguments)
                {
                    if (argument is { Key: "Purpose", Value.Value: string purpose })
                        return purpose;
                }
            }
        }

        return null;
    }

    private ConsentRole OfMember(ISymbol member)
    {
        var role = Declared(member);
        if (Overridden(member) is { } overridden)
            role |= Of(overridden);

        // Only a member of a type can implement one of an interface.
        if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } or IPropertySymbol
            && member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            role |= OfInterfaces(member, type);

        // What a team says about its own member outweighs what is known about the one it inherits from.
        return (role & ConsentRole.Guard) != 0 && (Declared(member) & ConsentRole.NotGuard) == 0 ? role & ~ConsentRole.NotGuard : role;
    }

    private ConsentRole OfInterfaces(ISymbol member, INamedTypeSymbol type)
    {
        var role = ConsentRole.None;
        var name = member.Name.Substring(member.Name.LastIndexOf('.') + 1);
        foreach (var implemented in type.AllInterfaces)
        {
            foreach (var candidate in implemented.GetMembers(name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate)?.OriginalDefinition, member))
                    role |= Of(candidate);
            }
        }

        return role;
    }

    private ConsentRole OfParameter(IParameterSymbol parameter)
    {
        var role = FromAttributes(parameter);
        var ordinal = parameter.Ordinal;
        switch (parameter.ContainingSymbol)
        {
            case IMethodSymbol method:
                if (_facts.TryGetValue(method.Name, out var facts))
                    role |= FromFacts(method, facts, parameter.Name);

                if (method.OverriddenMethod is { } overridden && ordinal < overridden.Parameters.Length)
                    role |= Of(overridden.Parameters[ordinal]);

                if (method.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                    role |= OfInterfaceParameters(method, type, ordinal);

                break;
        }

        return role;
    }

    private ConsentRole OfInterfaceParameters(IMethodSymbol method, INamedTypeSymbol type, int ordinal)
    {
        var role = ConsentRole.None;
        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        foreach (var implemented in type.AllInterfaces)
        {
            foreach (var candidate in implemented.GetMembers(name))
            {
                if (candidate is IMethodSymbol declared
                    && ordinal < declared.Parameters.Length
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, method))
                    role |= Of(declared.Parameters[ordinal]);
            }
        }

        return role;
    }

    private ConsentRole Declared(ISymbol member)
    {
        var role = FromAttributes(member);
        return _facts.TryGetValue(NameOf(member), out var facts) ? role | FromFacts(member, facts, parameter: null) : role;
    }

    /// <summary>The name in a documentation id.</summary>
    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        IPropertySymbol { IsIndexer: true } => member.MetadataName,
        _ => member.Name,
    };

    private static ConsentRole FromFacts(ISymbol member, List<ConsentFact> facts, string? parameter)
    {
        var role = ConsentRole.None;
        string? id = null;
        foreach (var fact in facts)
        {
            // A callback is a fact about parameters, everything else one about the member.
            var concerns = fact.Kind == ConsentFactKind.Callback
                ? parameter is not null && (fact.Parameter is null || fact.Parameter == parameter)
                : parameter is null;

            if (concerns && fact.Id == (id ??= member.OriginalDefinition.GetDocumentationCommentId()))
                role |= RoleOf(fact.Kind);
        }

        return role;
    }

    private static ConsentRole RoleOf(ConsentFactKind kind) => kind switch
    {
        ConsentFactKind.Guard => ConsentRole.Guard,
        ConsentFactKind.Ensures => ConsentRole.Ensures,
        ConsentFactKind.Revokes => ConsentRole.Revokes,
        ConsentFactKind.Callback => ConsentRole.Callback,
        ConsentFactKind.Granted => ConsentRole.Granted,
        ConsentFactKind.StandIn => ConsentRole.StandIn,
        _ => ConsentRole.NotGuard,
    };

    /// <summary>Annotations are matched by full name, so that a team may have its own copy.</summary>
    public static ConsentRole FromAttributes(ISymbol symbol)
    {
        var role = ConsentRole.None;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsOurs(attribute))
            {
                role |= attribute.AttributeClass!.Name switch
                {
                    "ConsentGuardAttribute" => ConsentRole.Guard,
                    "EnsuresConsentAttribute" => ConsentRole.Ensures,
                    "RevokesConsentAttribute" => ConsentRole.Revokes,
                    "RequiresConsentAttribute" => ConsentRole.Requires,
                    "ConsentCallbackAttribute" => ConsentRole.Callback,
                    _ => ConsentRole.None,
                };
            }
        }

        return role;
    }

    private static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingType: null, ContainingNamespace: { Name: "ReplayLint", ContainingNamespace.IsGlobalNamespace: true } };

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
