using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Whether code can wait for an answer where it stands, without any function becoming asynchronous for it.</summary>
internal static class AsyncContext
{
    public static bool CanAwait(SyntaxNode place)
    {
        for (var node = place; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or UnsafeStatementSyntax or QueryExpressionSyntax:
                    return false;

                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);

                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);

                // A program waits where one of its statements does.
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                    return unit.Members.OfType<GlobalStatementSyntax>().Any(static statement => statement.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(static n => n is AwaitExpressionSyntax));

                case MemberDeclarationSyntax member:
                    return member is MethodDeclarationSyntax && member.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }

    /// <summary>A task that is done, by the shortest name that the file has for it.</summary>
    public static ExpressionSyntax CompletedTask()
    {
        var task = SyntaxFactory.ParseExpression("global::System.Threading.Tasks.Task.CompletedTask");
        var type = ((MemberAccessExpressionSyntax)task).Expression;
        return task.ReplaceNode(type, type.WithAdditionalAnnotations(Simplifier.Annotation));
    }
}
