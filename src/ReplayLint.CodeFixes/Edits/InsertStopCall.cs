using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Stops a recorder where consent is withdrawn: after the call that does, or at the end of the method that does.</summary>
internal sealed class InsertStopCall() : FixEdit(Descriptors.RPL1005_WithdrawalDoesNotStopRecording)
{
    internal const string Key = nameof(InsertStopCall);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await new SolutionEdit(document.Project.Solution).EditAsync(document, cancellationToken).ConfigureAwait(false);
        return StopStatement.Read(diagnostic.Get(FixProperties.Stop), editor.SemanticModel.Compilation) is { } stop && FindPlace(editor, diagnostic, stop, cancellationToken) is not null
            ? ImmutableArray.Create(new FixOffer(Key, $"Stop recording here: '{stop.Title}'"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (StopStatement.Read(diagnostic.Get(FixProperties.Stop), editor.SemanticModel.Compilation) is { } stop
            && FindPlace(editor, diagnostic, stop, cancellationToken) is { } place
            && solution.Once((document.Id, place.Span, stop.Title)))
        {
            Insert(solution, editor, place, diagnostic, stop.Create(editor.SemanticModel, place.SpanStart), cancellationToken);
        }
    }

    /// <summary>A statement to stop after or before, a block to stop at the end of, or a function that is one expression.</summary>
    private static SyntaxNode? FindPlace(DocumentEditor editor, Diagnostic diagnostic, StopStatement stop, CancellationToken cancellationToken)
    {
        var span = diagnostic.Location.SourceSpan;
        if (!editor.OriginalRoot.FullSpan.Contains(span))
            return null;

        for (var node = editor.OriginalRoot.FindNode(span, getInnermostNodeForTie: true); node is not null; node = node.Parent)
        {
            var place = node switch
            {
                MethodDeclarationSyntax method when method.Identifier.Span == span => (SyntaxNode?)method.Body ?? method,
                LocalFunctionStatementSyntax function when function.Identifier.Span == span => (SyntaxNode?)function.Body ?? function,
                LambdaExpressionSyntax { ExpressionBody: not null } or ArrowExpressionClauseSyntax => node is ArrowExpressionClauseSyntax ? node.Parent : node,
                StatementSyntax => node,
                _ => null,
            };

            if (place is not null)
                return CanStopAt(place, editor.SemanticModel, cancellationToken) && !stop.IsIn(CodeAfter(place), editor.SemanticModel, cancellationToken) ? place : null;
        }

        return null;
    }

    private static bool CanStopAt(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken) => place switch
    {
        BlockSyntax block => block.Statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax || block.Statements.Count == 0 || model.AnalyzeControlFlow(block) is { Succeeded: true, EndPointIsReachable: true },
        LocalDeclarationStatementSyntax or ExpressionStatementSyntax => true,
        ReturnStatementSyntax statement => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax,
        StatementSyntax and not LocalFunctionStatementSyntax => false,
        _ => BlockBody.ExpressionOf(place) is not (null or ThrowExpressionSyntax or RefExpressionSyntax) && (place is not LambdaExpressionSyntax || RunsOnly(place, model, cancellationToken)),
    };

    /// <summary>What runs after the withdrawal; the whole method where it is the method that withdraws.</summary>
    private static IEnumerable<SyntaxNode> CodeAfter(SyntaxNode place) => place switch
    {
        BlockSyntax or LocalFunctionStatementSyntax or not StatementSyntax => [place],
        { Parent: BlockSyntax block } => block.Statements.Where(statement => place is ReturnStatementSyntax || statement.SpanStart > place.SpanStart),
        { Parent: SwitchSectionSyntax section } => section.Statements.Where(statement => place is ReturnStatementSyntax || statement.SpanStart > place.SpanStart),
        { Parent: GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } } => unit.Members.Where(member => member.SpanStart > place.SpanStart),
        _ => [],
    };

    private static void Insert(SolutionEdit solution, DocumentEditor editor, SyntaxNode place, Diagnostic diagnostic, ExpressionSyntax stop, CancellationToken cancellationToken)
    {
        switch (place)
        {
            case BlockSyntax block when block.Statements.LastOrDefault() is { } last and (ReturnStatementSyntax or ThrowStatementSyntax):
                StatementInsertion.Before(editor, last, stop);
                break;

            case BlockSyntax block:
                StatementInsertion.AtEnd(editor, block, stop);
                break;

            case ReturnStatementSyntax statement:
                StatementInsertion.Before(editor, statement, stop);
                break;

            case StatementSyntax statement and not LocalFunctionStatementSyntax:
                StatementInsertion.After(editor, statement, stop, isFirst: solution.Once((editor.OriginalDocument.Id, statement.Span, nameof(Insert))));
                break;

            default:
                Expand(solution, editor, place, diagnostic, stop, cancellationToken);
                break;
        }
    }

    /// <summary>A function that is one expression gets a block; a value is returned after the recorder was stopped.</summary>
    private static void Expand(SolutionEdit solution, DocumentEditor editor, SyntaxNode function, Diagnostic diagnostic, ExpressionSyntax stop, CancellationToken cancellationToken)
    {
        var isFirst = solution.Once((editor.OriginalDocument.Id, function.Span, nameof(Expand)));
        var (layout, ofExpression) = (CodeLayout.Of(function), CodeLayout.Of(BlockBody.ExpressionOf(function)!));
        var isCall = BlockBody.ExpressionOf(function)!.Span.Contains(diagnostic.Location.SourceSpan);
        var runsOnly = RunsOnly(function, editor.SemanticModel, cancellationToken);
        editor.ReplaceNode(function, (current, _) =>
        {
            var added = BlockBody.Statement(stop, CodeLayout.White(layout.Indent + layout.Step), layout.EndOfLine);
            if (!isFirst && BlockBody.Of(current) is { } block)
                return current.ReplaceNode(block, block.WithStatements(block.Statements.Insert(!runsOnly ? block.Statements.Count - 1 : isCall ? 1 : block.Statements.Count, added)));

            var body = new BodyExpansion(current, layout, ofExpression);
            return body.With(runsOnly
                ? [body.Statement(body.Indent).WithLeadingTrivia(body.Leading), added]
                : [added.WithLeadingTrivia(body.Leading), body.Statement(body.Indent, isReturned: true)]);
        });
    }

    private static bool RunsOnly(SyntaxNode function, SemanticModel model, CancellationToken cancellationToken) =>
        StartSyntax.FunctionThatOnlyRuns(BlockBody.ExpressionOf(function)!, model, cancellationToken) is not null;
}
