using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Removes a call or assignment that stands for itself, with everything that only served it.</summary>
internal static class CodeRemoval
{
    /// <summary>Whether the expression can go without changing the meaning of what stands around it.</summary>
    public static bool CanRemove(ExpressionSyntax expression) =>
        Outermost(expression).Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } or LambdaExpressionSyntax or InitializerExpressionSyntax;

    public static void Remove(DocumentEditor editor, ExpressionSyntax expression)
    {
        var outermost = Outermost(expression);
        switch (outermost.Parent)
        {
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement:
                RemoveStatement(editor, statement.Parent is GlobalStatementSyntax global ? global : statement);
                break;

            case ExpressionStatementSyntax embedded:
                editor.ReplaceNode(embedded, BlockBody.Empty().WithTriviaFrom(embedded));
                break;

            case LambdaExpressionSyntax lambda:
                editor.ReplaceNode(lambda, (current, _) => BlockBody.WithBody(current, BlockBody.Empty().WithTriviaFrom(outermost)));
                break;

            case ArrowExpressionClauseSyntax { Parent: { } function }:
                editor.ReplaceNode(function, (current, _) => BlockBody.WithBody(current, BlockBody.Empty()));
                break;

            case InitializerExpressionSyntax initializer:
                editor.ReplaceNode(initializer, (current, _) => RemoveMember((InitializerExpressionSyntax)current, outermost));
                break;
        }
    }

    /// <summary>A statement goes with its line. Comments stay, for they may say more than the statement, and so do paragraphs.</summary>
    private static void RemoveStatement(DocumentEditor editor, SyntaxNode statement)
    {
        if (HasComment(statement.GetTrailingTrivia()))
        {
            var comment = statement.GetTrailingTrivia().SkipWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia));
            editor.ReplaceNode(statement, (current, _) => current.WithTrailingTrivia(comment));
            editor.RemoveNode(statement, SyntaxRemoveOptions.KeepExteriorTrivia);
            return;
        }

        var leading = statement.GetLeadingTrivia();
        var isLast = statement.GetLastToken().GetNextToken().IsKind(SyntaxKind.CloseBraceToken);
        if (!HasComment(leading) && (isLast || !leading.Any(SyntaxKind.EndOfLineTrivia)))
        {
            editor.RemoveNode(statement, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            return;
        }

        // The indentation of the statement goes with it.
        var kept = leading.Reverse().SkipWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();
        editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(kept));
        editor.RemoveNode(statement, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives);
    }

    private static InitializerExpressionSyntax RemoveMember(InitializerExpressionSyntax initializer, ExpressionSyntax member)
    {
        // Members that were removed before are no longer there; the others kept their order.
        var name = (member as AssignmentExpressionSyntax)?.Left.ToString();
        for (var i = 0; i < initializer.Expressions.Count; i++)
        {
            if (initializer.Expressions[i] is AssignmentExpressionSyntax assignment && assignment.Left.ToString() == name)
                return InitializerSyntax.RemoveAt(initializer, i);
        }

        return initializer;
    }

    private static bool HasComment(SyntaxTriviaList trivia) =>
        trivia.Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax or AwaitExpressionSyntax)
            expression = (ExpressionSyntax)expression.Parent;

        return expression;
    }
}
