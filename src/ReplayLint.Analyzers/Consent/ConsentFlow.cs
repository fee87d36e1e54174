using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>
/// Decides whether a place in a body is reached only after consent: a must-analysis, forward over the compiler's
/// control-flow graph, until nothing changes. Lambdas and local functions are graphs of their own.
/// </summary>
internal sealed class ConsentFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly ConsentGuards _guards;
    private readonly CancellationToken _cancellationToken;
    private readonly FlowTransfer _transfer;
    private readonly FlowState?[] _inputs;
    private readonly Dictionary<SyntaxNode, ConsentFlow> _functions = [];

    /// <summary>Analyses a body.</summary>
    /// <param name="graph">The graph of the whole body.</param>
    /// <param name="owner">The member whose body it is: with <c>[RequiresConsent]</c> its callers see to consent.</param>
    public ConsentFlow(ControlFlowGraph graph, ISymbol owner, ConsentGuards guards, CancellationToken cancellationToken)
        : this(graph, new FlowState(guards.RequiresConsent(owner)), guards, cancellationToken)
    {
    }

    private ConsentFlow(ControlFlowGraph graph, FlowState entry, ConsentGuards guards, CancellationToken cancellationToken)
    {
        _graph = graph;
        _guards = guards;
        _cancellationToken = cancellationToken;
        _transfer = new FlowTransfer(guards);
        _inputs = new FlowState?[graph.Blocks.Length];
        Solve(entry);
    }

    /// <summary>The state in which a place is reached; code that is never reached starts nothing and counts as granted.</summary>
    public ConsentState StateAt(SyntaxNode place)
    {
        foreach (var function in _graph.LocalFunctions)
        {
            if (Declaration(function) is { } declaration && Contains(declaration, place))
                return FlowOf(declaration, () => _graph.GetLocalFunctionControlFlowGraph(function, _cancellationToken), new FlowState(_guards.RequiresConsent(function))).StateAt(place);
        }

        var found = new PlaceSearch(place);
        for (var i = 0; i < _inputs.Length; i++)
        {
            if (_inputs[i] is not { } input)
            {
                found.LookInUnreachable(_graph.Blocks[i]);
                continue;
            }

            var state = input.Clone();
            foreach (var operation in _graph.Blocks[i].Operations)
            {
                if (Look(operation, state, found) is { } inLambda)
                    return inLambda;

                _transfer.Apply(operation, state);
            }

            if (_graph.Blocks[i].BranchValue is { } branchValue && Look(branchValue, state, found) is { } inBranch)
                return inBranch;
        }

        return found.State;
    }

    /// <summary>Looks for the place in one operation; returns the answer at once when a lambda in it contains the place.</summary>
    private ConsentState? Look(IOperation operation, FlowState state, PlaceSearch found)
    {
        if (!found.MayBeIn(operation))
            return null;

        foreach (var child in operation.DescendantsAndSelf())
        {
            if (child is IFlowAnonymousFunctionOperation lambda && lambda.Syntax != found.Place && Contains(lambda.Syntax, found.Place))
            {
                var entry = state.Clone();
                if (_guards.IsConsentCallback(lambda))
                    entry.Grant();

                return FlowOf(lambda.Syntax, () => _graph.GetAnonymousFunctionControlFlowGraph(lambda, _cancellationToken), entry).StateAt(found.Place);
            }

            found.Visit(child, state);
        }

        return null;
    }

    private ConsentFlow FlowOf(SyntaxNode function, Func<ControlFlowGraph> graph, FlowState entry)
    {
        if (!_functions.TryGetValue(function, out var flow))
            _functions.Add(function, flow = new ConsentFlow(graph(), entry, _guards, _cancellationToken));

        return flow;
    }

    private void Solve(FlowState entry)
    {
        _inputs[0] = entry;
        var waiting = new SortedSet<int> { 0 };
        while (waiting.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var ordinal = waiting.Min;
            waiting.Remove(ordinal);

            var block = _graph.Blocks[ordinal];
            var input = _inputs[ordinal]!;
            EnterHandlers(block, input, waiting);

            var output = input.Clone();
            foreach (var operation in block.Operations)
                _transfer.Apply(operation, output);

            var evidence = Evidence.None;
            if (block.BranchValue is { } branchValue)
            {
                _transfer.Apply(branchValue, output);
                evidence = _transfer.EvidenceOf(branchValue, output);
            }

            EnterHandlers(block, output, waiting);
            Follow(block.ConditionalSuccessor, output, evidence.Proves(block.ConditionKind == ControlFlowConditionKind.WhenTrue), waiting);
            Follow(block.FallThroughSuccessor, output, block.ConditionKind != ControlFlowConditionKind.None && evidence.Proves(block.ConditionKind == ControlFlowConditionKind.WhenFalse), waiting);
        }
    }

    private void Follow(ControlFlowBranch? branch, FlowState output, bool grants, SortedSet<int> waiting)
    {
        if (branch?.Destination is not { } destination)
            return;

        var state = output.Clone();
        if (grants)
            state.Grant();

        foreach (var region in branch.FinallyRegions)
        {
            Enter(region.FirstBlockOrdinal, state, waiting);
            if (Revokes(region))
                state.Revoke();
        }

        Enter(destination.Ordinal, state, waiting);
    }

    /// <summary>An exception can leave a block at any point, so a handler knows only what holds at its start and its end.</summary>
    private void EnterHandlers(BasicBlock block, FlowState state, SortedSet<int> waiting)
    {
        for (var region = block.EnclosingRegion; region?.EnclosingRegion is { } enclosing; region = enclosing)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;

            foreach (var handler in enclosing.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Try)
                    Enter(handler.FirstBlockOrdinal, state, waiting);
            }
        }
    }

    private void Enter(int ordinal, FlowState state, SortedSet<int> waiting)
    {
        if (_inputs[ordinal] is not { } input)
        {
            _inputs[ordinal] = state.Clone();
            waiting.Add(ordinal);
        }
        else if (input.Meet(state))
        {
            waiting.Add(ordinal);
        }
    }

    private bool Revokes(ControlFlowRegion region)
    {
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            foreach (var operation in _graph.Blocks[ordinal].Operations)
            {
                if (_transfer.Revokes(operation))
                    return true;
            }
        }

        return false;
    }

    private static SyntaxNode? Declaration(IMethodSymbol function) =>
        function.DeclaringSyntaxReferences.IsEmpty ? null : function.DeclaringSyntaxReferences[0].GetSyntax();

    private static bool Contains(SyntaxNode outer, SyntaxNode inner) => outer.SyntaxTree == inner.SyntaxTree && outer.Span.Contains(inner.Span);
}
