using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Makes the edits of a plan.</summary>
internal static class GuardWriter
{
    /// <summary>Puts every place of the plan behind its guard; what an earlier finding shares with this one is left as it is.</summary>
    /// <param name="solution">The edits that were made so far.</param>
    /// <param name="plan">What to put behind a guard.</param>
    /// <param name="guardAt">Gives the expression to ask at a step of the plan.</param>
    /// <param name="off">The value that records nothing, if there is one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static void Apply(SolutionEdit solution, IEnumerable<GuardEdit> plan, Func<GuardEdit, ExpressionSyntax> guardAt, string? off, CancellationToken cancellationToken)
    {
        // Two starts may share what they need: a statement, or a method that configures them both.
        var steps = plan.Where(step => solution.Once((step.Editor.OriginalDocument.Id, step.Place.Span))).OrderBy(static step => step.Place.SpanStart).ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (step.Form == GuardForm.Element && !IsFirstIn(solution, step))
                continue;

            var guard = guardAt(step);
            var following = new List<StatementSyntax>();
            while (i + 1 < steps.Count && steps[i + 1].Form == GuardForm.Statement && Follows(steps[i + 1].Place, steps[i].Place))
                following.Add((StatementSyntax)steps[++i].Place);

            Apply(step, following, guard, off, cancellationToken);
        }
    }

    private static void Apply(GuardEdit step, List<StatementSyntax> following, ExpressionSyntax guard, string? off, CancellationToken cancellationToken)
    {
        var editor = step.Editor;
        switch (step)
        {
            case { Form: GuardForm.Statement, Place: StatementSyntax statement }:
                GuardStatement(editor, statement, following, guard);
                break;

            case { Form: GuardForm.Condition, Place.Parent: IfStatementSyntax @if }:
                editor.ReplaceNode(@if.Condition, (current, _) => GuardSyntax.And((ExpressionSyntax)current, guard));
                break;

            case { Form: GuardForm.Body, Place: ExpressionSyntax expression } when StartSyntax.FunctionThatOnlyRuns(expression, editor.SemanticModel, cancellationToken) is { } function:
                var (layout, ofExpression) = (CodeLayout.Of(function), CodeLayout.Of(expression));
                editor.ReplaceNode(function, (current, _) => GuardSyntax.Body(current, guard, layout, ofExpression));
                break;

            case { Form: GuardForm.Value, Place: ExpressionSyntax value }:
                var otherwise = OffValue(editor, value, off!, cancellationToken);
                var isTrue = value.IsKind(SyntaxKind.TrueLiteralExpression) && off == "false";
                editor.ReplaceNode(value, (current, _) => isTrue ? guard.WithTriviaFrom(current) : GuardSyntax.Choose((ExpressionSyntax)current, guard, otherwise));
                break;

            case { Form: GuardForm.Call, Place: ExpressionSyntax call }:
                var instead = InsteadOf(editor.SemanticModel.GetTypeInfo(call, cancellationToken).Type);
                editor.ReplaceNode(call, (current, _) => GuardSyntax.Choose((ExpressionSyntax)current, guard, instead));
                break;

            case { Form: GuardForm.Text, Place: ExpressionSyntax text }:
                var isPart = text.Parent is CastExpressionSyntax or BinaryExpressionSyntax or MemberAccessExpressionSyntax;
                editor.ReplaceNode(text, (current, _) => GuardSyntax.Choose((ExpressionSyntax)current, guard, SyntaxFactory.ParseExpression("\"\""), isPart));
                break;

            case { Form: GuardForm.Element, Place: StatementSyntax fills } when TagHelperSyntax.OutputFilledBy(fills, editor.SemanticModel, cancellationToken) is { } output:
                var (empty, rest) = CodeLayout.SplitEmptyLines(fills.GetLeadingTrivia());
                var ofFills = CodeLayout.Of(fills);
                editor.InsertBefore(fills, GuardSyntax.LeaveIf(Negation.Of(guard), [SyntaxFactory.ParseStatement(output + ".SuppressOutput();"), TagHelperSyntax.LeaveAt(fills)], empty, ofFills));
                editor.ReplaceNode(fills, (current, _) => current.WithLeadingTrivia(rest.Insert(0, ofFills.EndOfLine)));
                break;
        }
    }

    /// <summary>What is left before one statement of a block is left before those that follow it.</summary>
    private static bool IsFirstIn(SolutionEdit solution, GuardEdit step)
    {
        for (var node = step.Place.Parent; node is not null; node = node.Parent)
        {
            if (solution.HasDone((step.Editor.OriginalDocument.Id, node.Span, GuardForm.Element)))
                return false;
        }

        return solution.Once((step.Editor.OriginalDocument.Id, step.Place.Parent!.Span, GuardForm.Element));
    }

    private static ExpressionSyntax InsteadOf(ITypeSymbol? type) => type switch
    {
        { Name: "Task" } => AsyncContext.CompletedTask(),
        { Name: "ValueTask" } => SyntaxFactory.ParseExpression("default"),
        _ => SyntaxFactory.ParseExpression("null"),
    };

    private static void GuardStatement(DocumentEditor editor, StatementSyntax statement, List<StatementSyntax> following, ExpressionSyntax guard)
    {
        var layout = CodeLayout.Of(statement);
        if (statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax)
        {
            foreach (var next in following)
                editor.RemoveNode(next, SyntaxRemoveOptions.KeepNoTrivia);

            editor.ReplaceNode(statement, (current, _) => GuardSyntax.If((StatementSyntax)current, following, guard, layout));
        }
        else if (statement.Parent is { } owner)
        {
            var ofOwner = CodeLayout.Of(owner);
            var isElse = owner is ElseClauseSyntax;
            editor.ReplaceNode(statement, (current, _) => GuardSyntax.IfInBlock((StatementSyntax)current, guard, isElse, ofOwner, layout));
        }
    }

    /// <summary>Whether a statement comes right after another, so that one <c>if</c> can hold both.</summary>
    private static bool Follows(SyntaxNode next, SyntaxNode statement) =>
        statement is StatementSyntax first
        && StatementNeighbours.After(first) == next
        && !next.GetLeadingTrivia().Any(static trivia => trivia.IsDirective)
        && CodeLayout.Of(statement).StartsLine
        && CodeLayout.Of(next).StartsLine
        && next.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static ExpressionSyntax OffValue(DocumentEditor editor, ExpressionSyntax value, string off, CancellationToken cancellationToken) =>
        editor.SemanticModel.GetTypeInfo(value, cancellationToken).Type is { TypeKind: TypeKind.Enum } type
            ? SettingValueSyntax.Create(off, type, editor.Generator)
            : SyntaxFactory.ParseExpression(off);
}
