using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Adds a statement beside another, laid out like it: on a line of its own, or on the same one.</summary>
internal static class StatementInsertion
{
    private static readonly SyntaxTriviaList Space = SyntaxFactory.TriviaList(SyntaxFactory.Space);

    /// <summary>Adds a statement right after another.</summary>
    /// <param name="editor">The editor of the document.</param>
    /// <param name="statement">The statement that is there.</param>
    /// <param name="added">What the new statement does.</param>
    /// <param name="isFirst">Whether nothing was added after the statement before.</param>
    public static void After(DocumentEditor editor, StatementSyntax statement, ExpressionSyntax added, bool isFirst)
    {
        var layout = CodeLayout.Of(statement);
        var hasLine = layout.StartsLine && EndsLine(statement);
        var place = statement.Parent as GlobalStatementSyntax ?? (SyntaxNode)statement;
        if (isFirst && statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
        {
            IntoBlock(editor, statement, added);
        }
        else if (hasLine)
        {
            editor.InsertAfter(place, Beside(place, BlockBody.Statement(added, CodeLayout.White(layout.Indent), layout.EndOfLine)));
        }
        else
        {
            editor.ReplaceNode(statement, (current, _) => current.WithTrailingTrivia(Space));
            editor.InsertAfter(place, Beside(place, OnSameLine(added, isFirst ? statement.GetTrailingTrivia() : Space)));
        }
    }

    /// <summary>Adds a statement right before another.</summary>
    public static void Before(DocumentEditor editor, StatementSyntax statement, ExpressionSyntax added)
    {
        var layout = CodeLayout.Of(statement);
        var place = statement.Parent as GlobalStatementSyntax ?? (SyntaxNode)statement;
        editor.InsertBefore(place, Beside(place, layout.StartsLine
            ? BlockBody.Statement(added, CodeLayout.White(layout.Indent), layout.EndOfLine)
            : OnSameLine(added, Space)));
    }

    /// <summary>Adds the last statement of a block.</summary>
    public static void AtEnd(DocumentEditor editor, BlockSyntax block, ExpressionSyntax added)
    {
        var last = block.Statements.LastOrDefault();
        var layout = CodeLayout.Of(last ?? (SyntaxNode)block);
        var hasLine = last is null ? block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) : layout.StartsLine && EndsLine(last);
        editor.ReplaceNode(block, (current, _) =>
        {
            var now = (BlockSyntax)current;
            if (hasLine)
                return now.AddStatements(BlockBody.Statement(added, CodeLayout.White(last is null ? layout.Indent + layout.Step : layout.Indent), layout.EndOfLine));

            if (now.Statements.Count == 0)
                return now.WithOpenBraceToken(now.OpenBraceToken.WithTrailingTrivia(Space)).AddStatements(OnSameLine(added, Space));

            var before = now.Statements.Last();
            return now.WithStatements(now.Statements.Replace(before, before.WithTrailingTrivia(Space))).AddStatements(OnSameLine(added, before.GetTrailingTrivia()));
        });
    }

    /// <summary>A statement that another owns gets a block that holds both.</summary>
    private static void IntoBlock(DocumentEditor editor, StatementSyntax statement, ExpressionSyntax added)
    {
        var (layout, owner) = (CodeLayout.Of(statement), CodeLayout.Of(statement.Parent!));
        editor.ReplaceNode(statement, (current, _) =>
        {
            if (!layout.StartsLine || !EndsLine(statement))
                return BlockBody.Block(SyntaxTriviaList.Empty, Space, [(StatementSyntax)current.WithTrailingTrivia(Space), OnSameLine(added, Space)], SyntaxTriviaList.Empty, statement.GetTrailingTrivia());

            var line = SyntaxFactory.TriviaList(owner.EndOfLine);
            return BlockBody.Block(
                CodeLayout.White(owner.Indent),
                line,
                [(StatementSyntax)current, BlockBody.Statement(added, CodeLayout.White(layout.Indent), owner.EndOfLine)],
                CodeLayout.White(owner.Indent),
                line);
        });
    }

    private static SyntaxNode Beside(SyntaxNode place, StatementSyntax statement) => place is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(statement) : statement;

    private static StatementSyntax OnSameLine(ExpressionSyntax expression, SyntaxTriviaList trailing) =>
        SyntaxFactory.ExpressionStatement(expression.WithoutTrivia(), BlockBody.Token(SyntaxKind.SemicolonToken, SyntaxTriviaList.Empty, trailing));

    private static bool EndsLine(SyntaxNode statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
}
