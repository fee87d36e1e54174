using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Writes a value of the catalogue as an expression of a setting's type.</summary>
internal static class SettingValueSyntax
{
    /// <summary>Writes <c>true</c>, <c>0.1</c> or <c>MaskAll</c> as the type wants it: a literal, or a member of the enum.</summary>
    public static ExpressionSyntax Create(string value, ITypeSymbol type, SyntaxGenerator generator)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];

        if (type.TypeKind == TypeKind.Enum)
        {
            var member = generator.MemberAccessExpression(generator.TypeExpression(type), value);
            return (ExpressionSyntax)member.WithAdditionalAnnotations(Simplifier.Annotation);
        }

        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Object)
            return Create(value);

        return SyntaxFactory.ParseExpression(type.SpecialType switch
        {
            SpecialType.System_Double when value.IndexOf('.') < 0 => value + ".0",
            SpecialType.System_Single => value + "f",
            SpecialType.System_Decimal => value + "m",
            _ => value,
        });
    }

    /// <summary>Writes a value where any type will do: a truth, a number, a text, an empty list.</summary>
    public static ExpressionSyntax Create(string value) => SyntaxFactory.ParseExpression(value switch
    {
        "true" or "false" or "null" => value,
        "[]" => "new object[0]",
        _ => IsNumber(value) ? value : SyntaxFactory.Literal(value).ToString(),
    });

    /// <summary>Whether a value of the catalogue can be written as one of the type.</summary>
    public static bool Fits(string value, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return value == "null" || Fits(value, nullable.TypeArguments[0]);

        return type.SpecialType switch
        {
            SpecialType.System_Object => true,
            SpecialType.System_Boolean => value is "true" or "false",
            SpecialType.System_String => !IsNumber(value) && value is not ("true" or "false" or "[]"),
            SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal => IsNumber(value),
            SpecialType.System_Int32 or SpecialType.System_Int64 => long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            _ => type.TypeKind == TypeKind.Enum && !type.GetMembers(value).IsEmpty,
        };
    }

    private static bool IsNumber(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
