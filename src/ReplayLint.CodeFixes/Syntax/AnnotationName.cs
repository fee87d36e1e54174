using Microsoft.CodeAnalysis;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Names attributes in code: the annotations of the package, which a project may leave out, and those of .NET.</summary>
internal static class AnnotationName
{
    private const string OwnNamespace = "ReplayLint";

    /// <summary>What to write before the name of a type of the annotations, or null when the project cannot use the type.</summary>
    public static string? PrefixOf(string type, SemanticModel model, int position) => PrefixOf(OwnNamespace, type, model, position);

    /// <summary>What to write before the name of a type of a namespace, or null when the project cannot use the type.</summary>
    public static string? PrefixOf(string space, string type, SemanticModel model, int position)
    {
        var compilation = model.Compilation;
        var id = $"T:{space}.{type}";
        if (!DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation).Any(symbol => compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly)))
            return null;

        if (model.LookupNamespacesAndTypes(position, name: type) is { Length: 1 } types && types[0].GetDocumentationCommentId() == id)
            return "";

        var outermost = space.Split('.')[0];
        return model.LookupNamespacesAndTypes(position, name: outermost) is { Length: 1 } names && names[0].ToDisplayString() == outermost
            ? space + "."
            : "global::" + space + ".";
    }
}
