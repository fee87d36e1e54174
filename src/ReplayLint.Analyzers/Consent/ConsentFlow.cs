using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReplayLint.Consent;

/// <summary>Answers, for any place in one body of code, whether it is reached only after consent.</summary>
internal sealed class ConsentFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly ISymbol _owner;
    private readonly ConsentGuards _guards;
    private readonly CancellationToken _cancellation;
    private FlowBody? _body;

    /// <param name="graph">The graph of the body.</param>
    /// <param name="owner">The method, field or property whose body it is.</param>
    /// <param name="guards">What counts as a guard.</param>
    /// <param name="ct">Ends the analysis early.</param>
    public ConsentFlow(ControlFlowGraph graph, ISymbol owner, ConsentGuards guards, CancellationToken ct)
    {
        _graph = graph;
        _owner = owner;
        _guards = guards;
        _cancellation = ct;
    }

    /// <summary>The state at a place, also inside lambdas and local functions; <c>Unknown</c> for a place that is not in the body.</summary>
    public ConsentState StateAt(SyntaxNode place) => (_body ??= Analyze()).StateAt(place) ?? ConsentState.Unknown;

    private FlowBody Analyze()
    {
        var outline = new BodyOutline(_graph.OriginalOperation, _cancellation);
        var slots = new ValueSlots();
        var entries = new EntryStates(_guards, outline, slots);
        var transfer = new ConsentTransfer(_guards, outline, slots, _cancellation);
        return new FlowBody(_graph, entries.OfOwner(_owner), transfer, entries);
    }
}
