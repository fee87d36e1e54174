using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>The consent state of places in one body; a flow graph is built when the first place is asked for.</summary>
internal sealed class BodyConsent(OperationBlockAnalysisContext context, ConsentGuards guards)
{
    private readonly Dictionary<IOperation, ConsentFlow> _flows = [];

    /// <summary>The state at an operation of this body; a place in another body is not granted by anything here.</summary>
    public ConsentState At(IOperation place)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (block.Syntax.SyntaxTree != place.Syntax.SyntaxTree || !block.Syntax.Span.Contains(place.Syntax.Span))
                continue;

            if (!_flows.TryGetValue(block, out var flow))
                _flows.Add(block, flow = new ConsentFlow(context.GetControlFlowGraph(block), context.OwningSymbol, guards, context.CancellationToken));

            return flow.StateAt(place.Syntax);
        }

        return ConsentState.NotGranted;
    }
}
