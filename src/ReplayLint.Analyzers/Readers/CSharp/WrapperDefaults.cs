using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Readers.Interop;

namespace ReplayLint.Readers.CSharp;

/// <summary>
/// Finds what options of the project's own say when nobody sets them, where they decide a setting of a recorder: by flowing
/// into it, by the name under which they are serialised, or because the catalogue lists them.
/// </summary>
internal sealed class WrapperDefaults(SemanticModels models, ValueReader values)
{
    /// <summary>The usage of an option whose default, as it flows into a setting, does not protect; null where it does or is not known.</summary>
    /// <param name="value">What is written to the setting.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="recorder">Whose setting it is.</param>
    public RecorderUsage? Flowing(IOperation value, ISetting setting, Recorder recorder)
    {
        value = value.Unwrap();
        var isNegated = value is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null };
        if (isNegated)
            value = ((IUnaryOperation)value).Operand.Unwrap();

        return value is IMemberReferenceOperation reference && !IsMadeWith(reference) ? Find(reference.Member, setting, recorder, isNegated) : null;
    }

    /// <summary>The same for an option that is serialised, along with the object around it, under the names of a setting of the page.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="path">The names that lead to the setting.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="recorder">Whose setting it is.</param>
    public RecorderUsage? Serialised(ITypeSymbol type, string path, ISetting setting, Recorder recorder)
    {
        ISymbol? member = null;
        foreach (var name in path.Split('.'))
        {
            // Of a type of others nobody here decides the defaults.
            type = member is IPropertySymbol { Type: var inner } ? inner : type;
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || models.DeclarationsOf(type).IsEmpty)
                return null;

            member = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => !property.IsStatic && JsonNames.Of(property, isCamelCase: true) == name);
            if (member is null)
                return null;
        }

        return Find(member!, setting, recorder, isNegated: false);
    }

    /// <summary>The usage of an option that is a setting of the catalogue itself.</summary>
    public RecorderUsage? Declared(ISymbol member, SettingFact setting) => Find(member, setting, setting.Recorder, isNegated: false);

    private RecorderUsage? Find(ISymbol member, ISetting setting, Recorder recorder, bool isNegated)
    {
        if (!IsOption(member) || DefaultOf(member, out var place) is not { IsKnown: true } written)
            return null;

        var value = isNegated ? Not(written) : written;
        if (setting.Protects == Protects.Retention || !value.Loosens(setting))
            return null;

        var safe = setting.Safe.IsEmpty ? null : isNegated ? Not(SettingValue.OfText(setting.Safe[0])).Text : setting.Safe[0];
        return new RecorderUsage(UsageKind.WrapperDefault, recorder, $"{member.ContainingType.Name}.{member.Name}", place!)
        {
            IsUnverified = setting.IsUnverified,
            Option = member.OriginalDefinition,
            Setting = setting,
            Value = written,
            SafeValue = safe,
        };
    }

    /// <summary>Whether others than its own type may set the member, which makes what it is at first a default.</summary>
    private static bool IsOption(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false, SetMethod.DeclaredAccessibility: > Accessibility.Protected } property => property.DeclaredAccessibility > Accessibility.Protected,
        IFieldSymbol { IsReadOnly: false, IsConst: false } field => field.DeclaredAccessibility > Accessibility.Protected,
        _ => false,
    };

    private SettingValue? DefaultOf(ISymbol member, out Location? place)
    {
        place = null;
        foreach (var reference in models.DeclarationsOf(member))
        {
            var syntax = reference.GetSyntax();
            var (initial, name) = syntax switch
            {
                PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } property when accessors.Accessors.All(static a => a is { Body: null, ExpressionBody: null }) => (property.Initializer?.Value, property.Identifier),
                VariableDeclaratorSyntax field => (field.Initializer?.Value, field.Identifier),
                ParameterSyntax { Default.Value: { } optional } parameter => (optional, parameter.Identifier),
                _ => (null, default),
            };

            if (name == default || SourceOperations.IsAssignedInConstructor(member))
                continue;

            place = initial?.GetLocation() ?? name.GetLocation();
            if (initial is null)
                return OfNothing(TypeOf(member));

            return models.Of(syntax.SyntaxTree).GetOperation(initial) is { } operation ? values.Read(operation) : null;
        }

        return null;
    }

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>What a member is that has no initialiser: only of a truth is that what someone means.</summary>
    private static SettingValue? OfNothing(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean ? SettingValue.Of(false) : null;

    /// <summary>Whether the object is made here, with another value for the member: then its default does not count.</summary>
    private static bool IsMadeWith(IMemberReferenceOperation reference) =>
        reference.Instance?.Unwrap() is ILocalReferenceOperation local
        && local.Root().OnlyValueOf(local.Local)?.Unwrap() is IObjectCreationOperation { Initializer.Initializers: var initializers }
        && initializers.Any(initializer => initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Member, reference.Member));

    private static SettingValue Not(SettingValue value) =>
        value.Is("true") ? SettingValue.Of(false) : value.Is("false") ? SettingValue.Of(true) : SettingValue.Unknown;
}
