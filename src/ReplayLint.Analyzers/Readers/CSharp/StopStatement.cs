using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>Writes the statement that stops a recorder, with full names, where it needs nothing but the recorder's own types.</summary>
internal static class StopStatement
{
    /// <summary>The first of a recorder's stops that the project can call: one whose type it references, and has a source if any has; null when there is none.</summary>
    public static StopFact? FirstOf(Recorder recorder, Compilation compilation)
    {
        var stops = recorder.Facts.OfType<StopFact>().Where(stop => DocumentationCommentId.GetFirstSymbolForDeclarationId(stop.ContainingTypeId, compilation) is not null).ToList();
        return stops.Find(static stop => !stop.IsUnverified) ?? stops.FirstOrDefault();
    }

    public static string? Of(StopFact stop, Compilation compilation)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(stop.Id, compilation) is not { IsStatic: true } member)
            return null;

        var name = member.ContainingType.ToDisplayString() + "." + member.Name;
        return member switch
        {
            IMethodSymbol { Parameters.IsEmpty: true } => name + "()",
            IMethodSymbol { Parameters: { Length: 1 } parameters } when stop.Value is { } value => $"{name}({Value(parameters[0].Type, value)})",
            IPropertySymbol property when stop.Value is { } value => $"{name} = {Value(property.Type, value)}",
            _ => null,
        };
    }

    private static string Value(ITypeSymbol type, string value) => type.TypeKind == TypeKind.Enum ? type.ToDisplayString() + "." + value : value;
}
