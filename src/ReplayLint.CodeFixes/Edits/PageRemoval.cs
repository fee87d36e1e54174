using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.Readers.Interop;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>
/// Takes a value out of what is handed to the page: a member with its line, an object that is left without members, a call
/// that is left with nothing to say.
/// </summary>
internal sealed class PageRemoval(SolutionEdit solution, DocumentEditor editor, CancellationToken cancellationToken)
{
    private readonly SemanticModel _model = editor.SemanticModel;

    /// <summary>Whether nothing else depends on the value.</summary>
    public bool CanRemove(SyntaxNode write) => write switch
    {
        // A whole object may hold more than what is to go.
        ArgumentSyntax or ExpressionElementSyntax or ExpressionSyntax when CallOf(write) is { } call => IsPlain(PageValue.ValueOf(write) ?? (ExpressionSyntax)write) && CanRemoveCall(call),
        InvocationExpressionSyntax added => CodeRemoval.CanRemove(added),
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } => true,
        _ => ObjectOf(write) is { } owner && PageCall.IsOnlyFor(owner, _model, cancellationToken) && !IsRequired(write),
    };

    /// <summary>Makes the edit; what was removed along with something else is left alone.</summary>
    public void Remove(SyntaxNode write)
    {
        if (write.AncestorsAndSelf().Any(node => solution.HasDone(KeyOf(node))))
            return;

        solution.Once(KeyOf(write));
        if (ObjectOf(write) is { } owner)
            RemoveMember(owner, write);
        else if (CallOf(write) is { } call)
            RemoveCall(call);
        else if (write is ExpressionSyntax expression)
            CodeRemoval.Remove(editor, expression);
    }

    private void RemoveMember(ExpressionSyntax owner, SyntaxNode member)
    {
        if (MembersOf(owner).Any(other => !solution.HasDone(KeyOf(other))) || !RemoveObject(owner))
            editor.ReplaceNode(owner, (current, _) => PageObject.RemoveMember((ExpressionSyntax)current, member));
    }

    /// <summary>An object that is left empty goes, unless another argument needs it for its position.</summary>
    private bool RemoveObject(ExpressionSyntax owner)
    {
        switch (owner.Parent)
        {
            case AnonymousObjectMemberDeclaratorSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }:
                Remove(owner.Parent);
                return true;

            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument when list.Arguments.Last() == argument && PageCall.Is(call, _model, cancellationToken):
                if (list.Arguments.Count == 2 && CanRemoveCall(call))
                    RemoveCall(call);
                else
                    editor.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia);

                return true;

            default:
                return false;
        }
    }

    private void RemoveCall(InvocationExpressionSyntax call)
    {
        var outermost = StartSyntax.Outermost(call, _model, cancellationToken);
        if (solution.Once(KeyOf(outermost)))
            CodeRemoval.Remove(editor, outermost);
    }

    private bool CanRemoveCall(InvocationExpressionSyntax call)
    {
        // A script may do more than what is to go.
        if (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.ValueText: InteropReader.Evaluate })
            return false;

        var outermost = StartSyntax.Outermost(call, _model, cancellationToken);
        return outermost.Parent is ExpressionStatementSyntax || StartSyntax.FunctionThatOnlyRuns(outermost, _model, cancellationToken) is not null;
    }

    private InvocationExpressionSyntax? CallOf(SyntaxNode write) => write is InvocationExpressionSyntax or AssignmentExpressionSyntax ? null : PageCall.Of(write, _model, cancellationToken);

    private bool IsPlain(ExpressionSyntax value) =>
        _model.GetTypeInfo(value, cancellationToken).Type is { } type && (type.SpecialType == SpecialType.System_String || type.IsValueType);

    /// <summary>A property that must be set cannot be left out.</summary>
    private bool IsRequired(SyntaxNode write) =>
        write is AssignmentExpressionSyntax assignment && _model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is IPropertySymbol { IsRequired: true };

    private static ExpressionSyntax? ObjectOf(SyntaxNode write) => write switch
    {
        AnonymousObjectMemberDeclaratorSyntax { Parent: ExpressionSyntax anonymous } => anonymous,
        ExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax created } } => created,
        _ => null,
    };

    private static IEnumerable<SyntaxNode> MembersOf(ExpressionSyntax owner) => owner switch
    {
        AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers,
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: { } initializer } => initializer.Expressions,
        _ => [owner],
    };

    private object KeyOf(SyntaxNode node) => (editor.OriginalDocument.Id, node.Span, node.RawKind, nameof(PageRemoval));
}
