using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Texts in code that become scripts of a page, and what writes them.</summary>
internal static class TextSyntax
{
    /// <summary>The whole text that an expression is, or is a part of; null for an expression that is no text.</summary>
    public static ExpressionSyntax? WholeAt(ExpressionSyntax part, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(part, cancellationToken).Type is not { SpecialType: SpecialType.System_String })
            return null;

        var text = part;
        for (SyntaxNode node = part; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    text = sum;
                    break;

                case InterpolatedStringExpressionSyntax interpolated:
                    text = interpolated;
                    break;

                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat" or "Join" or "Replace" or "Trim" or "ToString" } } call
                    when model.GetTypeInfo(call, cancellationToken).Type is { SpecialType: SpecialType.System_String }:
                    text = call;
                    break;

                // A choice is part of a text where the text goes on around it.
                case ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or InterpolationSyntax or ArgumentSyntax or ArgumentListSyntax or MemberAccessExpressionSyntax:
                    break;

                default:
                    return text;
            }
        }

        return text;
    }

    /// <summary>
    /// The expression that does nothing but write the text: it stands for itself, and what it calls on the way only carries
    /// the text. Null where the text is a value that code uses.
    /// </summary>
    public static ExpressionSyntax? WriterOf(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax writer = text;
        for (SyntaxNode node = text; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case InvocationExpressionSyntax call:
                    writer = call;
                    break;

                // What keeps the text for later is no writing of it.
                case BaseObjectCreationExpressionSyntax created when model.GetTypeInfo(created, cancellationToken).Type is { Name: "HtmlString" or "MarkupString" or "StringBuilder" or "HtmlContentBuilder" }:
                case ArgumentSyntax or ArgumentListSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax:
                    break;

                default:
                    return writer is InvocationExpressionSyntax
                        && StartSyntax.Outermost(writer, model, cancellationToken) is var outermost
                        && (outermost.Parent is ExpressionStatementSyntax || StartSyntax.FunctionThatOnlyRuns(outermost, model, cancellationToken) is not null)
                        ? writer
                        : null;
            }
        }

        return null;
    }

    /// <summary>Whether the text is made anew each time when code runs, so that it can depend on what is known then.</summary>
    public static bool IsMadeEachTime(ExpressionSyntax text)
    {
        for (SyntaxNode? node = text; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or StatementSyntax and not LocalDeclarationStatementSyntax { IsConst: true } or ArrowExpressionClauseSyntax:
                    return true;

                case MemberDeclarationSyntax or AttributeSyntax or ParameterSyntax or StatementSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Where the file uses the field that keeps a text; none for a text that is kept in no field.</summary>
    public static IReadOnlyList<ExpressionSyntax> UsesOf(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (text.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field } || model.GetDeclaredSymbol(field, cancellationToken) is not { } symbol)
            return [];

        return [.. text.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == field.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
            .Select(static name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name)];
    }
}
