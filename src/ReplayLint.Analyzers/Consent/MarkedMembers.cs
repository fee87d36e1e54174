using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Consent;

/// <summary>
/// Tells quickly whether a member may carry an annotation: by the names of what the project marks with it, and the assemblies
/// that it references. Trees and references survive while someone types elsewhere, and so do the names.
/// </summary>
internal sealed class MarkedMembers
{
    private const string Ending = "Attribute";

    private static readonly ConditionalWeakTable<SyntaxTree, List<(string Attribute, string Member)>> MarkedByTree = new();
    private static readonly ConditionalWeakTable<MetadataReference, List<(string Attribute, string Member)>> MarkedByReference = new();

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="models">The project.</param>
    /// <param name="attribute">The annotation without namespace and ending: <c>RequiresConsent</c>.</param>
    public MarkedMembers(SemanticModels models, string attribute)
    {
        Add(models.Names, attribute);

        var id = "T:ReplayLint." + attribute + Ending;
        if (!models.IsReferenced(id))
            return;

        // The package puts its annotations into every assembly that it checks.
        foreach (var type in DocumentationCommentId.GetSymbolsForDeclarationId(id, models.Compilation))
        {
            switch (models.Compilation.GetMetadataReference(type.ContainingAssembly))
            {
                case CompilationReference { Compilation: { } project }:
                    Add(ProjectNames.Of(project), attribute);
                    break;

                case { } reference:
                    Add(MarkedByReference.GetValue(reference, FindMarked), attribute);
                    break;
            }
        }
    }

    /// <summary>The names of what is marked.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Whether nothing is marked, so that nobody needs to ask.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>Whether the member may be marked; for a constructor its type's name counts.</summary>
    public bool MayBe(ISymbol member) =>
        _names.Count > 0 && _names.Contains(member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType.Name : member.Name);

    private void Add(ProjectNames names, string attribute)
    {
        foreach (var (tree, _) in names.PlacesOf(attribute).Concat(names.PlacesOf(attribute + Ending)))
            Add(MarkedByTree.GetValue(tree, FindMarked), attribute);
    }

    private void Add(List<(string Attribute, string Member)> marked, string attribute)
    {
        foreach (var (by, member) in marked)
        {
            if (by == attribute)
                _names.Add(member);
        }
    }

    private static List<(string Attribute, string Member)> FindMarked(MetadataReference reference)
    {
        var marked = new List<(string, string)>();
        if (reference is not PortableExecutableReference assembly || assembly.GetMetadata() is not AssemblyMetadata metadata)
            return marked;

        try
        {
            foreach (var module in metadata.GetModules())
                AddMarked(module.GetMetadataReader(), marked);
        }
        catch (BadImageFormatException)
        {
            // What can be read of a damaged assembly has been.
        }

        return marked;
    }

    private static void AddMarked(MetadataReader reader, List<(string Attribute, string Member)> marked)
    {
        foreach (var handle in reader.CustomAttributes)
        {
            // An annotation of the package is declared in the assembly that uses it.
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MethodDefinition
                && reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()) is var type
                && reader.StringComparer.Equals(type.Namespace, "ReplayLint")
                && NameOf(reader, attribute.Parent) is { } member)
            {
                marked.Add((WithoutEnding(reader.GetString(type.Name)), member));
            }
        }
    }

    private static string? NameOf(MetadataReader reader, EntityHandle parent)
    {
        var name = parent.Kind switch
        {
            HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)parent).Name,
            HandleKind.PropertyDefinition => reader.GetPropertyDefinition((PropertyDefinitionHandle)parent).Name,
            HandleKind.TypeDefinition => reader.GetTypeDefinition((TypeDefinitionHandle)parent).Name,
            _ => default,
        };
        if (name.IsNil)
            return null;

        // Constructors go by their type, what implements an interface explicitly by the member, and generic types without their number.
        var text = reader.GetString(name);
        return text == ".ctor"
            ? NameOf(reader, reader.GetMethodDefinition((MethodDefinitionHandle)parent).GetDeclaringType())
            : text.Substring(text.LastIndexOf('.') + 1).Split('`')[0];
    }

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
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

        return WithoutEnding(name);
    }

    private static string WithoutEnding(string name) => name.EndsWith(Ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - Ending.Length) : name;
}
