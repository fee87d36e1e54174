using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>
/// What a script does, as far as its text proves: what it calls, writes and loads, and whether consent was given before.
/// It knows no recorder and no rule.
/// </summary>
internal sealed class ScriptDocument
{
    /// <summary>What a walk learns about a function may explain a condition, and that a function given to another.</summary>
    private const int Walks = 3;


    private readonly ImmutableArray<ScriptFunction> _functions = ImmutableArray<ScriptFunction>.Empty;

    private readonly ImmutableArray<ScriptGuard> _guards = ImmutableArray<ScriptGuard>.Empty;

    private ScriptDocument(int errorOffset, ImmutableArray<ScriptLoad> loads)
    {
        ParseFailed = true;
        ErrorOffset = errorOffset;
        Loads = loads;
    }

    private ScriptDocument(ScriptWalker walker, ImmutableArray<ScriptFunction> functions)
    {
        _functions = functions;
        Calls = walker.Calls.ToImmutable();
        Assignments = walker.Assignments.ToImmutable();
        Loads = walker.Loads.ToLoads();
        References = walker.References.ToImmutable();
        Cookies = new CookieReader(walker.Facts).Read();
        Bodies = walker.Facts.Functions.Select(ValueReader.SpanOf).ToImmutableArray();
        Returning = walker.Facts.Returns.Keys.Select(ValueReader.SpanOf).ToImmutableHashSet();
        _guards = walker.Guards.ToImmutable();
        Functions = functions.RemoveAll(static function => function.IsScript);
    }

    /// <summary>Whether the script could not be read; then only texts that look like addresses are known.</summary>
    public bool ParseFailed { get; }

    /// <summary>Where reading failed.</summary>
    public int ErrorOffset { get; }

    public ImmutableArray<ScriptCall> Calls { get; } = ImmutableArray<ScriptCall>.Empty;

    public ImmutableArray<ScriptAssignment> Assignments { get; } = ImmutableArray<ScriptAssignment>.Empty;

    public ImmutableArray<ScriptLoad> Loads { get; }

    /// <summary>All functions, with a name or without.</summary>
    public ImmutableArray<TextSpan> Bodies { get; } = ImmutableArray<TextSpan>.Empty;

    /// <summary>The functions that return a value.</summary>
    public ImmutableHashSet<TextSpan> Returning { get; } = ImmutableHashSet<TextSpan>.Empty;

    /// <summary>The cookies that the script writes and whose lifetime is known.</summary>
    public ImmutableArray<ScriptCookie> Cookies { get; } = ImmutableArray<ScriptCookie>.Empty;

    /// <summary>Functions of other scripts that are handed over by their name.</summary>
    public ImmutableArray<ScriptReference> References { get; } = ImmutableArray<ScriptReference>.Empty;

    /// <summary>The functions that have a name.</summary>
    public ImmutableArray<ScriptFunction> Functions { get; } = ImmutableArray<ScriptFunction>.Empty;

    /// <summary>Reads a script; offsets are those of the text.</summary>
    public static ScriptDocument Parse(string text) => Parse(text, RecorderCatalog.BuiltIn);

    /// <param name="text">The script; expressions of a template language are already replaced by names.</param>
    /// <param name="catalog">The words and platforms of consent.</param>
    public static ScriptDocument Parse(string text, RecorderCatalog catalog) =>
        Parse(text, new ScriptWords(ConsentNames.Of(catalog), ConsentState.Granted, catalog.Scripts));

    /// <param name="text">The script; expressions of a template language are already replaced by names.</param>
    /// <param name="names">The naming convention of guards.</param>
    /// <param name="declaredOnly">Whether a name alone is no guard, but one that is not recognised.</param>
    public static ScriptDocument Parse(string text, ConsentNames names, bool declaredOnly) =>
        Parse(text, new ScriptWords(names, declaredOnly ? ConsentState.Unknown : ConsentState.Granted));

    private static ScriptDocument Parse(string text, ScriptWords words)
    {
        if (ScriptParser.Parse(text, out var errorOffset) is not { } program)
            return new ScriptDocument(errorOffset, TextScan.Loads(text));

        try
        {
            return Read(program, words);
        }
        catch (InsufficientExecutionStackException)
        {
            return new ScriptDocument(0, TextScan.Loads(text));
        }
    }

    /// <summary>
    /// The state of a place when others know who calls the functions of the script from outside; null where nobody is known to.
    /// </summary>
    public ConsentState ConsentAt(ScriptPlace place, Func<ScriptFunction, ConsentState?> calledFromOutside)
    {
        var through = new HashSet<ScriptFunction>(FunctionStates.Through(place.Reached));
        if (_functions.IsEmpty || through.Count == 0)
            return place.Consent;

        return StateOf(place, FunctionStates.Solve(_functions, function => through.Contains(function) ? calledFromOutside(function) : null));
    }

    /// <summary>The innermost condition or call that puts a place behind consent; null where it is somewhere else, or nowhere.</summary>
    public TextSpan? GuardOf(ScriptPlace place) => GuardOf(place, callers: 3);

    private TextSpan? GuardOf(ScriptPlace place, int callers)
    {
        ScriptGuard? innermost = null;
        foreach (var guard in _guards)
        {
            if (guard.Covered.Contains(place.Span) && (innermost is not { } other || guard.Covered.Length <= other.Covered.Length))
                innermost = guard;
        }

        if (innermost is { } found)
            return found.Test;

        // A function that stands behind nothing may be called behind something.
        foreach (var reach in place.Reached)
        {
            foreach (var call in Calls)
            {
                if (callers > 0 && !reach.Function.IsScript && call.Path.Text == reach.Function.Name && GuardOf(call, callers - 1) is { } guard)
                    return guard;
            }
        }

        return null;
    }

    /// <summary>Whether the script declares a function that others know by this name.</summary>
    public bool DeclaresGlobal(string name) => Functions.Any(function => function.GlobalNames.Contains(name));

    private static ScriptDocument Read(Program program, ScriptWords words)
    {
        ScopeBuilder.Bind(program);
        var functions = new FunctionRegistry();
        var facts = new ScriptFacts();
        ScriptWalker walker;
        var walk = 0;
        do
        {
            functions.ClearCallers();
            walker = new ScriptWalker(functions, facts, words, program is Module);
            walker.Walk(program);
            facts = walker.Facts;
        }
        while (++walk < Walks);

        var document = new ScriptDocument(walker, functions.All);
        document.Solve();
        return document;
    }

    private void Solve()
    {
        var entries = FunctionStates.Solve(_functions, static _ => null);
        foreach (var place in Calls)
            place.Consent = StateOf(place, entries);

        foreach (var place in Assignments)
            place.Consent = StateOf(place, entries);

        foreach (var place in References)
            place.Consent = StateOf(place, entries);

        foreach (var place in Loads)
            place.Consent = StateOf(place, entries);
    }

    private static ConsentState StateOf(ScriptPlace place, Dictionary<ScriptFunction, ConsentState> entries)
    {
        if (place.Reached.IsEmpty)
            return ConsentState.Unknown;

        var state = ConsentState.Granted;
        foreach (var reach in place.Reached)
            state = ConsentLattice.Lower(state, ConsentLattice.Higher(entries[reach.Function], reach.Level));

        return state;
    }
}
