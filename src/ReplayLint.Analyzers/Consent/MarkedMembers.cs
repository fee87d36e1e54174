using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Consent;

/// <summary>
/// Tells quickly whether a member may carry an annotation: by the names that the project marks with it, and by the referenced
/// assemblies that know it.
/// </summary>
internal sealed class MarkedMembers
{
    private static readonly ConditionalWeakTable<SyntaxTree, List<(string Attribute, string Member)>> MarkedByTree = new();

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<IAssemblySymbol> _assemblies = new(SymbolEqualityComparer.Default);

    /// <param name="models">The project.</param>
    /// <param name="attribute">The annotation without namespace and ending: <c>RequiresConsent</c>.</param>
    public MarkedMembers(SemanticModels models, string attribute)
    {
        foreach (var (tree, _) in models.Names.PlacesOf(attribute).Concat(models.Names.PlacesOf(attribute + "Attribute")))
        {
            foreach (var marked in MarkedByTree.GetValue(tree, FindMarked))
            {
                if (marked.Attribute == attribute)
                    _names.Add(marked.Member);
            }
        }

        var id = "T:ReplayLint." + attribute + "Attribute";
        if (!models.IsReferenced(id))
            return;

        // The package puts its annotations into every assembly that it checks.
        foreach (var type in DocumentationCommentId.GetSymbolsForDeclarationId(id, models.Compilation))
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, models.Compilation.Assembly))
                _assemblies.Add(type.ContainingAssembly);
        }
    }

    /// <summary>Whether nothing is marked, so that nobody needs to ask.</summary>
    public bool IsEmpty => _names.Count == 0 && _assemblies.Count == 0;

    /// <summary>The names of what the project itself marks.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Whether members of other assemblies may be marked, whatever they are called.</summary>
    public bool IsMarkedElsewhere => _assemblies.Count > 0;

    /// <summary>Whether the member may be marked; for a constructor its type's name counts.</summary>
    public bool MayBe(ISymbol member) =>
        (_names.Count > 0 && _names.Contains(member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType.Name : member.Name))
        || (_assemblies.Count > 0 && _assemblies.Contains(member.ContainingAssembly));

    private static List<(string Attribute, string Member)> FindMarked(SyntaxTree tree)
    {
        var marked = new List<(string, string)>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is AttributeSyntax attribute && NameOf(attribute.Parent?.Parent) is { } member)
                marked.Add((NameOf(attribute), member));
        }

        return marked;
    }

    private static string? NameOf(SyntaxNode? declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private static string NameOf(AttributeSyntax attribute)
    {
        const string Ending = "Attribute";
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

        return name.EndsWith(Ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - Ending.Length) : name;
    }
}
