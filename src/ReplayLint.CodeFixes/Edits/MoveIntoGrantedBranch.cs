using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Moves a start into the <c>if</c> beside it that asks for consent already.</summary>
internal sealed class MoveIntoGrantedBranch() : FixEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    internal const string Key = nameof(MoveIntoGrantedBranch);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await new SolutionEdit(document.Project.Solution).EditAsync(document, cancellationToken).ConfigureAwait(false);
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        return Find(editor, diagnostic, guards, cancellationToken) is var (_, branch)
            ? ImmutableArray.Create(new FixOffer(Key, $"Move into 'if ({branch.Condition})'"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor, diagnostic, guards, cancellationToken) is not var (start, branch) || !solution.Once((document.Id, start.Span)))
            return;

        var block = (BlockSyntax)branch.Statement;
        var (layout, inner) = (CodeLayout.Of(start), IndentIn(block));
        var (empty, leading) = CodeLayout.SplitEmptyLines(start.GetLeadingTrivia());
        var moved = CodeLayout.Reindent(start.WithLeadingTrivia(leading), layout.Indent, inner, first: true);
        var comesFirst = start.SpanStart < branch.SpanStart;
        editor.RemoveNode(start, SyntaxRemoveOptions.KeepNoTrivia);
        editor.ReplaceNode(branch, (current, _) =>
        {
            var now = (IfStatementSyntax)current;
            var body = (BlockSyntax)now.Statement;
            now = now.WithStatement(body.WithStatements(comesFirst ? body.Statements.Insert(0, moved) : body.Statements.Add(moved)));

            // The paragraph begins where the start stood.
            return comesFirst ? now.WithLeadingTrivia(empty.AddRange(CodeLayout.SplitEmptyLines(now.GetLeadingTrivia()).Following)) : now;
        });
    }

    private static (StatementSyntax Start, IfStatementSyntax Branch)? Find(DocumentEditor editor, Diagnostic diagnostic, ConsentGuards guards, CancellationToken cancellationToken)
    {
        if (StartSyntax.Find(editor.OriginalRoot, diagnostic.Location.SourceSpan, editor.SemanticModel, cancellationToken) is not { } start
            || StartSyntax.Outermost(start, editor.SemanticModel, cancellationToken).Parent is not ExpressionStatementSyntax statement
            || StartSyntax.DeclaresVariables(statement)
            || !HasOwnLines(statement))
        {
            return null;
        }

        var finder = new ConsentGuardFinder(editor.SemanticModel, guards, cancellationToken);
        if (StatementNeighbours.After(statement) is IfStatementSyntax next && Asks(next) && HasOwnLines(next))
            return (statement, next);

        return StatementNeighbours.Before(statement) is IfStatementSyntax previous
            && Asks(previous)
            && editor.SemanticModel.AnalyzeControlFlow(previous.Statement) is { Succeeded: true, EndPointIsReachable: true }
                ? (statement, previous)
                : null;

        bool Asks(IfStatementSyntax branch) =>
            branch is { Else: null, Statement: BlockSyntax block }
            && block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            && (block.Statements.Count == 0 || block.Statements.Last().GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            && !block.CloseBraceToken.IsMissing
            && SymbolOf(branch.Condition) is { } symbol
            && finder.IsGuard(symbol, branch);

        ISymbol? SymbolOf(ExpressionSyntax condition) => condition switch
        {
            ParenthesizedExpressionSyntax parenthesized => SymbolOf(parenthesized.Expression),
            AwaitExpressionSyntax wait => SymbolOf(wait.Expression),
            IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax => editor.SemanticModel.GetSymbolInfo(condition, cancellationToken).Symbol,
            _ => null,
        };
    }

    private static bool HasOwnLines(StatementSyntax statement) =>
        CodeLayout.Of(statement).StartsLine
        && statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
        && !statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective);

    private static string IndentIn(BlockSyntax block)
    {
        var layout = CodeLayout.Of(block);
        return block.Statements.FirstOrDefault() is { } first ? CodeLayout.Of(first).Indent : layout.Indent + layout.Step;
    }
}
