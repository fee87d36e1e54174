using Microsoft.CodeAnalysis;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Names the annotations of the package in code. A project may leave them out; then there is nothing to name.</summary>
internal static class AnnotationName
{
    private const string Namespace = "ReplayLint";

    /// <summary>What to write before the name of a type of the annotations, or null when the project cannot use the type.</summary>
    public static string? PrefixOf(string type, SemanticModel model, int position)
    {
        var compilation = model.Compilation;
        var id = $"T:{Namespace}.{type}";
        if (!DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation).Any(symbol => compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly)))
            return null;

        if (model.LookupNamespacesAndTypes(position, name: type) is { Length: 1 } types && types[0].GetDocumentationCommentId() == id)
            return "";

        return model.LookupNamespacesAndTypes(position, name: Namespace) is { Length: 1 } names && names[0].ToDisplayString() == Namespace
            ? Namespace + "."
            : "global::" + Namespace + ".";
    }
}
