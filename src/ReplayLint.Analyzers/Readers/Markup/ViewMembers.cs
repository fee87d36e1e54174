using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Finds the members that the C# of a view names: in the C# that the Razor compiler made of it, and where there is none by
/// the type that the view says its model has.
/// </summary>
internal sealed class ViewMembers(SemanticModels models)
{
    private const string ModelName = "Model";

    private readonly GeneratedViews _views = GeneratedViews.Of(models.Compilation);

    /// <summary>The member that an expression of the view ends in, or null when it is not found.</summary>
    /// <param name="file">The view.</param>
    /// <param name="span">Where the expression stands.</param>
    /// <param name="isOfModel">Whether its names are those of members of the model, as in <c>asp-for</c>.</param>
    public ISymbol? MemberAt(WebFile file, TextSpan span, bool isOfModel)
    {
        foreach (var (_, tree, place) in Generated(file, span))
        {
            var last = tree.GetRoot().DescendantTokens(place).LastOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken) && place.Contains(token.Span));
            if (last.Parent is SimpleNameSyntax name && SymbolOf(name) is { } symbol)
                return symbol;
        }

        return ByModel(file, SyntaxFactory.ParseExpression(file.Text.Substring(span.Start, span.Length)), isOfModel);
    }

    /// <summary>An expression of the view as C# that can be asked for symbols; null when there is none.</summary>
    public ExpressionSyntax? ExpressionAt(WebFile file, TextSpan span)
    {
        foreach (var (_, tree, place) in Generated(file, span))
        {
            var root = tree.GetRoot();
            if (place.End > root.FullSpan.End)
                continue;

            // What is written is an argument of the call that writes it, or is enclosed by one that checks its type.
            var found = root.FindNode(place, getInnermostNodeForTie: true);
            if (found is ArgumentSyntax { Expression: var argument })
                found = argument;

            if (found is ExpressionSyntax expression && expression.Span.OverlapsWith(place))
                return expression;
        }

        return null;
    }

    /// <summary>What a name of generated C# stands for.</summary>
    public ISymbol? SymbolOf(SimpleNameSyntax name)
    {
        var info = models.Of(name.SyntaxTree).GetSymbolInfo(name);
        return info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]);
    }

    /// <summary>The member of the view's model that an expression ends in, going by the text of the view; null when it is none.</summary>
    public ISymbol? ByModel(WebFile file, ExpressionSyntax expression, bool isOfModel)
    {
        if (NamesOf(expression) is not { Count: > 0 } names)
            return null;

        if (names[0] == ModelName)
            names.RemoveAt(0);
        else if (!isOfModel)
            return null;

        ITypeSymbol? type = names.Count == 0 ? null : ModelOf(file);
        ISymbol? member = null;
        foreach (var name in names)
        {
            member = type is null ? null : MemberOf(type, name);
            type = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
        }

        return member;
    }

    /// <summary>The names of a chain of members, from the left; null when it is something else.</summary>
    private static List<string>? NamesOf(ExpressionSyntax expression)
    {
        var names = new List<string>();
        while (true)
        {
            switch (expression)
            {
                case MemberAccessExpressionSyntax access:
                    names.Insert(0, access.Name.Identifier.ValueText);
                    expression = access.Expression;
                    break;
                case IdentifierNameSyntax name:
                    names.Insert(0, name.Identifier.ValueText);
                    return names;
                default:
                    return null;
            }
        }
    }

    private static ISymbol? MemberOf(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol) is { } member)
                return member;
        }

        return null;
    }

    private IEnumerable<(GeneratedView View, SyntaxTree Tree, TextSpan Place)> Generated(WebFile file, TextSpan span)
    {
        if (span.IsEmpty || !file.Document.IsRazor || _views.Find(file.Path) is not { } view)
            yield break;

        foreach (var place in view.MapOf(file.Text).ToGenerated(span))
            yield return (view, view.Tree, place);
    }

    private INamedTypeSymbol? ModelOf(WebFile file)
    {
        var written = file.Document.Children.OfType<RazorDirective>().FirstOrDefault(static directive => directive.Keyword == "model")?.Argument.Trim();
        if (string.IsNullOrEmpty(written) || written!.IndexOfAny(['<', '[', '(']) >= 0)
            return null;

        // The name may leave out its namespace; where several types have it, none is meant for sure.
        var name = written.Substring(written.LastIndexOf('.') + 1);
        var types = models.Compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(type => ("." + type.ToDisplayString()).EndsWith("." + written, StringComparison.Ordinal)).ToList();
        return types.Count == 1 ? types[0] : null;
    }
}
