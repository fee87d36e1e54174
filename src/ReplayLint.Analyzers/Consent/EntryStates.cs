using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>What is known where a body begins.</summary>
internal sealed class EntryStates
{
    private readonly ConsentGuards _guards;
    private readonly BodyOutline _outline;
    private readonly ValueSlots _slots;

    public EntryStates(ConsentGuards guards, BodyOutline outline, ValueSlots slots)
    {
        _guards = guards;
        _outline = outline;
        _slots = slots;
    }

    /// <summary>A member starts granted when it, its property or a function around it moves the duty to its callers; else as it is called.</summary>
    public FlowState OfOwner(ISymbol owner, ConsentState calledWith)
    {
        var level = calledWith;
        for (var symbol = owner; symbol is IMethodSymbol or IPropertySymbol or IEventSymbol or IFieldSymbol; symbol = symbol.ContainingSymbol)
            level = ConsentLattice.Higher(level, Required(symbol));

        var state = new FlowState(level);
        if (owner is IMethodSymbol method)
            EnterParameters(method, state);

        return state;
    }

    /// <summary>
    /// A local function runs only while the body around it does. What is known at all of its calls makes it an open question
    /// and no more: without an annotation nothing keeps the next call from being another one.
    /// </summary>
    public FlowState OfLocalFunction(IMethodSymbol function, FlowState around, ConsentState called)
    {
        var level = ConsentLattice.Higher(around.Level, ConsentLattice.Lower(called, ConsentState.Unknown));
        var state = new FlowState(ConsentLattice.Higher(Required(function), level));
        _slots.CopyWrittenTo(state);
        EnterParameters(function, state);
        return state;
    }

    /// <summary>A lambda runs after it was created; one that is kept for later may also run after more than that.</summary>
    public FlowState OfLambda(IFlowAnonymousFunctionOperation lambda, FlowState created, ValueEvidence values)
    {
        var level = ConsentLattice.Higher(created.Level, Required(lambda.Symbol));
        var written = _outline.LambdaAt(lambda.Syntax);
        if (written is not null)
            level = ConsentLattice.Higher(level, _guards.LevelOfReceiver(written));

        var state = new FlowState(level);
        _slots.CopyWrittenTo(state);
        EnterParameters(lambda.Symbol, state);
        if (written is not null && lambda.Symbol.Parameters.Length > 0 && ContinuedTask(written) is { } task)
            state.Assign(_slots.Of(lambda.Symbol.Parameters[0]), values.Of(task, created));

        return state;
    }

    /// <summary>The task that a lambda continues: its first parameter is that task.</summary>
    private static IOperation? ContinuedTask(IOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ContinueWith", Instance: { } task } call } }
        && ConsentTypes.IsTask(call.TargetMethod.ContainingType)
            ? task
            : null;

    /// <summary>The places that call a local function, or name it.</summary>
    public IReadOnlyList<SyntaxNode> UsesOf(IMethodSymbol function) => _outline.UsesOf(function);

    /// <summary>The declaration of a local function when the place is inside it.</summary>
    public static SyntaxNode? DeclarationAround(IMethodSymbol function, SyntaxNode place)
    {
        foreach (var reference in function.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == place.SyntaxTree && reference.Span.Contains(place.Span) && reference.Span != place.Span)
                return reference.GetSyntax();
        }

        return null;
    }

    private ConsentState Required(ISymbol symbol) =>
        ConsentLattice.Higher(
            _guards.Required(symbol),
            symbol is IMethodSymbol { AssociatedSymbol: { } property } ? _guards.Required(property) : ConsentState.NotGranted);

    /// <summary>Parameters that are never written are judged where they are read.</summary>
    private void EnterParameters(IMethodSymbol method, FlowState state)
    {
        foreach (var parameter in method.Parameters)
        {
            if (!_outline.IsWritten(parameter))
                continue;

            var evidence = _guards.OfParameter(parameter);
            var slot = _slots.Of(parameter);
            state.Assign(slot, evidence);
            _slots.Written(slot, evidence);
        }
    }
}
