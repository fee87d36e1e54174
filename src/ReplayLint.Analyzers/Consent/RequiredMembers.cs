using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Consent;

/// <summary>
/// Tells quickly whether a call may be one of a member that requires consent: by the names that the project marks so, and by
/// the referenced assemblies that know the annotation.
/// </summary>
internal sealed class RequiredMembers
{
    private const string AttributeName = "RequiresConsent";
    private const string AttributeType = "ReplayLint.RequiresConsentAttribute";

    private static readonly ConditionalWeakTable<SyntaxTree, ImmutableArray<string>.Builder> MarkedByTree = new();

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<IAssemblySymbol> _assemblies = new(SymbolEqualityComparer.Default);

    public RequiredMembers(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree);
            if (names.Contains(AttributeName) || names.Contains(AttributeName + "Attribute"))
                _names.UnionWith(MarkedByTree.GetValue(tree, FindMarked));
        }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            // An assembly without a reference to the annotation has none of its own either, unless it holds it.
            if (assembly.GetTypeByMetadataName(AttributeType) is not null)
                _assemblies.Add(assembly);
        }
    }

    /// <summary>Whether nothing is marked, so that nobody needs to ask.</summary>
    public bool IsEmpty => _names.Count == 0 && _assemblies.Count == 0;

    /// <summary>Whether the member may be marked; for a constructor its type's name counts.</summary>
    public bool MayBe(ISymbol member) =>
        (_names.Count > 0 && _names.Contains(member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType.Name : member.Name))
        || (_assemblies.Count > 0 && _assemblies.Contains(member.ContainingAssembly));

    private static ImmutableArray<string>.Builder FindMarked(SyntaxTree tree)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is not AttributeSyntax attribute || !IsMark(attribute.Name))
                continue;

            switch (attribute.Parent?.Parent)
            {
                case MethodDeclarationSyntax method:
                    names.Add(method.Identifier.ValueText);
                    break;
                case LocalFunctionStatementSyntax function:
                    names.Add(function.Identifier.ValueText);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    names.Add(constructor.Identifier.ValueText);
                    break;
                case TypeDeclarationSyntax type:
                    names.Add(type.Identifier.ValueText);
                    break;
                case PropertyDeclarationSyntax property:
                    names.Add(property.Identifier.ValueText);
                    break;
            }
        }

        return names;
    }

    private static bool IsMark(NameSyntax name)
    {
        var simple = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax identifier => identifier.Identifier.ValueText,
            _ => "",
        };

        return simple is AttributeName or AttributeName + "Attribute";
    }
}
