using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Catalog;

/// <summary>A member that a line is about, as the file names it.</summary>
/// <param name="Id">The documentation id, and where it stands.</param>
/// <param name="IsVersioned">Whether it is said to be there in some versions only.</param>
internal sealed record CatalogMember(CatalogWord Id, bool IsVersioned)
{
    /// <summary>
    /// What is wrong with the id in a project that has the type and not the member; null when nothing is. A type that is not
    /// there is no error: the project may not reference the package.
    /// </summary>
    public CatalogError? CheckIn(Compilation compilation)
    {
        var id = Id.Text;
        if (IsVersioned
            || id[0] == 'T'
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not null
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(MemberId.ContainingType(id), compilation) is not INamedTypeSymbol type)
        {
            return null;
        }

        return new CatalogError(Id.Span, $"'{type.Name}' has no member '{id}'; {Advice(type)}");
    }

    private string Advice(INamedTypeSymbol type)
    {
        var members = MembersOf(type);
        var name = MemberId.SimpleName(Id.Text);
        var named = members.FirstOrDefault(member => MemberId.SimpleName(member) == name)
            ?? (ClosestName.Of(name, members.Select(MemberId.SimpleName).Distinct()) is { } closest ? members.FirstOrDefault(member => MemberId.SimpleName(member) == closest) : null);
        return named is null ? "write its documentation id in full, with the types of its parameters" : $"did you mean '{named}'?";
    }

    /// <summary>The ids of what the type declares or inherits.</summary>
    private static ImmutableArray<string> MembersOf(INamedTypeSymbol type)
    {
        var members = ImmutableArray.CreateBuilder<string>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } and not IMethodSymbol { AssociatedSymbol: not null } && member.GetDocumentationCommentId() is { } id)
                    members.Add(id);
            }
        }

        return members.ToImmutable();
    }
}
