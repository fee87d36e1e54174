using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>
/// The consent state of places in one body, and in the methods that it configures a recorder with; a flow graph is built when
/// the first place in it is asked for.
/// </summary>
internal sealed class BodyConsent
{
    private readonly OperationBlockAnalysisContext _context;
    private readonly ConsentGuards _guards;
    private readonly ProjectFlows _project;
    private readonly IWorkObserver? _observer;
    private readonly Dictionary<IOperation, ConsentFlow?> _flows = [];
    private readonly HashSet<SyntaxNode> _asked = [];

    public BodyConsent(OperationBlockAnalysisContext context, ConsentGuards guards, Mentions mentions, IWorkObserver? observer)
    {
        _observer = observer;
        _context = context;
        _guards = guards;
        _project = new ProjectFlows(mentions, guards, context.CancellationToken, observer);
    }

    /// <summary>The state at an operation; where there is no flow to follow, nothing is granted.</summary>
    public ConsentState At(IOperation place)
    {
        var state = FlowOf(place)?.StateAt(place.Syntax) ?? ConsentState.NotGranted;

        // A method that is named is called by whoever gets it.
        return place is IMethodReferenceOperation ? ConsentLattice.Higher(state, _guards.LevelOfReceiver(place)) : state;
    }

    /// <summary>The state that checks on the way prove; that a configure delegate is kept somewhere says nothing about the call which takes it.</summary>
    public ConsentState CheckedAt(IOperation place)
    {
        var state = At(place);
        return state == ConsentState.Unknown && DoubtAt(place, PathTo(place)).Reason != DoubtReason.UnrecognisedGuard ? ConsentState.NotGranted : state;
    }

    /// <summary>The conditions on the way to an operation that is not behind consent.</summary>
    public ImmutableArray<ConsentStep> PathTo(IOperation place) => FlowOf(place)?.PathTo(place.Syntax) ?? ImmutableArray<ConsentStep>.Empty;

    /// <summary>What makes a place that is behind consent be so; looked for when it is asked for.</summary>
    public Lazy<ConsentBasis?> BasisOf(IOperation place) => new(() => FlowOf(place)?.BasisOf(place.Syntax));

    /// <summary>Why the state at an operation is unknown.</summary>
    public ConsentDoubt DoubtAt(IOperation place, ImmutableArray<ConsentStep> path) => ConsentDoubts.At(place.Syntax, path, _guards);

    /// <summary>The conditions on a way that ask a member which is known to be no guard.</summary>
    public ImmutableArray<FalseGate> FalseGatesOn(ImmutableArray<ConsentStep> path, Recorder recorder)
    {
        var gates = ImmutableArray.CreateBuilder<FalseGate>();
        foreach (var part in path.Where(static step => step.Condition is not null).SelectMany(static step => step.Condition!.DescendantsAndSelf()))
        {
            var member = part switch
            {
                IPropertyReferenceOperation property => property.Property,
                IFieldReferenceOperation field => field.Field,
                IInvocationOperation call => call.TargetMethod,
                _ => (ISymbol?)null,
            };

            if (member is not null && _guards.FalseGate(member) is { } fact && _asked.Add(part.Syntax))
                gates.Add(new FalseGate(part.Syntax.GetLocation(), recorder, member.Name, fact.Instead, fact.IsOpposite) { IsUnverified = fact.IsUnverified });
        }

        return gates.ToImmutable();
    }

    private ConsentFlow? FlowOf(IOperation place)
    {
        var body = BodyOf(place);
        if (!_flows.TryGetValue(body, out var flow))
            _flows.Add(body, flow = CreateFlow(body));

        return flow;
    }

    private IOperation BodyOf(IOperation place)
    {
        foreach (var block in _context.OperationBlocks)
        {
            if (block.Syntax.SyntaxTree == place.Syntax.SyntaxTree && block.Syntax.Span.Contains(place.Syntax.Span))
                return block;
        }

        return place.Root();
    }

    private ConsentFlow? CreateFlow(IOperation body)
    {
        if (_context.OperationBlocks.Contains(body))
        {
            _observer?.Judged(body.Syntax);
            return new ConsentFlow(_context.GetControlFlowGraph(body), _context.OwningSymbol, _guards, _project, _context.CancellationToken);
        }

        // A method that leaves the question to its callers is called from here.
        return body is IMethodBodyOperation
            && body.SemanticModel?.GetDeclaredSymbol(body.Syntax, _context.CancellationToken) is { } owner
            && !_guards.RequiresConsent(owner)
            ? _project.Of(body, body.SemanticModel)
            : null;
    }
}
