using Microsoft.CodeAnalysis;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>Finds members that require consent behind a member that does not say so: what callers see decides what they are asked for.</summary>
internal sealed class RequirementReader(ConsentGuards guards)
{
    /// <summary>The name by which code mentions the annotation; a project without it has nothing to find.</summary>
    public const string Annotation = "RequiresConsent";

    /// <summary>Reads one declaration. Runs for each method and property of the project.</summary>
    public RequirementMismatch? Read(ISymbol member, Compilation compilation)
    {
        if (!CanBeSeenThroughAnother(member) || member.GetAttributes().IsEmpty || !ConsentGuards.DeclaresRequirement(member) || Seen(member) is not { } seen)
            return null;

        var isDeclaredHere = SymbolEqualityComparer.Default.Equals(seen.ContainingAssembly, compilation.Assembly);
        return new RequirementMismatch(
            member.Locations[0],
            MemberName.Of(member),
            MemberName.Of(seen),
            isDeclaredHere ? seen.OriginalDefinition.GetDocumentationCommentId() : null);
    }

    private static bool CanBeSeenThroughAnother(ISymbol member) =>
        member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && (member.IsOverride || member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct, AllInterfaces.IsEmpty: false });

    /// <summary>The overridden member, or the first of an interface, that does not require consent.</summary>
    private ISymbol? Seen(ISymbol member)
    {
        var overridden = member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => (ISymbol?)property.OverriddenProperty,
            _ => null,
        };

        if (overridden is not null && !guards.RequiresConsent(overridden))
            return overridden;

        var type = member.ContainingType;
        var name = member.Name.Substring(member.Name.LastIndexOf('.') + 1);
        foreach (var implemented in type.AllInterfaces)
        {
            foreach (var candidate in implemented.GetMembers(name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member) && !guards.RequiresConsent(candidate))
                    return candidate;
            }
        }

        return null;
    }
}
