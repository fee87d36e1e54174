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

    /// <summary>A member starts granted when it, its property or a function around it moves the duty to its callers.</summary>
    public FlowState OfOwner(ISymbol owner)
    {
        var level = ConsentState.NotGranted;
        for (var symbol = owner; symbol is IMethodSymbol or IPropertySymbol or IEventSymbol or IFieldSymbol; symbol = symbol.ContainingSymbol)
        {
            if (RequiresConsent(symbol))
                level = ConsentState.Granted;
        }

        var state = new FlowState(level);
        if (owner is IMethodSymbol method)
            EnterParameters(method, state);

        return state;
    }

    /// <summary>A local function runs only while the body around it does, but after nothing in particular.</summary>
    public FlowState OfLocalFunction(IMethodSymbol function, FlowState around)
    {
        var state = new FlowState(RequiresConsent(function) ? ConsentState.Granted : around.Level);
        _slots.CopyWrittenTo(state);
        EnterParameters(function, state);
        return state;
    }

    /// <summary>A lambda runs after it was created; one that is kept for later may also run after more than that.</summary>
    public FlowState OfLambda(IFlowAnonymousFunctionOperation lambda, FlowState created)
    {
        var level = created.Level;
        if (RequiresConsent(lambda.Symbol))
            level = ConsentState.Granted;
        else if (_outline.LambdaAt(lambda.Syntax) is { } written)
            level = ConsentLattice.Higher(level, LevelOfReceiver(written));

        var state = new FlowState(level);
        _slots.CopyWrittenTo(state);
        EnterParameters(lambda.Symbol, state);
        return state;
    }

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

    private bool RequiresConsent(ISymbol symbol) =>
        _guards.RequiresConsent(symbol) || (symbol is IMethodSymbol { AssociatedSymbol: { } property } && _guards.RequiresConsent(property));

    /// <summary>How much consent is known by whoever receives the lambda and runs it.</summary>
    private ConsentState LevelOfReceiver(IOperation lambda)
    {
        var value = lambda;
        while (value.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation)
            value = value.Parent;

        return value.Parent switch
        {
            IArgumentOperation { Parameter: { } parameter } argument => _guards.RunsAfterConsent(parameter, argument.Parent) ? ConsentState.Granted : ConsentState.NotGranted,
            IArgumentOperation => ConsentState.NotGranted,
            IInvocationOperation => ConsentState.NotGranted,
            IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation handled } when _guards.IsRaisedAfterConsent(handled) => ConsentState.Granted,
            _ => ConsentState.Unknown,
        };
    }

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
