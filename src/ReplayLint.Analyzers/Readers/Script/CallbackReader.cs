using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Tells when a function runs that is given to a call or put into a handler.</summary>
internal sealed class CallbackReader(ScriptWords words, ScriptEvidence evidence, ScriptFacts facts)
{
    private static readonly HashSet<string> Gestures = new(StringComparer.OrdinalIgnoreCase)
    {
        "click", "dblclick", "submit", "change", "input", "tap", "touchstart", "touchend", "mousedown", "mouseup", "pointerdown", "pointerup", "keydown", "keyup", "keypress",
    };

    private static readonly HashSet<string> Listeners = new(StringComparer.Ordinal)
    {
        "addEventListener", "attachEvent", "on", "one", "once", "off", "bind", "live", "delegate", "addListener", "listen", "subscribe", "observe", "trigger",
    };

    private static readonly HashSet<string> LoadHandlers = new(StringComparer.Ordinal) { "onload", "onreadystatechange", "onpageshow", "onerror", "onscroll", "onmousemove" };

    private static readonly HashSet<string> Stores = new(StringComparer.Ordinal) { "push", "unshift", "add", "set", "register" };

    /// <summary>Whether an event is one that a person causes.</summary>
    public static bool IsGesture(string name) => Gestures.Contains(name);

    /// <summary>What the call says of the function that is its argument at this position; negative for what a function is run on.</summary>
    public ScriptCallback Of(CallExpression call, int index, Node? called)
    {
        var callee = call.Callee is ChainExpression chain ? chain.Expression : call.Callee;
        var owner = callee is MemberExpression member ? member.Object : null;
        var name = LastName.Of(callee);
        var callback = name is null ? default : OfName(call, index, name, owner);
        var known = ConsentLattice.Higher(words.OfPlatformCallback(PathReader.Of(callee)?.Text), index > 0 ? words.OfPlatformCallback(ConstantText.Of(call.Arguments[0])) : ConsentState.NotGranted);
        callback = callback with { Floor = ConsentLattice.Higher(callback.Floor, known) };

        // A function of the script shows when it calls what it is given.
        if (index >= 0 && called is IFunction function && index < function.Params.Count && ScriptVariable.Of(function.Params[index]) is { } parameter)
        {
            var floor = facts.CalledParameters.TryGetValue(parameter, out var level) ? level : ConsentState.Unknown;
            callback = callback with { Floor = callback.Floor == ConsentState.Granted ? ConsentState.Granted : floor };
        }

        return callback;
    }

    /// <summary>A function in an object that a call is given: it is kept, and its name may say what for.</summary>
    public ScriptCallback OfOption(Expression callee, string key)
    {
        var context = evidence.Contexts.Of(callee);
        var parts = words.PartsOf(key);
        var moment = ConsentLattice.Higher(words.OfMoment(parts, context), words.OfPlatformCallback(key));
        return new ScriptCallback(ConsentLattice.Higher(moment, ConsentState.Unknown), parts | context, Evidence.None, false);
    }

    /// <summary>What is known when a handler runs that is assigned to a member, or null for a function that is only given a name.</summary>
    public ScriptCallback? OfHandler(MemberExpression target)
    {
        if (LastName.Of(target) is not { } name)
            return null;

        if (LoadHandlers.Contains(name))
            return default(ScriptCallback);

        if (name.StartsWith("on", StringComparison.Ordinal) && Gestures.Contains(name.Substring(2)))
            return new ScriptCallback(OfGesture(evidence.Contexts.OfElement(target.Object)), NameParts.None, Evidence.None, false);

        if (words.OfPlatformCallback(PathReader.Of(target)?.Text) is var platform and not ConsentState.NotGranted)
            return new ScriptCallback(platform, NameParts.None, Evidence.None, false);

        var parts = words.PartsOf(name);
        var context = evidence.Contexts.Of(target.Object);
        return words.SaysGranted(parts, context) ? new ScriptCallback(ConsentState.Granted, parts | context, Evidence.None, false) : null;
    }

    /// <summary>What is known after a statement that waits for something, or checks it.</summary>
    public ConsentState After(Expression statement)
    {
        var awaited = statement is AwaitExpression { Argument: var argument } ? argument : null;
        var expression = awaited ?? statement;
        if (expression is ChainExpression chain)
            expression = chain.Expression;

        var callee = expression is CallExpression call ? call.Callee : expression;
        if (LastName.Of(callee) is not { } name || (awaited is null && expression is not CallExpression))
            return ConsentState.NotGranted;

        var parts = words.PartsOf(name);
        if ((parts & NameParts.Open) != 0)
            return ConsentState.NotGranted;

        if (awaited is not null)
            return words.OfMoment(parts, callee is MemberExpression member ? evidence.Contexts.Of(member.Object) : NameParts.None);

        return (parts & (NameParts.Ensures | NameParts.Subject)) == (NameParts.Ensures | NameParts.Subject) ? ConsentState.Unknown : ConsentState.NotGranted;
    }

    private ScriptCallback OfName(CallExpression call, int index, string name, Expression? owner)
    {
        var context = evidence.Contexts.Of(owner);
        if (name == "then" && owner is not null)
        {
            return index == 0
                ? new ScriptCallback(words.OfMoment(context, NameParts.None), context, evidence.Of(owner), evidence.Cookies.IsText(owner))
                : default;
        }

        if (Gestures.Contains(name) && owner is not null)
            return new ScriptCallback(OfGesture(evidence.Contexts.OfElement(owner)), context, Evidence.None, false);

        var moment = index > 0 ? ConstantText.Of(call.Arguments[0]) : null;
        if (moment is not null && Listeners.Contains(name))
        {
            if (Gestures.Contains(EventName(moment)))
            {
                var element = evidence.Contexts.OfElement(owner);
                if (index > 1 && ConstantText.Of(call.Arguments[1]) is { } selector)
                    element |= words.PartsOf(selector);

                return new ScriptCallback(OfGesture(element), context, Evidence.None, false);
            }

            var happens = words.PartsOf(moment);
            return new ScriptCallback(words.OfMoment(happens, context), happens | context, Evidence.None, false);
        }

        if (Stores.Contains(name))
            return new ScriptCallback(ConsentLattice.Higher(words.OfMoment(context, NameParts.None), ConsentState.Unknown), context, Evidence.None, false);

        var parts = words.PartsOf(name);
        if (moment is not null)
            parts |= words.PartsOf(moment) & ~NameParts.Other;

        var argument = (parts & NameParts.Subject) != 0 ? words.OfName(parts & ~NameParts.Lookup, context) : Evidence.None;
        return new ScriptCallback(words.OfMoment(parts, context), parts | context, argument, evidence.Cookies.IsText(owner));
    }

    /// <summary>Names of events may carry a name space: <c>click.banner</c>.</summary>
    private static string EventName(string text)
    {
        var dot = text.IndexOf('.');
        return dot < 0 ? text : text.Substring(0, dot);
    }

    /// <summary>Who uses the element that accepts has accepted; what another element is for cannot be told.</summary>
    private ConsentState OfGesture(NameParts element) => words.IsAcceptElement(element) ? ConsentState.Granted : ConsentState.Unknown;
}
