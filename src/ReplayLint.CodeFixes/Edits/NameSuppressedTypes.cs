using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>
/// Suppresses a finding for each type of a namespace by its name, where it was suppressed for the namespace with descendants:
/// the same findings, and the justification arrives in the report.
/// </summary>
internal sealed class NameSuppressedTypes() : FixEdit(Descriptors.RPL9003_JustificationLost)
{
    internal const string Key = nameof(NameSuppressedTypes);

    // A longer list hides more than it says.
    private const int MaximumTypes = 10;

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || Find(root, diagnostic) is null
            || await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return ImmutableArray<FixOffer>.Empty;
        }

        return TypesOf(diagnostic, compilation) switch
        {
            { Length: 0 } => ImmutableArray<FixOffer>.Empty,
            { Length: 1 } types => ImmutableArray.Create(new FixOffer(Key, $"Suppress for the type '{types[0].Name}'")),
            { Length: var count } => ImmutableArray.Create(new FixOffer(Key, $"Suppress for each of the {count} types of the namespace")),
        };
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic) is not { Parent: AttributeListSyntax list } attribute)
            return;

        var attributes = TypesOf(diagnostic, editor.SemanticModel.Compilation)
            .Select(type => SuppressMessageSyntax.WithTarget(attribute, "type", "~" + type.GetDocumentationCommentId()))
            .ToList();
        var layout = CodeLayout.Of(list);
        editor.InsertAfter(list, attributes.Skip(1).Select(added => SuppressMessageSyntax.OnItsOwn(list, added, layout)));
        editor.ReplaceNode(attribute, attributes[0]);
        if (attributes.Count > 1)
            editor.ReplaceNode(list, (current, _) => current.WithTrailingTrivia(CodeLayout.EndLine(list.GetTrailingTrivia(), layout.EndOfLine)));
    }

    private static AttributeSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
        && attribute.Span == diagnostic.Location.SourceSpan
        && SuppressMessageSyntax.FindArgument(attribute, "Scope") is not null
        && SuppressMessageSyntax.FindArgument(attribute, "Target") is not null
            ? attribute
            : null;

    /// <summary>The outermost types of the project in the namespace and below; none when they are too many to name.</summary>
    private static ImmutableArray<INamedTypeSymbol> TypesOf(Diagnostic diagnostic, Compilation compilation)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Target, out var target) || string.IsNullOrEmpty(target))
            return ImmutableArray<INamedTypeSymbol>.Empty;

        // The compiler takes the name with and without what marks it.
        var name = target!.TrimStart('~');
        var id = name.StartsWith("N:", StringComparison.Ordinal) ? name : "N:" + name;
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not INamespaceSymbol space)
            return ImmutableArray<INamedTypeSymbol>.Empty;

        var types = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        Collect(space, compilation.Assembly, types);
        return types.Count > MaximumTypes ? ImmutableArray<INamedTypeSymbol>.Empty : types.ToImmutable();
    }

    private static void Collect(INamespaceSymbol space, IAssemblySymbol assembly, ImmutableArray<INamedTypeSymbol>.Builder types)
    {
        foreach (var member in space.GetMembers())
        {
            if (types.Count > MaximumTypes)
                return;

            if (member is INamespaceSymbol inner)
                Collect(inner, assembly, types);
            else if (member is INamedTypeSymbol type && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))
                types.Add(type);
        }
    }
}
