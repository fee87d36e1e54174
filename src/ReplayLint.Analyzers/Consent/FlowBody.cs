using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReplayLint.Consent;

/// <summary>
/// The analysis of one control flow graph: the state at the start of each block, found by iterating until nothing
/// changes. States only ever lose knowledge and have little to lose, so this ends. Nested functions are bodies of their own.
/// </summary>
internal sealed class FlowBody
{
    private readonly ControlFlowGraph _graph;
    private readonly FlowState _entry;
    private readonly ConsentTransfer _transfer;
    private readonly EntryStates _entries;
    private readonly FlowState?[] _inputs;
    private readonly bool[] _pending;
    private readonly FlowState _current = new(ConsentState.NotGranted);
    private readonly FlowState _edge = new(ConsentState.NotGranted);
    private readonly FlowState _scratch = new(ConsentState.NotGranted);
    private Dictionary<SyntaxNode, FlowBody>? _nested;

    public FlowBody(ControlFlowGraph graph, FlowState entry, ConsentTransfer transfer, EntryStates entries)
    {
        _graph = graph;
        _entry = entry;
        _transfer = transfer;
        _entries = entries;
        _inputs = new FlowState?[graph.Blocks.Length];
        _pending = new bool[graph.Blocks.Length];
        Iterate();
    }

    /// <summary>The state at a place, or null when no operation of the body covers it.</summary>
    public ConsentState? StateAt(SyntaxNode place)
    {
        foreach (var function in _graph.LocalFunctions)
        {
            if (EntryStates.DeclarationAround(function, place) is { } declaration && InLocalFunction(function, declaration).StateAt(place) is { } state)
                return state;
        }

        var finder = new PlaceFinder(place);
        foreach (var block in _graph.Blocks)
        {
            // A block without a state is never run, and what is never run records nothing.
            if (_inputs[block.Ordinal] is { } input)
                _current.CopyFrom(input);
            else
                _current.CopyFrom(new FlowState(ConsentState.Granted));

            Run(block, _current, finder);
        }

        return finder.Lambda is { } lambda ? InLambda(lambda, finder.LambdaState!).StateAt(place) ?? finder.State : finder.State;
    }

    private void Iterate()
    {
        Reach(0, _entry);
        for (var ordinal = 0; ordinal < _pending.Length;)
        {
            if (!_pending[ordinal])
            {
                ordinal++;
                continue;
            }

            _pending[ordinal] = false;
            Visit(_graph.Blocks[ordinal]);
            ordinal = FirstPending(ordinal);
        }
    }

    /// <summary>Blocks are mostly in the order in which they run; only a loop or a <c>goto</c> goes back.</summary>
    private int FirstPending(int before)
    {
        var first = Array.IndexOf(_pending, true, 0, before);
        return first < 0 ? before : first;
    }

    private void Visit(BasicBlock block)
    {
        _current.CopyFrom(_inputs[block.Ordinal]!);
        ReachHandlers(block);
        foreach (var operation in block.Operations)
        {
            _transfer.Apply(operation, _current, finder: null);
            ReachHandlers(block);
        }

        var evidence = Evidence.None;
        if (block.BranchValue is { } value)
        {
            _transfer.Apply(value, _current, finder: null);
            ReachHandlers(block);
            evidence = _transfer.Values.Of(value, _current);
        }

        var jumpsOnTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { } jump)
            Follow(jump, jumpsOnTrue ? evidence.WhenTrue : evidence.WhenFalse);

        if (block.FallThroughSuccessor is { } next)
            Follow(next, block.ConditionKind == ControlFlowConditionKind.None ? ConsentState.NotGranted : jumpsOnTrue ? evidence.WhenFalse : evidence.WhenTrue);
    }

    private void Follow(ControlFlowBranch branch, ConsentState learned)
    {
        if (branch.Destination is not { } destination)
            return;

        _edge.CopyFrom(_current);
        _edge.Raise(learned);

        // The branch runs these blocks on its way; what one of them loses is lost, what one gains is not counted.
        foreach (var region in branch.FinallyRegions)
        {
            for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
            {
                _scratch.CopyFrom(_edge);
                Run(_graph.Blocks[ordinal], _scratch, finder: null);
                _edge.MeetWith(_scratch);
            }
        }

        Reach(destination.Ordinal, _edge);
    }

    private void Run(BasicBlock block, FlowState state, PlaceFinder? finder)
    {
        foreach (var operation in block.Operations)
            _transfer.Apply(operation, state, finder);

        if (block.BranchValue is { } value)
            _transfer.Apply(value, state, finder);
    }

    /// <summary>An exception may leave a block at any of its operations.</summary>
    private void ReachHandlers(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region?.EnclosingRegion is { } parent; region = parent)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
                ReachHandlers(parent.NestedRegions);
        }
    }

    private void ReachHandlers(ImmutableArray<ControlFlowRegion> regions)
    {
        foreach (var region in regions)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                Reach(region.FirstBlockOrdinal, _current);
        }
    }

    private void Reach(int ordinal, FlowState state)
    {
        if (_inputs[ordinal] is { } input)
        {
            _pending[ordinal] |= input.MeetWith(state);
        }
        else
        {
            _inputs[ordinal] = state.Copy();
            _pending[ordinal] = true;
        }
    }

    private FlowBody InLambda(IFlowAnonymousFunctionOperation lambda, FlowState created)
    {
        _nested ??= [];
        if (!_nested.TryGetValue(lambda.Syntax, out var body))
        {
            var graph = _graph.GetAnonymousFunctionControlFlowGraph(lambda);
            _nested.Add(lambda.Syntax, body = new FlowBody(graph, _entries.OfLambda(lambda, created), _transfer, _entries));
        }

        return body;
    }

    private FlowBody InLocalFunction(IMethodSymbol function, SyntaxNode declaration)
    {
        _nested ??= [];
        if (!_nested.TryGetValue(declaration, out var body))
        {
            var graph = _graph.GetLocalFunctionControlFlowGraph(function);
            _nested.Add(declaration, body = new FlowBody(graph, _entries.OfLocalFunction(function, _entry), _transfer, _entries));
        }

        return body;
    }
}
