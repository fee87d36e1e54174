using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Leaves an identifier out; where the API asks for one, a random id takes its place.</summary>
internal sealed class RemoveIdentifier() : FixEdit(Descriptors.RPL4001_DirectIdentifierSent, Descriptors.RPL4003_UserLinkedAgainstPurpose)
{
    internal const string Key = nameof(RemoveIdentifier);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Identifier, out var identifier) || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return ImmutableArray<FixOffer>.Empty;

        var editor = await new SolutionEdit(document.Project.Solution).EditAsync(document, cancellationToken).ConfigureAwait(false);
        var write = Find(editor.OriginalRoot, diagnostic);
        if (write is not null && IsForPage(write, model, cancellationToken))
        {
            return new PageRemoval(new SolutionEdit(document.Project.Solution), editor, cancellationToken).CanRemove(write)
                ? Offer($"Leave out '{identifier}'")
                : ImmutableArray<FixOffer>.Empty;
        }

        if (Droppable(write, diagnostic) is not null)
            return Offer($"Leave out '{identifier}'");

        return write switch
        {
            ArgumentSyntax argument when ParameterOf(argument, model, cancellationToken) is { } parameter => parameter switch
            {
                { IsOptional: true } when !IsRandom(diagnostic) => Offer($"Leave out '{identifier}'"),
                _ when IsRandom(diagnostic) => Offer($"Send a random id as '{identifier}'"),
                { Type.IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated } => Offer($"Send no '{identifier}'"),
                _ => ImmutableArray<FixOffer>.Empty,
            },
            AssignmentExpressionSyntax when IsRandom(diagnostic) => Offer($"Send a random id as '{identifier}'"),
            AssignmentExpressionSyntax assignment when CodeRemoval.CanRemove(assignment) => Offer($"Leave out '{identifier}'"),
            _ => ImmutableArray<FixOffer>.Empty,
        };
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        var found = Find(editor.OriginalRoot, diagnostic);
        switch (found)
        {
            case { } write when IsForPage(write, editor.SemanticModel, cancellationToken):
                new PageRemoval(solution, editor, cancellationToken).Remove(write);
                break;

            case not null when Droppable(found, diagnostic) is { } dropped:
                CodeRemoval.Remove(editor, dropped);
                break;

            case ArgumentSyntax argument when IsRandom(diagnostic):
                editor.ReplaceNode(argument.Expression, RandomId().WithTriviaFrom(argument.Expression));
                break;

            case ArgumentSyntax { Parent: ArgumentListSyntax list } argument when ParameterOf(argument, editor.SemanticModel, cancellationToken) is { IsOptional: true }:
                RemoveArgument(editor, list, argument, cancellationToken);
                break;

            case ArgumentSyntax argument:
                editor.ReplaceNode(argument.Expression, SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression).WithTriviaFrom(argument.Expression));
                break;

            case AssignmentExpressionSyntax assignment when IsRandom(diagnostic):
                editor.ReplaceNode(assignment.Right, RandomId().WithTriviaFrom(assignment.Right));
                break;

            case AssignmentExpressionSyntax assignment:
                CodeRemoval.Remove(editor, assignment);
                break;
        }
    }

    /// <summary>The assignment or call that does nothing but say which user it is; it goes as a whole. Null where it does more.</summary>
    private static ExpressionSyntax? Droppable(SyntaxNode? found, Diagnostic diagnostic) => found switch
    {
        _ when diagnostic.Id != Descriptors.RPL4003_UserLinkedAgainstPurpose.Id => null,
        AssignmentExpressionSyntax assignment when CodeRemoval.CanRemove(assignment) => assignment,
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } } when CodeRemoval.CanRemove(call) => call,
        _ => null,
    };

    /// <summary>Takes an argument out of a list; those behind it that lose their position are named.</summary>
    private static void RemoveArgument(DocumentEditor editor, ArgumentListSyntax list, ArgumentSyntax removed, CancellationToken cancellationToken)
    {
        for (var i = list.Arguments.IndexOf(removed) + 1; i < list.Arguments.Count; i++)
        {
            var following = list.Arguments[i];
            if (following.NameColon is null && ParameterOf(following, editor.SemanticModel, cancellationToken) is { } parameter)
                editor.ReplaceNode(following, (current, _) => current is ArgumentSyntax { NameColon: null } argument ? Named(argument, parameter.Name) : current);
        }

        editor.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia);
    }

    private static ArgumentSyntax Named(ArgumentSyntax argument, string name) =>
        argument
            .WithNameColon(SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space).WithLeadingTrivia(argument.GetLeadingTrivia()))
            .WithExpression(argument.Expression.WithoutLeadingTrivia());

    private static ExpressionSyntax RandomId()
    {
        var id = SyntaxFactory.ParseExpression("global::System.Guid.NewGuid().ToString()");
        var type = id.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Last();
        return id.ReplaceNode(type, type.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    private static bool IsRandom(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.RandomId);

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken) =>
        (model.GetOperation(argument, cancellationToken) as IArgumentOperation)?.Parameter;

    private static SyntaxNode? Find(SyntaxNode root, Diagnostic diagnostic) =>
        PageValue.Find(root, diagnostic.Location.SourceSpan) ?? ElementAt(root, diagnostic.Location.SourceSpan);

    /// <summary>An element of an array that is handed to the page.</summary>
    private static SyntaxNode? ElementAt(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span)
            ? root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<SyntaxNode>(node => node.Span == span && node is ExpressionElementSyntax or ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } })
            : null;

    /// <summary>Whether the value goes to the page, by itself or in an object, and not to the .NET API of a recorder.</summary>
    private static bool IsForPage(SyntaxNode write, SemanticModel model, CancellationToken cancellationToken) => write switch
    {
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } => false,
        ArgumentSyntax or ExpressionElementSyntax => PageCall.Of(write, model, cancellationToken) is not null,
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax or ElementAccessExpressionSyntax } => true,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ExpressionSyntax created } } => PageCall.IsOnlyFor(created, model, cancellationToken),
        AssignmentExpressionSyntax => false,
        _ => true,
    };

    private static ImmutableArray<FixOffer> Offer(string title) => ImmutableArray.Create(new FixOffer(Key, title));
}
