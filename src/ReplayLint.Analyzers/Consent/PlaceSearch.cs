using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>
/// Collects the state of a syntactic place while a graph is walked. The graph holds a lowered copy of the code, in which
/// one piece of syntax can stand several times; the place is granted when each of them is.
/// </summary>
internal sealed class PlaceSearch(SyntaxNode place)
{
    private int _nearest = int.MaxValue;
    private bool _granted = true;

    public SyntaxNode Place { get; } = place;

    /// <summary>The state of the smallest piece of code around the place; unknown when the graph has none.</summary>
    public ConsentState State => _nearest == int.MaxValue ? ConsentState.Unknown : _granted ? ConsentState.Granted : ConsentState.NotGranted;

    /// <summary>Whether the operation can contain the place.</summary>
    public bool MayBeIn(IOperation operation) =>
        operation.Syntax.SyntaxTree == Place.SyntaxTree && operation.Syntax.FullSpan.Contains(Place.Span);

    public void Visit(IOperation operation, FlowState state) => Visit(operation, state.IsGranted);

    /// <summary>Code that is never reached starts nothing.</summary>
    public void LookInUnreachable(BasicBlock block)
    {
        foreach (var operation in block.Operations)
            VisitUnreachable(operation);

        if (block.BranchValue is { } branchValue)
            VisitUnreachable(branchValue);
    }

    private void VisitUnreachable(IOperation operation)
    {
        if (!MayBeIn(operation))
            return;

        foreach (var child in operation.DescendantsAndSelf())
            Visit(child, granted: true);
    }

    private void Visit(IOperation operation, bool granted)
    {
        if (operation.Syntax.SyntaxTree != Place.SyntaxTree || !operation.Syntax.Span.Contains(Place.Span))
            return;

        var length = operation.Syntax.Span.Length;
        if (length > _nearest)
            return;

        _granted = length < _nearest ? granted : _granted && granted;
        _nearest = length;
    }
}
