using System.Collections.Immutable;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through calls: what is called, and what becomes of the functions that are handed over.</summary>
internal sealed class CallWalker(ScriptWalker walk)
{
    public void Call(CallExpression call, ConsentState level)
    {
        var (immediate, skipped) = ImmediateCall.Of(call);
        var name = immediate is null ? LastName.Of(call.Callee) : null;
        var path = immediate is null ? PathReader.Of(call.Callee) ?? ScriptPath.None : ScriptPath.None;
        Note(call, call.Callee, call.Arguments, path, level);
        if (call.Callee is MemberExpression { Object: Identifier { UserData: ScriptVariable date } } && name is not null && name.StartsWith("set", StringComparison.Ordinal))
            NoteSetter(date, call);

        var called = (Node?)immediate;
        if (immediate is not null)
            walk.Bodies.Inline((Node)immediate, level);
        else
            walk.Expressions.Visit(call.Callee, level);

        // To bind a function is not to call it.
        if (immediate is null && name != "bind")
            called = NoteCallee(call, name, level);

        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var use = immediate is not null ? LoadUse.LoaderArgument : LoadCollector.OfArgument(call, name, i);
            Argument(call, i, called, immediate is null ? i : i - skipped, level, use, path);
        }
    }

    public void New(NewExpression created, ConsentState level)
    {
        var path = (PathReader.Of(created.Callee) ?? ScriptPath.None).AsInstance();
        Note(created, created.Callee, created.Arguments, path, level);
        walk.Expressions.Visit(created.Callee, level);
        if (FunctionRegistry.ClassOf(created.Callee) is { } type)
            walk.Called(type, level, isSure: true);
        else
            foreach (var node in walk.Functions.Named(created.Callee, walk.This).Sure)
                walk.Called(node, level, isSure: true);

        var use = LoadCollector.IsDataCall(LastName.Of(created.Callee)) ? LoadUse.Other : LoadUse.CallArgument;
        var runsAtOnce = created.Callee is Identifier { Name: "Promise", UserData: null };
        foreach (var argument in created.Arguments)
        {
            if (argument is IFunction)
                walk.Bodies.Inline(argument, runsAtOnce ? level : ConsentLattice.Higher(level, ConsentState.Unknown));
            else
                walk.Expressions.Visit(argument, level, argument is ArrayExpression ? LoadUse.Other : use, path);
        }
    }

    /// <summary>Notes the call with the functions that it means; the one that it surely means is the result.</summary>
    private Node? NoteCallee(CallExpression call, string? name, ConsentState level)
    {
        var (sure, possible) = walk.Functions.Named(call.Callee, walk.This);
        foreach (var node in sure)
        {
            walk.Called(node, level, isSure: true);
            if (name is not ("call" or "apply"))
                NoteCall(node, call, level);
        }

        foreach (var node in possible)
            walk.Called(node, level, isSure: false);

        var called = sure.Count == 1 ? sure[0] : null;
        if (called is not null)
            walk.Facts.Methods[call] = called;

        if (ScriptVariable.Of(call.Callee) is { Kind: ScriptVariableKind.Parameter } parameter)
            NoteCalled(parameter, level);

        if (call.Callee is Super && walk.This is IClass { SuperClass: { } parent } && FunctionRegistry.ClassOf(parent) is { } type)
            walk.Called(type, level, isSure: true);

        return called;
    }

    private void Argument(CallExpression call, int index, Node? called, int position, ConsentState level, LoadUse use, ScriptPath path)
    {
        var argument = call.Arguments[index];
        switch (argument)
        {
            case FunctionExpression or ArrowFunctionExpression:
                var callback = walk.Callbacks.Of(call, position, called);
                walk.Facts.Callbacks[argument] = callback;
                walk.Guarded(call.Callee, argument, level, callback.Floor);
                walk.Bodies.Inline(argument, ConsentLattice.Higher(level, callback.Floor));
                break;

            case ObjectExpression options:
                Options(options, call, level, use, path);
                break;

            default:
                walk.Expressions.Visit(argument, level, use, path);
                HandOver(argument, call, called, position, level);
                break;
        }
    }

    /// <summary>A function that is given by its name runs when what gets it says so.</summary>
    private void HandOver(Expression argument, CallExpression call, Node? called, int position, ConsentState level)
    {
        var (sure, possible) = argument is CallExpression { Callee: MemberExpression { Property: Identifier { Name: not "bind" } } } or CallExpression { Callee: not MemberExpression }
            ? ([], [])
            : walk.Functions.Named(argument, walk.This);
        if (sure.Count + possible.Count == 0 && argument is not (Identifier or MemberExpression))
            return;

        var passed = walk.Callbacks.Of(call, position, called);
        if (sure.Count == 0)
            walk.HandedOver(argument, ConsentLattice.Higher(level, passed.Floor));

        foreach (var node in sure)
        {
            walk.Facts.Callbacks[node] = walk.Facts.Callbacks.TryGetValue(node, out var other) && other != passed ? default : passed;
            walk.Called(node, ConsentLattice.Higher(level, passed.Floor), isSure: true);
        }

        foreach (var node in possible)
            walk.Called(node, ConsentLattice.Higher(level, passed.Floor), isSure: false);
    }

    /// <summary>Functions among options are kept by the call, which runs them later.</summary>
    private void Options(ObjectExpression options, CallExpression call, ConsentState level, LoadUse use, ScriptPath path)
    {
        foreach (var member in options.Properties)
        {
            if (member is not Property { Value: var value } property)
            {
                walk.Expressions.VisitChildren(member, level);
                continue;
            }

            var key = property.Computed ? ConstantText.Of(property.Key) : PropertyKey.Of(property.Key);
            if (property.Computed)
                walk.Expressions.Visit(property.Key, level);

            if (value is FunctionExpression or ArrowFunctionExpression)
            {
                var callback = walk.Callbacks.OfOption(call.Callee, key ?? "");
                walk.Facts.Callbacks[value] = callback;
                walk.Guarded(property.Key, value, level, callback.Floor);
                walk.Bodies.Inline(value, ConsentLattice.Higher(level, callback.Floor));
            }
            else if (value is Identifier or MemberExpression)
            {
                var floor = ConsentLattice.Higher(level, walk.Callbacks.OfOption(call.Callee, key ?? "").Floor);
                var named = walk.Functions.Named(value, walk.This).Sure;
                foreach (var node in named)
                    walk.Called(node, floor, isSure: true);

                if (named.Count == 0)
                {
                    walk.Expressions.Visit(value, level, key == "src" ? LoadUse.Src : use, path);
                    walk.HandedOver((Expression)value, floor);
                }
            }
            else if (value is ObjectExpression nested)
            {
                Options(nested, call, level, use, path);
            }
            else
            {
                walk.Expressions.Visit(value, level, key == "src" ? LoadUse.Src : value is ArrayExpression ? LoadUse.Other : use, path);
            }
        }
    }

    private void Note(Node call, Node callee, NodeList<Expression> arguments, ScriptPath path, ConsentState level) =>
        walk.Calls.Add(new ScriptCall(ValueReader.SpanOf(call), path, ValueReader.SpanOf(callee), new Lazy<ImmutableArray<ScriptValue>>(() => ValueReader.ArgumentsOf(arguments)))
        {
            Reached = ImmutableArray.Create(walk.ReachAt(level)),
        });

    private void NoteCall(Node node, CallExpression call, ConsentState level)
    {
        if (!walk.Facts.Calls.TryGetValue(node, out var calls))
            walk.Facts.Calls.Add(node, calls = []);

        calls.Add((call, walk.ReachAt(level)));
    }

    private void NoteSetter(ScriptVariable date, CallExpression call)
    {
        if (!walk.Facts.Setters.TryGetValue(date, out var setters))
            walk.Facts.Setters.Add(date, setters = []);

        setters.Add(call);
    }

    private void NoteCalled(ScriptVariable parameter, ConsentState level) =>
        walk.Facts.CalledParameters[parameter] = walk.Facts.CalledParameters.TryGetValue(parameter, out var known) ? ConsentLattice.Lower(known, level) : level;
}
