using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;

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
    private readonly TextSpan?[] _spans;
    private readonly FlowState _current = new(ConsentState.NotGranted);
    private readonly FlowState _edge = new(ConsentState.NotGranted);
    private readonly FlowState _scratch = new(ConsentState.NotGranted);
    private Dictionary<SyntaxNode, FlowBody>? _nested;
    private HashSet<SyntaxNode>? _entering;
    private List<FlowEdge>? _traced;
    private int _source;

    public FlowBody(ControlFlowGraph graph, FlowState entry, ConsentTransfer transfer, EntryStates entries)
    {
        _graph = graph;
        _entry = entry;
        _transfer = transfer;
        _entries = entries;
        _inputs = new FlowState?[graph.Blocks.Length];
        _pending = new bool[graph.Blocks.Length];
        _spans = new TextSpan?[graph.Blocks.Length];
        Iterate();
    }

    /// <summary>The returned value, on whichever path it is returned.</summary>
    public KnownValue Returned
    {
        get
        {
            KnownValue? weakest = null;
            foreach (var block in _graph.Blocks)
            {
                if (block is not { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue: { } value } || _inputs[block.Ordinal] is not { } input)
                    continue;

                _current.CopyFrom(input);
                Run(block, _current, finder: null);
                var returned = KnownValue.Of(value, _transfer.Values, _current);
                weakest = weakest is { } before ? KnownValue.Meet(before, returned) : returned;
            }

            return weakest ?? KnownValue.Nothing;
        }
    }

    /// <summary>Runs the body past a finder, and the nested functions that hold its place.</summary>
    public void Find(PlaceFinder finder)
    {
        foreach (var function in _graph.LocalFunctions)
        {
            if (EntryStates.DeclarationAround(function, finder.Place) is { } declaration)
            {
                InLocalFunction(function, declaration).Find(finder);
                if (finder.State is not null)
                    return;
            }
        }

        RunPast(finder);
        if (finder is { Lambda: { } lambda, LambdaState: { } created })
        {
            finder.Enter();
            InLambda(lambda, created).Find(finder);
        }
    }

    /// <summary>Adds the conditions on a way from the start of the body to a place, and to the nested functions around it.</summary>
    public void AddPathTo(SyntaxNode place, ImmutableArray<ConsentStep>.Builder path)
    {
        foreach (var function in _graph.LocalFunctions)
        {
            if (EntryStates.DeclarationAround(function, place) is { } declaration)
            {
                InLocalFunction(function, declaration).AddPathTo(place, path);
                return;
            }
        }

        var finder = PlaceFinder.OfState(place);
        RunPast(finder);
        if (finder.Block is { } block)
            path.AddRange(new FlowPath(_graph, _inputs, TraceEdges()).To(block.Ordinal));

        if (finder is { Lambda: { } lambda, LambdaState: { } created })
            InLambda(lambda, created).AddPathTo(place, path);
    }

    /// <summary>The condition by which a place is behind consent; null where it is so by something else.</summary>
    public IOperation? ConditionFor(SyntaxNode place)
    {
        foreach (var function in _graph.LocalFunctions)
        {
            if (EntryStates.DeclarationAround(function, place) is { } declaration)
                return InLocalFunction(function, declaration).ConditionFor(place);
        }

        // What was given before the body began, no condition in it has given.
        if (_entry.Level == ConsentState.Granted)
            return null;

        var finder = PlaceFinder.OfState(place);
        RunPast(finder);
        var condition = finder.Block is { } block ? new FlowPath(_graph, _inputs, TraceEdges()).ConditionThatGrants(block.Ordinal) : null;
        return condition ?? (finder is { Lambda: { } lambda, LambdaState: { } created } ? InLambda(lambda, created).ConditionFor(place) : null);
    }

    private void RunPast(PlaceFinder finder)
    {
        foreach (var block in _graph.Blocks)
        {
            // Most blocks that were run are known to have nothing at the place.
            if (_spans[block.Ordinal] is { } span && finder.CanSkip(span))
                continue;

            // A block without a state is never run, and what is never run records nothing.
            _current.CopyFrom(_inputs[block.Ordinal] ?? new FlowState(ConsentState.Granted));
            finder.Current = block;
            _transfer.Begin();
            Run(block, _current, finder);
            _spans[block.Ordinal] = _transfer.Seen;
        }
    }

    /// <summary>The ways from block to block with what is known on each, once nothing changes any more.</summary>
    private List<FlowEdge> TraceEdges()
    {
        var edges = _traced = [];
        foreach (var block in _graph.Blocks)
        {
            if (_inputs[block.Ordinal] is not null)
                Visit(block);
        }

        _traced = null;
        return edges;
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
        _source = block.Ordinal;
        _current.CopyFrom(_inputs[block.Ordinal]!);
        _current.IsChanged = true;
        _transfer.Begin();
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

        _spans[block.Ordinal] = _transfer.Seen;
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

    /// <summary>An exception may leave a block at any of its operations; only those count after which something else is known.</summary>
    private void ReachHandlers(BasicBlock block)
    {
        if (!_current.IsChanged)
            return;

        _current.IsChanged = false;
        // Around a nested function stand the regions of another graph, whose handlers are not its own.
        for (var region = block.EnclosingRegion; region != _graph.Root && region.EnclosingRegion is { } parent; region = parent)
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
        if (_traced is not null)
            _traced.Add(new FlowEdge(_source, ordinal, state.Level));
        else if (_inputs[ordinal] is { } input)
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
            _nested.Add(lambda.Syntax, body = new FlowBody(graph, _entries.OfLambda(lambda, created, _transfer.Values), _transfer, _entries));
        }

        return body;
    }

    private FlowBody InLocalFunction(IMethodSymbol function, SyntaxNode declaration)
    {
        _nested ??= [];
        if (!_nested.TryGetValue(declaration, out var body))
        {
            var called = StateAtCallsOf(function, declaration);
            var graph = _graph.GetLocalFunctionControlFlowGraph(function);
            _nested[declaration] = body = new FlowBody(graph, _entries.OfLocalFunction(function, _entry, called), _transfer, _entries);
        }

        return body;
    }

    private ConsentState StateAtCallsOf(IMethodSymbol function, SyntaxNode declaration)
    {
        // Local functions that call each other learn nothing from that.
        _entering ??= [];
        if (!_entering.Add(declaration))
            return ConsentState.Granted;

        ConsentState? weakest = null;
        foreach (var use in _entries.UsesOf(function))
        {
            if (declaration.Span.Contains(use.Span))
                continue;

            var finder = PlaceFinder.OfState(use);
            Find(finder);
            var state = finder.State ?? ConsentState.NotGranted;
            weakest = weakest is { } before ? ConsentLattice.Lower(before, state) : state;
        }

        _entering.Remove(declaration);
        return weakest ?? ConsentState.NotGranted;
    }
}
