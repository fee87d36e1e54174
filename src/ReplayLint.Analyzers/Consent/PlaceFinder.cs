using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReplayLint.Consent;

/// <summary>Notes the state at the smallest operation around a place; of several as small, the weakest state.</summary>
internal sealed class PlaceFinder
{
    private readonly SyntaxNode _place;
    private int _length = int.MaxValue;

    public PlaceFinder(SyntaxNode place) => _place = place;

    /// <summary>The state found, or null.</summary>
    public ConsentState? State { get; private set; }

    /// <summary>The lambda in whose body the place is, or null.</summary>
    public IFlowAnonymousFunctionOperation? Lambda { get; private set; }

    /// <summary>The state where that lambda is created.</summary>
    public FlowState? LambdaState { get; private set; }

    /// <summary>Called for each operation with the state just before it takes effect.</summary>
    public void Visit(IOperation operation, FlowState state)
    {
        // A capture only carries a value that was computed elsewhere, under the syntax of that computation.
        var syntax = operation.Syntax;
        if (operation is IFlowCaptureOperation or IFlowCaptureReferenceOperation
            || syntax.SyntaxTree != _place.SyntaxTree
            || !syntax.Span.Contains(_place.Span))
            return;

        // The lambdas of a query have the syntax of their body.
        if (operation is IFlowAnonymousFunctionOperation lambda && (syntax != _place || syntax is not AnonymousFunctionExpressionSyntax))
        {
            Lambda = lambda;
            LambdaState = state.Copy();
        }

        if (syntax.Span.Length > _length)
            return;

        State = syntax.Span.Length == _length && State is { } found ? ConsentLattice.Lower(found, state.Level) : state.Level;
        _length = syntax.Span.Length;
    }
}
