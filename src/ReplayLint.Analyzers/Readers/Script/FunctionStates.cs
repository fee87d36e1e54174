using System.Collections.Immutable;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Solves which state each function of a script is entered with, from the places that call it.</summary>
internal static class FunctionStates
{
    /// <summary>Above every state: no caller was reached yet.</summary>
    private const ConsentState Unreached = ConsentState.Granted + 1;

    /// <summary>The states at entry; <paramref name="calledFromOutside"/> answers what other scripts call a function with; null where none is known to.</summary>
    public static Dictionary<ScriptFunction, ConsentState> Solve(ImmutableArray<ScriptFunction> functions, Func<ScriptFunction, ConsentState?> calledFromOutside)
    {
        var entries = new Dictionary<ScriptFunction, ConsentState>();
        var dependents = new Dictionary<ScriptFunction, List<ScriptFunction>>();
        foreach (var function in functions)
        {
            entries[function] = Unreached;
            foreach (var reach in Sources(function))
            {
                if (!dependents.TryGetValue(reach.Function, out var list))
                    dependents.Add(reach.Function, list = []);

                list.Add(function);
            }
        }

        // States only fall, so this ends.
        var pending = new Queue<ScriptFunction>(functions);
        while (pending.Count > 0)
        {
            var function = pending.Dequeue();
            var state = EntryOf(function, entries, calledFromOutside, Unreached);
            if (state >= entries[function])
                continue;

            entries[function] = state;
            if (dependents.TryGetValue(function, out var list))
            {
                foreach (var dependent in list)
                    pending.Enqueue(dependent);
            }
        }

        // Functions that only call each other are called from outside, if at all.
        foreach (var function in functions)
        {
            if (entries[function] == Unreached)
                entries[function] = EntryOf(function, entries, calledFromOutside, ConsentState.Unknown);
        }

        return entries;
    }

    /// <summary>The functions nobody calls through which the reaches lead and which therefore decide.</summary>
    public static ImmutableArray<ScriptFunction> Undecided(ImmutableArray<ScriptReach> reached) =>
        Through(reached).RemoveAll(static function => function.IsCalled);

    /// <summary>The functions through which the reaches lead without a check.</summary>
    public static ImmutableArray<ScriptFunction> Through(ImmutableArray<ScriptReach> reached)
    {
        ImmutableArray<ScriptFunction>.Builder? found = null;
        var seen = new HashSet<ScriptFunction>();
        var pending = new Stack<ScriptReach>(reached);
        while (pending.Count > 0)
        {
            var reach = pending.Pop();
            if (reach.Level == ConsentState.Granted || reach.Function.IsScript || !seen.Add(reach.Function))
                continue;

            (found ??= ImmutableArray.CreateBuilder<ScriptFunction>()).Add(reach.Function);
            foreach (var caller in Callers(reach.Function))
                pending.Push(caller);
        }

        return found?.ToImmutable() ?? ImmutableArray<ScriptFunction>.Empty;
    }

    private static List<ScriptReach> Callers(ScriptFunction function) => function.Callers.Count > 0 ? function.Callers : function.PossibleCallers;

    private static IEnumerable<ScriptReach> Sources(ScriptFunction function)
    {
        foreach (var caller in Callers(function))
            yield return caller;

        if (function.Creation is { } creation)
            yield return creation;
    }

    private static ConsentState EntryOf(
        ScriptFunction function,
        Dictionary<ScriptFunction, ConsentState> entries,
        Func<ScriptFunction, ConsentState?> calledFromOutside,
        ConsentState unreached)
    {
        if (function.Creation is not { } creation)
            return ConsentState.NotGranted;

        var state = Unreached;
        foreach (var caller in Callers(function))
            state = ConsentLattice.Lower(state, At(caller, entries, unreached));

        var outside = calledFromOutside(function);
        if (!function.IsCalled)
            state = outside ?? ConsentState.Unknown;
        else if (outside is { } called)
            state = ConsentLattice.Lower(state, called);

        // What holds where a function is made cannot be lost.
        return ConsentLattice.Higher(state, At(creation, entries, unreached));
    }

    private static ConsentState At(ScriptReach reach, Dictionary<ScriptFunction, ConsentState> entries, ConsentState unreached)
    {
        var entry = entries.TryGetValue(reach.Function, out var known) ? known : ConsentState.Unknown;
        return ConsentLattice.Higher(entry == Unreached ? unreached : entry, reach.Level);
    }
}
