using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Policy;

/// <summary>Reads <c>[assembly: SessionReplayPolicy(…)]</c>. The attribute is known by its full name, so it may be copied source.</summary>
internal static class AttributePolicies
{
    /// <summary>The name of the attribute, as far as all code writes it.</summary>
    public const string SimpleName = "SessionReplayPolicy";

    private const string AttributeName = "ReplayLint." + SimpleName + "Attribute";

    /// <summary>What the project declares. All its attributes are bound for that, so only if one of them is named.</summary>
    public static ImmutableArray<PolicyDeclaration> ReadOwn(SemanticModels models, RecorderCatalog catalog) =>
        models.Names.Mention(SimpleName) || models.Names.Mention(SimpleName + "Attribute") ? Read(models.Compilation.Assembly, catalog) : ImmutableArray<PolicyDeclaration>.Empty;

    private static ImmutableArray<PolicyDeclaration> Read(IAssemblySymbol assembly, RecorderCatalog catalog)
    {
        var policies = ImmutableArray.CreateBuilder<PolicyDeclaration>();
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "SessionReplayPolicyAttribute" } type
                && type.ToDisplayString() == AttributeName
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string recorder })
            {
                policies.Add(Read(attribute, recorder, catalog));
            }
        }

        return policies.ToImmutable();
    }

    /// <summary>What referenced assemblies declare; only those that have the attribute's type are asked.</summary>
    public static ImmutableArray<PolicyDeclaration> ReadReferenced(SemanticModels models, RecorderCatalog catalog)
    {
        var policies = ImmutableArray.CreateBuilder<PolicyDeclaration>();
        if (!models.IsReferenced("T:" + AttributeName))
            return policies.ToImmutable();

        foreach (var type in DocumentationCommentId.GetSymbolsForDeclarationId("T:" + AttributeName, models.Compilation))
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, models.Compilation.Assembly))
                policies.AddRange(Read(type.ContainingAssembly, catalog));
        }

        return policies.ToImmutable();
    }

    private static PolicyDeclaration Read(AttributeData attribute, string recorder, RecorderCatalog catalog)
    {
        var named = attribute.NamedArguments.ToImmutableDictionary(static n => n.Key, static n => n.Value);
        var purpose = attribute.ConstructorArguments.Length > 1 ? NameOf(attribute.ConstructorArguments[1]) : null;
        var syntax = attribute.ApplicationSyntaxReference;
        return new PolicyDeclaration(recorder, purpose, syntax is null ? Location.None : Location.Create(syntax.SyntaxTree, syntax.Span))
        {
            RetentionDays = Text("RetentionDays"),
            RetentionHours = Text("RetentionHours"),
            Reference = Text("Reference"),
            ConsentMechanism = Text("ConsentMechanism"),
            Profile = purpose is not null && catalog.Purposes.TryGetValue(purpose, out var profile) ? profile : null,
            IsComplete = attribute.ConstructorArguments.Length > 1
                && attribute.ConstructorArguments.All(static a => a.Kind != TypedConstantKind.Error)
                && named.Values.All(static a => a.Kind != TypedConstantKind.Error),
        };

        string? Text(string name) => named.TryGetValue(name, out var value) && value.Kind == TypedConstantKind.Primitive
            ? Convert.ToString(value.Value, CultureInfo.InvariantCulture)
            : null;
    }

    private static string? NameOf(TypedConstant purpose)
    {
        if (purpose is not { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value })
            return null;

        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value))
                return field.Name;
        }

        return null;
    }
}
