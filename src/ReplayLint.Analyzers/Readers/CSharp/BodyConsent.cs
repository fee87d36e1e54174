using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>
/// The consent state of places in one body, and in the methods that it configures a recorder with; a flow graph is built when
/// the first place in it is asked for.
/// </summary>
internal sealed class BodyConsent(OperationBlockAnalysisContext context, ConsentGuards guards)
{
    private readonly Dictionary<IOperation, ConsentFlow?> _flows = [];

    /// <summary>The state at an operation; where there is no flow to follow, nothing is granted.</summary>
    public ConsentState At(IOperation place)
    {
        var body = BodyOf(place);
        if (!_flows.TryGetValue(body, out var flow))
            _flows.Add(body, flow = CreateFlow(body));

        return flow?.StateAt(place.Syntax) ?? ConsentState.NotGranted;
    }

    private IOperation BodyOf(IOperation place)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (block.Syntax.SyntaxTree == place.Syntax.SyntaxTree && block.Syntax.Span.Contains(place.Syntax.Span))
                return block;
        }

        return place.Root();
    }

    private ConsentFlow? CreateFlow(IOperation body)
    {
        if (context.OperationBlocks.Contains(body))
            return new ConsentFlow(context.GetControlFlowGraph(body), context.OwningSymbol, guards, context.CancellationToken);

        // A method that leaves the question to its callers is called from here.
        return body is IMethodBodyOperation method
            && body.SemanticModel?.GetDeclaredSymbol(body.Syntax, context.CancellationToken) is { } owner
            && !guards.RequiresConsent(owner)
            ? new ConsentFlow(ControlFlowGraph.Create(method, context.CancellationToken), owner, guards, context.CancellationToken)
            : null;
    }
}
