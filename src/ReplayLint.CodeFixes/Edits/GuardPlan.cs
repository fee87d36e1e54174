using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>
/// Decides how a start is put behind a guard. The call itself, where nothing depends on it; the settings that make it record,
/// where the call does more than record or its result is needed.
/// </summary>
internal sealed class GuardPlan
{
    private readonly DocumentEditor _editor;
    private readonly ExpressionSyntax _start;
    private readonly ExpressionSyntax _outermost;
    private readonly IReadOnlyList<(DocumentEditor Editor, SyntaxNode Write)> _switches;
    private readonly bool _hasOffValue;
    private readonly ConsentGuards _guards;
    private readonly CancellationToken _cancellationToken;

    private GuardPlan(
        DocumentEditor editor,
        ExpressionSyntax start,
        IReadOnlyList<(DocumentEditor Editor, SyntaxNode Write)> switches,
        bool hasOffValue,
        ConsentGuards guards,
        CancellationToken cancellationToken)
    {
        _editor = editor;
        _start = start;
        _outermost = StartSyntax.Outermost(start, editor.SemanticModel, cancellationToken);
        _switches = switches;
        _hasOffValue = hasOffValue;
        _guards = guards;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The edits that put the start behind a guard; none when its code has not the shape.</summary>
    public static async Task<IReadOnlyList<GuardEdit>> CreateAsync(
        SolutionEdit edit,
        Document document,
        Diagnostic diagnostic,
        ConsentGuards guards,
        CancellationToken cancellationToken)
    {
        var editor = await edit.EditAsync(document, cancellationToken).ConfigureAwait(false);
        var model = editor.SemanticModel;
        if (StartSyntax.Find(editor.OriginalRoot, diagnostic.Location.SourceSpan, model, cancellationToken) is not { } start)
            return [];

        // A text that is kept is guarded where it is used.
        var uses = TextSyntax.UsesOf(start, model, cancellationToken);
        if (uses.Count > 0)
        {
            var starts = uses.Select(use => StartSyntax.Find(editor.OriginalRoot, use.Span, model, cancellationToken)).Distinct().ToList();
            var plans = starts.ConvertAll(used => used is null ? [] : new GuardPlan(editor, used, [], false, guards, cancellationToken).Create());
            return plans.TrueForAll(static plan => plan.Count > 0) ? [.. plans.SelectMany(static plan => plan)] : [];
        }

        var switches = await RecordingSwitches.FindAsync(edit, diagnostic, cancellationToken).ConfigureAwait(false);
        return new GuardPlan(editor, start, switches, diagnostic.Get(FixProperties.SwitchOff) is not null, guards, cancellationToken).Create();
    }

    private IReadOnlyList<GuardEdit> Create()
    {
        var ofStart = OfStart();
        if (ofStart is not null && (_switches.Count == 0 || !StartSyntax.IsChained(_start)))
            return [ofStart];

        if (OfSwitches() is { Count: > 0 } ofSwitches)
            return ofSwitches;

        return ofStart is not null ? [ofStart] : OfValue() is { } ofValue ? [ofValue] : [];
    }

    private GuardEdit? OfStart() =>
        OfStatement(_editor, _outermost)
        ?? (StartSyntax.FunctionThatOnlyRuns(_outermost, _editor.SemanticModel, _cancellationToken) is not null ? new GuardEdit(_editor, _outermost, GuardForm.Body) : null);

    private GuardEdit? OfStatement(DocumentEditor editor, SyntaxNode expression)
    {
        if (expression.Parent is not ExpressionStatementSyntax statement || StartSyntax.DeclaresVariables(statement))
            return null;

        if (TagHelperSyntax.OutputFilledBy(statement, editor.SemanticModel, _cancellationToken) is not null && CodeLayout.Of(statement).StartsLine && !statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective))
            return new GuardEdit(editor, statement, GuardForm.Element);

        return statement.Parent is IfStatementSyntax { Else: null } @if && @if.Statement == statement
            ? new GuardEdit(editor, statement, GuardForm.Condition)
            : new GuardEdit(editor, statement, GuardForm.Statement);
    }

    /// <summary>
    /// Statements with an <c>if</c> where the analysis sees them together with the call; otherwise values, all of them, for
    /// one value that is certain makes the call record for certain.
    /// </summary>
    private IReadOnlyList<GuardEdit> OfSwitches()
    {
        var member = StartSyntax.MemberOf(_start);
        var statements = new List<GuardEdit>();
        foreach (var (editor, write) in _switches)
        {
            if (StartSyntax.MemberOf(write) != member || OfStatement(editor, write) is not { } statement)
                return OfSwitchValues();

            if (!IsGuarded(member, write))
                statements.Add(statement);
        }

        return statements;
    }

    private IReadOnlyList<GuardEdit> OfSwitchValues() =>
        _hasOffValue && _switches.All(static s => ValueOf(s.Write) is not null)
            ? [.. _switches.Where(static s => ValueOf(s.Write) is not ConditionalExpressionSyntax).Select(static s => new GuardEdit(s.Editor, ValueOf(s.Write)!, GuardForm.Value))]
            : [];

    private static ExpressionSyntax? ValueOf(SyntaxNode write) => write switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: not null } or InitializerExpressionSyntax or InvocationExpressionSyntax => PageValue.ValueOf(write),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment => assignment.Right,
        ArgumentSyntax { RefKindKeyword.RawKind: 0 } argument => argument.Expression,
        _ => null,
    };

    /// <summary>A start whose result is used.</summary>
    private GuardEdit? OfValue()
    {
        if (_start is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
            return _hasOffValue ? new GuardEdit(_editor, assignment.Right, GuardForm.Value) : null;

        if (TextSyntax.WholeAt(_start, _editor.SemanticModel, _cancellationToken) == _start && !IsPageCall)
            return TextSyntax.IsMadeEachTime(_start) ? new GuardEdit(_editor, _start, GuardForm.Text) : null;

        if (_outermost.Parent is not (EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ArgumentSyntax or AssignmentExpressionSyntax or UsingStatementSyntax or YieldStatementSyntax))
            return null;

        // A task that is null cannot be awaited, and a call may not stand in a conditional expression when it returns a ref.
        var type = _editor.SemanticModel.GetTypeInfo(_outermost, _cancellationToken).Type;
        var hasOther = type is { IsReferenceType: true, TypeKind: not TypeKind.Error, Name: not ("Task" or "ValueTask") } || (type is { Name: "Task" or "ValueTask" } and INamedTypeSymbol { Arity: 0 } && IsPageCall);
        return hasOther && !(_outermost.Parent is AssignmentExpressionSyntax a && a.Left == _outermost)
            ? new GuardEdit(_editor, _outermost, GuardForm.Call)
            : null;
    }

    private bool IsPageCall => _start is InvocationExpressionSyntax call && PageCall.Is(call, _editor.SemanticModel, _cancellationToken);

    private bool IsGuarded(SyntaxNode? member, SyntaxNode write)
    {
        if (member is null)
            return false;

        var model = _editor.SemanticModel;
        var graph = model.GetOperation(member, _cancellationToken) switch
        {
            IMethodBodyOperation { Parent: null } method => ControlFlowGraph.Create(method, _cancellationToken),
            IConstructorBodyOperation { Parent: null } constructor => ControlFlowGraph.Create(constructor, _cancellationToken),
            _ => null,
        };

        return graph is not null
            && model.GetEnclosingSymbol(_start.SpanStart, _cancellationToken) is { } owner
            && new ConsentFlow(graph, owner, _guards, project: null, _cancellationToken).StateAt(write) == ConsentState.Granted;
    }
}
