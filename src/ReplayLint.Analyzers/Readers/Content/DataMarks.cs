using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.Content;

/// <summary>Tells what the declaration of a member says it holds: <c>[DataType(DataType.Password)]</c>, <c>[PersonalData]</c>.</summary>
internal sealed class DataMarks
{
    private readonly ILookup<string, DataMarkFact> _facts;
    private readonly Lazy<bool> _areUsed;

    public DataMarks(Compilation compilation, RecorderCatalog catalog)
    {
        _facts = catalog.DataMarks.ToLookup(static fact => fact.Id, StringComparer.Ordinal);
        _areUsed = new Lazy<bool>(() => catalog.DataMarks.Any(fact => MayBeUsed(fact, compilation)));
    }

    /// <summary>Whether some member of the project may be marked; asked before any member is looked up.</summary>
    public bool AreUsed => _areUsed.Value;

    /// <summary>What the member, or what it overrides, is marked to hold; of several marks the most severe.</summary>
    public MarkedData Of(ISymbol member)
    {
        var data = MarkedData.None;
        for (var declared = member; declared is not null; declared = (declared as IPropertySymbol)?.OverriddenProperty)
            data = Higher(data, Higher(Of(declared.GetAttributes()), OfParameter(declared)));

        return data;
    }

    private static MarkedData Higher(MarkedData left, MarkedData right) => left > right ? left : right;

    private static string Name(INamedTypeSymbol type) => type.GetDocumentationCommentId() ?? "";

    /// <summary>
    /// Whether code may use the mark: its name is there, or its package, from whose type others derive, is none of those that
    /// every project has.
    /// </summary>
    private static bool MayBeUsed(DataMarkFact fact, Compilation compilation) =>
        compilation.SyntaxTrees.Any(tree => TreeNames.Mentions(tree, fact.ShortName) || TreeNames.Mentions(tree, fact.LongName))
        || (!fact.Except.IsEmpty && DocumentationCommentId.GetFirstSymbolForDeclarationId(fact.Id, compilation) is not null);

    /// <summary>The attributes of a record's parameter speak of the property as well.</summary>
    private MarkedData OfParameter(ISymbol member) =>
        member is IPropertySymbol { DeclaringSyntaxReferences: { IsEmpty: false } places } property
        && places[0].GetSyntax() is ParameterSyntax
        && property.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).FirstOrDefault(parameter => parameter.Name == property.Name) is { } declared
            ? Of(declared.GetAttributes())
            : MarkedData.None;

    private MarkedData Of(ImmutableArray<AttributeData> attributes)
    {
        var data = MarkedData.None;
        foreach (var attribute in attributes)
        {
            for (var type = attribute.AttributeClass; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            {
                foreach (var fact in _facts[Name(type)])
                {
                    if (Says(attribute, fact))
                        data = Higher(data, fact.Data);
                }
            }
        }

        return data;
    }

    private static bool Says(AttributeData attribute, DataMarkFact fact)
    {
        if (!fact.Except.IsEmpty && NameWords.Split(attribute.AttributeClass!.Name).Exists(word => fact.Except.Contains(word)))
            return false;

        return fact.Value is null || (attribute.ConstructorArguments is { Length: > 0 } arguments && ValueOf(arguments[0]) == fact.Value);
    }

    private static string? ValueOf(TypedConstant argument)
    {
        if (argument.Kind != TypedConstantKind.Enum || argument.Type is null)
            return argument.Kind == TypedConstantKind.Primitive ? SettingValue.Of(argument.Value).Text : null;

        return argument.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, argument.Value))?.Name;
    }
}
