using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Lets recording start only with consent: behind a guard that is in scope, behind one to fill in, or not at all.</summary>
internal sealed class GuardRecording() : FixEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    internal const string Guard = nameof(Guard);
    internal const string SwitchOff = nameof(SwitchOff);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var offers = ImmutableArray.CreateBuilder<FixOffer>();
        var edit = new SolutionEdit(document.Project.Solution);
        var guards = await ReadGuardsAsync(document.Project, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(edit, document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        var questions = plan.Select(step => new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken).Find(step.Place) is { } guard ? guard.ToString() : ConsentGuardMember.CanAdd(step.Place) ? "" : null).ToList();
        if (questions.Count > 0 && !questions.Contains(null))
            offers.Add(new FixOffer(Guard, questions[0] is { Length: > 0 } asked ? $"Record only if '{asked}'" : "Record only with consent (adds a guard to fill in)"));

        if ((await FindOffWritesAsync(edit, document, diagnostic, cancellationToken).ConfigureAwait(false)).Count > 0)
            offers.Add(new FixOffer(SwitchOff, "Leave recording switched off"));

        return offers.ToImmutable();
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        if (equivalenceKey == SwitchOff)
        {
            foreach (var (editor, write) in await FindOffWritesAsync(solution, document, diagnostic, cancellationToken).ConfigureAwait(false))
            {
                if (solution.Once((editor.OriginalDocument.Id, write.Span)))
                    SettingWrite.Replace(editor, write, diagnostic.Properties[FixProperties.SwitchOff]!, cancellationToken);
            }

            return;
        }

        var guards = await ReadGuardsAsync(document.Project, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(solution, document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        diagnostic.Properties.TryGetValue(FixProperties.SwitchOff, out var off);

        // Two starts may share what they need: a statement, or a method that configures them both.
        var steps = plan.Where(step => solution.Once((step.Editor.OriginalDocument.Id, step.Place.Span))).OrderBy(static step => step.Place.SpanStart).ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var guard = new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken).Find(step.Place)
                ?? ConsentGuardMember.Add(solution, step.Editor, step.Place, cancellationToken);

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
                editor.ReplaceNode(call, (current, _) => GuardSyntax.Choose((ExpressionSyntax)current, guard, SyntaxFactory.ParseExpression("null")));
                break;
        }
    }

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
    private static bool Follows(SyntaxNode next, SyntaxNode statement)
    {
        var statements = statement.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            _ => default,
        };

        var index = statements.IndexOf(s => s == statement);
        return index >= 0
            && index + 1 < statements.Count
            && statements[index + 1] == next
            && !next.GetLeadingTrivia().Any(static trivia => trivia.IsDirective)
            && CodeLayout.Of(statement).StartsLine
            && CodeLayout.Of(next).StartsLine
            && next.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
    }

    private static ExpressionSyntax OffValue(DocumentEditor editor, ExpressionSyntax value, string off, CancellationToken cancellationToken) =>
        editor.SemanticModel.GetTypeInfo(value, cancellationToken).Type is { TypeKind: TypeKind.Enum } type
            ? SettingValueSyntax.Create(off, type, editor.Generator)
            : SyntaxFactory.ParseExpression(off);

    /// <summary>Where the value that records nothing is written: at the settings that make the call record, or at the start itself.</summary>
    private static async Task<IReadOnlyList<(DocumentEditor Editor, SyntaxNode Write)>> FindOffWritesAsync(SolutionEdit edit, Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.SwitchOff, out var off) || off is null)
            return [];

        if (diagnostic.AdditionalLocations.Count > 0)
        {
            var switches = await GuardPlan.FindSwitchesAsync(edit, diagnostic, cancellationToken).ConfigureAwait(false);
            return switches.All(static s => s.Write is ArgumentSyntax || s.Write.IsKind(SyntaxKind.SimpleAssignmentExpression)) ? switches : [];
        }

        var editor = await edit.EditAsync(document, cancellationToken).ConfigureAwait(false);
        return StartSyntax.Find(editor.OriginalRoot, diagnostic.Location.SourceSpan) switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => [(editor, assignment)],
            InvocationExpressionSyntax call when call.ArgumentList.Arguments.FirstOrDefault(argument => Takes(argument, off)) is { } argument => [(editor, argument)],
            _ => [],
        };

        bool Takes(ArgumentSyntax argument, string value) =>
            editor.SemanticModel.GetOperation(argument, cancellationToken) is IArgumentOperation { Parameter.Type: { } type }
            && (type.TypeKind == TypeKind.Enum ? !type.GetMembers(value).IsEmpty : type.SpecialType == SpecialType.System_Boolean && value is "true" or "false");
    }

    /// <summary>The guards as the analyzer knows them: by annotation, by catalogue and by name.</summary>
    private static async Task<ConsentGuards> ReadGuardsAsync(Project project, CancellationToken cancellationToken)
    {
        var added = ImmutableArray.CreateBuilder<CatalogDocument>();
        foreach (var file in project.AdditionalDocuments)
        {
            if (RecorderCatalog.IsCatalogFile(file.Name))
                added.Add(CatalogParser.Parse(await file.GetTextAsync(cancellationToken).ConfigureAwait(false)));
        }

        return new ConsentGuards(RecorderCatalog.BuiltIn.With(added.ToImmutable()), declaredOnly: false);
    }
}
