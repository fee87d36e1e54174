using Microsoft.CodeAnalysis;

namespace ReplayLint.Consent;

/// <summary>Finds the one service of a project, its own or a library's, that can be asked for consent.</summary>
internal static class ConsentServiceFinder
{
    /// <summary>Assemblies whose types a project does not ask its container for by consent, and that are too large to search.</summary>
    private static readonly string[] Platforms = ["System", "Microsoft", "mscorlib", "netstandard", "Mono", "Xamarin", "WindowsBase", "Presentation"];

    /// <summary>The service, or null when there is none or a choice.</summary>
    /// <param name="within">The type that is to have the service.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="guards">What counts as a guard.</param>
    public static INamedTypeSymbol? Find(INamedTypeSymbol within, Compilation compilation, ConsentGuards guards)
    {
        var candidates = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => !Array.Exists(Platforms, platform => assembly.Name.StartsWith(platform, StringComparison.Ordinal)))
            .Prepend(compilation.Assembly)
            .SelectMany(static assembly => TypesOf(assembly.GlobalNamespace))
            .Where(type => IsService(type, guards) && !SymbolEqualityComparer.Default.Equals(type, within) && compilation.IsSymbolAccessibleWithin(type, within))
            .ToList();

        // Who asks a service asks its interface.
        var services = candidates.FindAll(type => !candidates.Exists(other => IsBelow(type, other)));
        return services.Count == 1 ? services[0] : null;
    }

    /// <summary>The members of a service that say whether consent was given: declared guards first, then those that answer at once.</summary>
    public static IEnumerable<ISymbol> QuestionsOf(INamedTypeSymbol service, ConsentGuards guards) =>
        service.AllInterfaces.Prepend(service)
            .SelectMany(static type => type.GetMembers())
            .Where(member => IsQuestion(member, guards))
            .OrderByDescending(guards.IsDeclaredGuard)
            .ThenBy(static member => member is IMethodSymbol)
            .ThenBy(static member => member.Name, StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;

            if (member is not INamespaceSymbol inner)
                continue;

            foreach (var nested in TypesOf(inner))
                yield return nested;
        }
    }

    /// <summary>An interface, or a class that answers and cannot be told the answer: one that can is data.</summary>
    private static bool IsService(INamedTypeSymbol type, ConsentGuards guards)
    {
        if (type is not { Arity: 0, IsStatic: false, IsRecord: false, TypeKind: TypeKind.Interface or TypeKind.Class })
            return false;

        foreach (var member in type.GetMembers())
        {
            if (IsQuestion(member, guards))
                return true;
        }

        return false;
    }

    /// <summary>Whether the member can be asked, on an object, whether consent was given.</summary>
    private static bool IsQuestion(ISymbol member, ConsentGuards guards)
    {
        var answers = member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } || property.ContainingType.TypeKind == TypeKind.Interface ? property.Type : null,
            IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true, Arity: 0 } method => method.ReturnType,
            _ => null,
        };

        return !member.IsStatic && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && answers is not null && ConsentTypes.IsTruth(answers) && guards.IsGuard(member);
    }

    private static bool IsBelow(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        if (type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default))
            return true;

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
                return true;
        }

        return false;
    }
}
