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

        return SyntaxFactory.ParseExpression(type.SpecialType switch
        {
            SpecialType.System_Double when value.IndexOf('.') < 0 => value + ".0",
            SpecialType.System_Single => value + "f",
            SpecialType.System_Decimal => value + "m",
            _ => value,
        });
    }
}
