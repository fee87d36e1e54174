using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Finds where a view writes text as it is that looks like a script from a database or from settings. Asked only of views
/// that start a recorder: the text may start it too, or be the other way to do so.
/// </summary>
internal sealed class RawScriptReader(RecorderCatalog catalog)
{
    /// <summary>A longer expression is none that names a text.</summary>
    private const int MaximumLength = 1024;

    private readonly HashSet<string> _words = new(catalog.WordsOf("script-text"), StringComparer.Ordinal);

    public IEnumerable<RazorExpression> Read(WebPage page, MarkupDocument markup)
    {
        foreach (var node in markup.Descendants())
        {
            // In a script or an attribute it is a value, and read with what is around it.
            if (node is RazorExpression expression
                && !expression.Ancestors().Any(static around => around is RawText or MarkupAttribute)
                && TextOf(expression.Code) is { } text
                && (IsNamedScript(text) || IsTheOtherWay(expression, page)))
            {
                yield return expression;
            }
        }
    }

    /// <summary>What is written as it is, unless the code itself holds the text.</summary>
    private static ExpressionSyntax? TextOf(string code)
    {
        if (code.Length > MaximumLength || !(code.Contains("Raw") || code.Contains("MarkupString") || code.Contains("HtmlString")))
            return null;

        var text = SyntaxFactory.ParseExpression(code) switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Raw" }, ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression,
            CastExpressionSyntax cast when IsMarkup(cast.Type) => cast.Expression,
            ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } creation when IsMarkup(creation.Type) => arguments[0].Expression,
            _ => null,
        };

        while (text is ParenthesizedExpressionSyntax inner)
            text = inner.Expression;

        return text is IdentifierNameSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax ? text : null;
    }

    private static bool IsMarkup(TypeSyntax type) => (type is QualifiedNameSyntax qualified ? qualified.Right : type) is SimpleNameSyntax { Identifier.ValueText: "MarkupString" or "HtmlString" };

    /// <summary>Whether a name in the expression says that the text is a script, or code for the head of the page.</summary>
    private bool IsNamedScript(ExpressionSyntax text) =>
        text.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => NameWords.Split(name.Identifier.ValueText).Any(_words.Contains))
        || text.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.Value is string key && NameWords.Split(key).Any(_words.Contains));

    /// <summary>Whether it stands in another branch of a condition that decides on a script of the page.</summary>
    private static bool IsTheOtherWay(RazorExpression expression, WebPage page)
    {
        foreach (var branch in expression.EnclosingBranches())
        {
            if (branch.Parent is RazorBlock block && page.Elements.Any(element => element.Script.Element.Ancestors().Contains(block) && !element.Script.Element.Ancestors().Contains(branch)))
                return true;
        }

        return false;
    }
}
