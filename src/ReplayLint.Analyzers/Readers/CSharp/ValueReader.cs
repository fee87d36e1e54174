using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>Reads the value of an expression as far as code fixes it: constants, read-only members, locals that are written once.</summary>
internal sealed class ValueReader(SourceOperations source)
{
    // Deep enough for a constant that is passed on a few times; also what ends a circle of definitions.
    private const int MaximumDepth = 8;

    /// <summary>Where the members of the project are looked up.</summary>
    public SourceOperations Source { get; } = source;

    public SettingValue Read(IOperation value) => Read(value, MaximumDepth);

    private SettingValue Read(IOperation value, int depth)
    {
        value = value.Unwrap();
        if (value.ConstantValue.HasValue)
            return OfConstant(value.Type, value.ConstantValue.Value);

        if (depth == 0)
            return SettingValue.Unknown;

        return value switch
        {
            IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => SettingValue.OfText(""),
            IFieldReferenceOperation field when Source.ValueOf(field.Field) is { } known => Read(known, depth - 1),
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property when Source.ValueOf(property.Property) is { } known => Read(known, depth - 1),
            ILocalReferenceOperation local when value.Root().OnlyValueOf(local.Local) is { } known => Read(known, depth - 1),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => ReadBoth(conditional.WhenTrue, whenFalse, depth - 1),
            IDefaultValueOperation => OfDefault(value.Type),
            _ => SettingValue.Unknown,
        };
    }

    private SettingValue ReadBoth(IOperation whenTrue, IOperation whenFalse, int depth)
    {
        var first = Read(whenTrue, depth);
        return first.Text == Read(whenFalse, depth).Text ? first : SettingValue.Unknown;
    }

    private static SettingValue OfDefault(ITypeSymbol? type) =>
        type?.TypeKind == TypeKind.Enum ? OfConstant(type, 0) : SettingValue.Unknown;

    private static SettingValue OfConstant(ITypeSymbol? type, object? constant)
    {
        if (type?.TypeKind != TypeKind.Enum)
            return SettingValue.Of(constant);

        // Two packages give the members of an enum of the same name opposite numbers: only the name says what is meant.
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Convert.ToInt64(field.ConstantValue) == Convert.ToInt64(constant))
                return SettingValue.OfText(field.Name);
        }

        return SettingValue.Unknown;
    }
}
