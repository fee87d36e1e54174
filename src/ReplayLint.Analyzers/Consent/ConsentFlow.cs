using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>Answers, for any place in one body of code, whether it is reached only after consent.</summary>
internal sealed class ConsentFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly ISymbol _owner;
    private readonly ConsentGuards _guards;
    private readonly ProjectFlows? _project;
    private readonly CancellationToken _cancellation;
    private FlowBody? _alone;
    private FlowBody? _called;

    /// <param name="graph">The graph of the body.</param>
    /// <param name="owner">The method, field or property whose body it is.</param>
    /// <param name="guards">What counts as a guard.</param>
    /// <param name="project">The members around the body; null to judge it by itself.</param>
    /// <param name="ct">Ends the analysis early.</param>
    public ConsentFlow(ControlFlowGraph graph, ISymbol owner, ConsentGuards guards, ProjectFlows? project, CancellationToken ct)
    {
        _graph = graph;
        _owner = owner;
        _guards = guards;
        _project = project;
        _cancellation = ct;
    }

    /// <summary>The value that the body returns.</summary>
    public KnownValue Returned => Alone.Returned;

    private FlowBody Alone => _alone ??= Analyze(ConsentState.NotGranted);

    /// <summary>The state at a place, also inside lambdas and local functions; <c>Unknown</c> for a place that is not in the body.</summary>
    public ConsentState StateAt(SyntaxNode place)
    {
        var state = StateIn(Alone, place);

        // Callers are looked for only where the body itself leaves the question open.
        return state < ConsentState.Granted && CalledWith is > ConsentState.NotGranted and var level
            ? StateIn(_called ??= Analyze(level), place)
            : state;
    }

    /// <summary>How a place that is not behind consent is reached: the conditions on the way, from the outermost caller on.</summary>
    public ImmutableArray<ConsentStep> PathTo(SyntaxNode place)
    {
        var path = ImmutableArray.CreateBuilder<ConsentStep>();
        AddPathTo(place, path, callers: 3);
        return path.ToImmutable();
    }

    /// <summary>What makes a place that is behind consent be so; null where it cannot be named.</summary>
    public ConsentBasis? BasisOf(SyntaxNode place) => BasisOf(place, callers: 3);

    /// <summary>What is written to the member that the expression names; null when that is never run.</summary>
    public KnownValue? WrittenAt(ExpressionSyntax target)
    {
        var finder = PlaceFinder.OfWrite(target);
        Alone.Find(finder);
        return finder.Found;
    }

    /// <summary>The value of an expression; null when it is not evaluated.</summary>
    public KnownValue? ValueAt(ExpressionSyntax expression)
    {
        var finder = PlaceFinder.OfValue(expression);
        Alone.Find(finder);
        return finder.Found;
    }

    /// <summary>What a call passes to the parameter of this ordinal.</summary>
    public KnownValue? ArgumentAt(InvocationExpressionSyntax call, int ordinal)
    {
        var finder = PlaceFinder.OfArgument(call, ordinal);
        Alone.Find(finder);
        return finder.Found;
    }

    private ConsentState CalledWith => _project?.Callers.Of(_owner) ?? ConsentState.NotGranted;

    private static ConsentState StateIn(FlowBody body, SyntaxNode place)
    {
        var finder = PlaceFinder.OfState(place);
        body.Find(finder);
        return finder.State ?? ConsentState.Unknown;
    }

    private void AddPathTo(SyntaxNode place, ImmutableArray<ConsentStep>.Builder path, int callers)
    {
        if (callers > 0 && _project?.Callers.UnguardedCallOf(_owner) is { } use && _project.Around(use.Name, use.Model) is { } caller)
        {
            caller.AddPathTo(use.Name, path, callers - 1);
            path.Add(new ConsentStep(use.Expression.GetLocation(), Condition: null, ConsentState.NotGranted));
        }

        if (_owner.Locations.FirstOrDefault() is { IsInSource: true } declared && _owner is not IMethodSymbol { IsImplicitlyDeclared: true })
            path.Add(new ConsentStep(declared, Condition: null, ConsentState.NotGranted));

        (_called ?? Alone).AddPathTo(place, path);
    }

    private ConsentBasis? BasisOf(SyntaxNode place, int callers)
    {
        if ((_called ?? Alone).ConditionFor(place) is { } condition)
            return ConsentBasis.Of(condition.Syntax);

        for (var symbol = _owner; symbol is IMethodSymbol or IPropertySymbol or IEventSymbol or IFieldSymbol; symbol = symbol.ContainingSymbol)
        {
            var member = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol;
            if (_guards.Required(member) == ConsentState.Granted)
                return new ConsentBasis("[RequiresConsent] " + member.Name, member.Locations[0]);
        }

        foreach (var operation in _graph.OriginalOperation.Descendants())
        {
            if (operation is IInvocationOperation call && call.Syntax.SpanStart < place.SpanStart && _guards.Ensured(call.TargetMethod) == ConsentState.Granted)
                return ConsentBasis.Of(call.Syntax);

            if (operation is IAnonymousFunctionOperation lambda && lambda.Syntax.Span.Contains(place.Span) && _guards.LevelOfReceiver(lambda) == ConsentState.Granted)
                return lambda.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } taker ? ConsentBasis.Of(taker.Expression) : null;
        }

        if (callers == 0 || _project is null)
            return null;

        var called = (_owner as IMethodSymbol)?.AssociatedSymbol ?? _owner;
        return _project.Mentions.OfUses(called.OriginalDefinition)
            .Select(use => _project.Around(use.Name, use.Model)?.BasisOf(use.Name, callers - 1))
            .FirstOrDefault(static basis => basis is not null);
    }

    private FlowBody Analyze(ConsentState calledWith)
    {
        var outline = new BodyOutline(_graph.OriginalOperation, _cancellation);
        var slots = new ValueSlots();
        var entries = new EntryStates(_guards, outline, slots);
        var transfer = new ConsentTransfer(_guards, outline, slots, _project?.Members, _cancellation);
        return new FlowBody(_graph, entries.OfOwner(_owner, calledWith), transfer, entries);
    }
}
