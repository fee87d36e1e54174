using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Lets the user's choice be kept for fewer days, in the form in which code says how long; where it says nothing, adds that it does.</summary>
internal sealed class SetConsentLifetime() : FixEdit(Descriptors.RPL1007_ConsentKeptTooLong)
{
    internal const string Key = nameof(SetConsentLifetime);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Days, out var days)
            || days is null
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || Find(await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false), diagnostic) is not { } assignment)
            return ImmutableArray<FixOffer>.Empty;

        var canEdit = SettingOf(diagnostic) is null
            ? DurationSyntax.With(assignment.Right, days, model, cancellationToken) is not null
            : SettingWrite.CanAddSibling(assignment);
        return canEdit ? ImmutableArray.Create(new FixOffer(Key, $"Keep the choice for {days} days")) : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic) is not { } assignment)
            return;

        var days = diagnostic.Properties[FixProperties.Days]!;
        if (SettingOf(diagnostic) is { } setting)
            Add(editor, assignment, setting, days);
        else if (DurationSyntax.With(assignment.Right, days, editor.SemanticModel, cancellationToken) is { } shorter)
            editor.ReplaceNode(assignment.Right, shorter.WithTriviaFrom(assignment.Right));
    }

    private static string? SettingOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Setting, out var setting) ? setting : null;

    private static AssignmentExpressionSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AssignmentExpressionSyntax>();

    /// <summary>Sets <c>Holder.Setting</c> beside the assignment; in an initialiser the holder keeps what else it has by default.</summary>
    private static void Add(DocumentEditor editor, AssignmentExpressionSyntax assignment, string setting, string days)
    {
        if (assignment.Left is MemberAccessExpressionSyntax access)
        {
            var target = SyntaxFactory.ParseExpression(access.Expression.WithoutTrivia() + "." + setting);
            SettingWrite.AddSibling(editor, assignment, SettingWrite.Assign(target, DurationSyntax.Span(days)));
            return;
        }

        var dot = setting.LastIndexOf('.');
        var holder = setting.Substring(0, dot);
        var member = SettingWrite.Assign(SyntaxFactory.IdentifierName(setting.Substring(dot + 1)), DurationSyntax.Span(days));
        if (assignment.Parent is not InitializerExpressionSyntax initializer)
            return;

        foreach (var sibling in initializer.Expressions)
        {
            if (sibling is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: InitializerExpressionSyntax given } && name == holder)
            {
                editor.ReplaceNode(given, (current, _) => InitializerSyntax.Add((InitializerExpressionSyntax)current, member));
                return;
            }
        }

        SettingWrite.AddSibling(editor, assignment, SettingWrite.Assign(SyntaxFactory.IdentifierName(holder), Initializer(member)));
    }

    /// <summary>An initialiser on one line: <c>{ Expiration = … }</c>.</summary>
    private static InitializerExpressionSyntax Initializer(ExpressionSyntax member) =>
        SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            SyntaxFactory.SingletonSeparatedList(member.WithTrailingTrivia(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
}
