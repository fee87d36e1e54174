using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Readers.Markup;

/// <summary>Finds where components render what stands between their tags: <c>&lt;ConsentGate&gt;…&lt;/ConsentGate&gt;</c>.</summary>
internal sealed class ChildContent(SemanticModels models, InclusionReader reader)
{
    /// <summary>For each content around a place, the places where the component to which it is given names it.</summary>
    public IEnumerable<List<SyntaxNode>> RenderedAt(SyntaxNode place)
    {
        foreach (var lambda in place.AncestorsAndSelf().OfType<AnonymousFunctionExpressionSyntax>())
        {
            if (lambda.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent: ArgumentListSyntax { Arguments: { Count: 3 } arguments, Parent: InvocationExpressionSyntax { Parent: StatementSyntax statement } } }
                && arguments[1].Expression is LiteralExpressionSyntax { Token.Value: string parameter }
                && ComponentAround(statement) is { } component)
            {
                var places = new List<SyntaxNode>();
                foreach (var declaration in models.DeclarationsOf(component.OriginalDefinition))
                    places.AddRange(PlacesThatName(declaration.SyntaxTree, parameter));

                if (places.Count > 0)
                    yield return places;
            }
        }
    }

    private static IEnumerable<SyntaxNode> PlacesThatName(SyntaxTree tree, string parameter)
    {
        foreach (var position in TreeNames.PlacesOf(tree, parameter))
        {
            if (tree.GetRoot().FindToken(position).Parent is IdentifierNameSyntax { Parent: not (MemberAccessExpressionSyntax or AssignmentExpressionSyntax or NameEqualsSyntax) } name)
                yield return name;
        }
    }

    /// <summary>The component whose attributes are being added where the statement stands.</summary>
    private ITypeSymbol? ComponentAround(StatementSyntax statement)
    {
        if (statement.Parent is not BlockSyntax block)
            return null;

        var closed = 0;
        for (var i = block.Statements.IndexOf(statement) - 1; i >= 0; i--)
        {
            if (block.Statements[i] is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call })
                continue;

            if (access.Name.Identifier.ValueText == "CloseComponent")
                closed++;
            else if (access.Name.Identifier.ValueText == "OpenComponent" && closed-- == 0)
                return reader.ComponentOpenedBy(call);
        }

        return null;
    }
}
