using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReplayLint.Consent;

/// <summary>A way from one block to another, and what is known on it.</summary>
internal readonly record struct FlowEdge(int From, int To, ConsentState Level);

/// <summary>Finds a shortest way through a body on which consent stays as little known as where the way ends.</summary>
internal sealed class FlowPath(ControlFlowGraph graph, FlowState?[] inputs, List<FlowEdge> edges)
{
    /// <summary>The condition with which a way to the block learns of consent; null when the way knows of it without one.</summary>
    public IOperation? ConditionThatGrants(int block)
    {
        IOperation? condition = null;
        if (Search(block, ConsentState.Granted) is { } from)
        {
            // From the end of the way to its beginning: the first edge behind consent is met last.
            for (var ordinal = block; from[ordinal] is { Level: ConsentState.Granted } edge && ordinal != 0; ordinal = edge.From)
                condition = graph.Blocks[edge.From] is { BranchValue: { } value, ConditionKind: not ControlFlowConditionKind.None } ? value : null;
        }

        return condition;
    }

    /// <summary>The conditions that the way passes; empty when the block is reached whatever they say.</summary>
    public ImmutableArray<ConsentStep> To(int block)
    {
        if (inputs[block] is not { } input)
            return ImmutableArray<ConsentStep>.Empty;

        // Where consent was taken back on the way, the way itself was behind consent.
        var from = Search(block, input.Level) ?? Search(block, ConsentState.Granted);
        if (from is null)
            return ImmutableArray<ConsentStep>.Empty;

        var leading = BlocksLeadingTo(block);
        var steps = ImmutableArray.CreateBuilder<ConsentStep>();
        for (var ordinal = block; from[ordinal] is { } edge && ordinal != 0; ordinal = edge.From)
        {
            var source = graph.Blocks[edge.From];
            if (source is { BranchValue: { } condition, ConditionKind: not ControlFlowConditionKind.None } && Decides(source, leading))
                steps.Add(new ConsentStep(condition.Syntax.GetLocation(), condition, edge.Level));
        }

        steps.Reverse();
        return steps.ToImmutable();
    }

    /// <summary>A condition whose both branches lead to the place decides nothing.</summary>
    private static bool Decides(BasicBlock block, bool[] leading) =>
        !(block is { ConditionalSuccessor.Destination: { } one, FallThroughSuccessor.Destination: { } other } && leading[one.Ordinal] && leading[other.Ordinal]);

    private bool[] BlocksLeadingTo(int block)
    {
        var leading = new bool[graph.Blocks.Length];
        var pending = new Queue<int>();
        leading[block] = true;
        pending.Enqueue(block);
        while (pending.Count > 0)
        {
            var ordinal = pending.Dequeue();
            foreach (var edge in edges)
            {
                if (edge.To != ordinal || leading[edge.From])
                    continue;

                leading[edge.From] = true;
                pending.Enqueue(edge.From);
            }
        }

        return leading;
    }

    /// <summary>For each block the way by which it was first reached; null when the block asked for was not.</summary>
    private FlowEdge?[]? Search(int block, ConsentState level)
    {
        var from = new FlowEdge?[graph.Blocks.Length];
        var pending = new Queue<int>();
        pending.Enqueue(0);
        while (pending.Count > 0)
        {
            var ordinal = pending.Dequeue();
            if (ordinal == block)
                return from;

            foreach (var edge in edges)
            {
                if (edge.From != ordinal || edge.To == 0 || edge.Level > level || from[edge.To] is not null)
                    continue;

                from[edge.To] = edge;
                pending.Enqueue(edge.To);
            }
        }

        return null;
    }
}
