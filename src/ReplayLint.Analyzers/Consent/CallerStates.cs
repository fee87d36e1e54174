using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>
/// What is known where a helper begins, because it is known at every place that calls it. A helper needs no annotation for
/// that, as long as all its callers are in sight.
/// </summary>
internal sealed class CallerStates
{
    private readonly ProjectFlows _flows;
    private readonly ConsentGuards _guards;
    private readonly Dictionary<ISymbol, (ConsentState State, Mention? Unguarded)> _known = new(SymbolEqualityComparer.Default);

    public CallerStates(ProjectFlows flows, ConsentGuards guards)
    {
        _flows = flows;
        _guards = guards;
    }

    /// <summary>What holds at every call of the method; nothing for one that others may call.</summary>
    public ConsentState Of(ISymbol owner) => Find(owner).State;

    /// <summary>A place that calls the method without consent, or null when none is in sight.</summary>
    public Mention? UnguardedCallOf(ISymbol owner) => Find(owner).Unguarded;

    private (ConsentState State, Mention? Unguarded) Find(ISymbol owner)
    {
        if (owner is not (IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet }))
            return default;

        var member = ((owner as IMethodSymbol)?.AssociatedSymbol ?? owner).OriginalDefinition;
        if (_known.TryGetValue(member, out var known))
            return known;

        // A member that calls itself learns nothing from that.
        var isFinal = _flows.IsIdle;
        var found = _flows.Ask(member, (ConsentState.Granted, null), default, () => FindWeakest(member));
        if (isFinal)
            _known[member] = found;

        return found;
    }

    private (ConsentState State, Mention? Unguarded) FindWeakest(ISymbol member)
    {
        var weakest = (State: ConsentState.Granted, Unguarded: (Mention?)null);
        var isCalled = false;
        foreach (var use in _flows.Mentions.OfUses(member))
        {
            // Who only calls itself is called by something that is not in sight.
            if (use.IsInside(member))
                continue;

            isCalled = true;
            var state = StateAt(use);
            if (state < weakest.State)
                weakest = (state, use);

            if (state == ConsentState.NotGranted)
                break;
        }

        return isCalled ? weakest : default;
    }

    private ConsentState StateAt(Mention use)
    {
        if (_flows.Around(use.Name, use.Model) is not { } flow)
            return ConsentState.NotGranted;

        if (use.Call is { } call)
            return flow.StateAt(call);

        // A method that is only named runs when whoever gets the delegate says so; a property is read on the spot.
        var state = flow.StateAt(use.Expression);
        return use.Model.GetOperation(use.Expression) is IMethodReferenceOperation reference
            ? ConsentLattice.Higher(state, _guards.LevelOfReceiver(reference))
            : state;
    }
}
