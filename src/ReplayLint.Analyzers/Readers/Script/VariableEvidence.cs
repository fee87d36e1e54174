using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What a variable or parameter says about consent: by what it is given, and by its name where that says nothing.</summary>
internal sealed class VariableEvidence(ScriptEvidence script, ScriptWords words, ScriptFacts facts)
{
    private readonly Dictionary<ScriptVariable, Evidence> _variables = [];

    public Evidence Of(ScriptVariable variable, int depth)
    {
        if (_variables.TryGetValue(variable, out var known))
            return known;

        // A variable that depends on itself proves nothing.
        _variables[variable] = Evidence.None;
        return _variables[variable] = variable.Kind switch
        {
            ScriptVariableKind.Parameter => OfParameter(variable, depth),
            ScriptVariableKind.Function or ScriptVariableKind.Class => Evidence.OfConstant(true),
            ScriptVariableKind.Import => words.OfPlainName(words.PartsOf(variable.Name), NameParts.None),
            _ => OfWritten(variable, depth),
        };
    }

    /// <summary>Whether only the name of a variable can tell what the value means.</summary>
    public bool IsOpaque(Expression value)
    {
        if (value is AwaitExpression awaited)
            value = awaited.Argument;

        if (value is ChainExpression chain)
            value = chain.Expression;

        if (value is NonLogicalBinaryExpression { Operator: Operator.Equality or Operator.StrictEquality } comparison)
            value = ComparisonEvidence.IsConstant(comparison.Right) ? comparison.Left : ComparisonEvidence.IsConstant(comparison.Left) ? comparison.Right : value;

        return value switch
        {
            CallExpression call => LastName.Of(call.Callee) is not { } called || (!CallEvidence.IsElementLookup(called) && !ConsentNames.IsRefused(words.PartsOf(called))),
            MemberExpression member => LastName.Of(member) is not { } read || !ConsentNames.IsRefused(words.PartsOf(read)),
            _ => false,
        };
    }

    private Evidence OfParameter(ScriptVariable variable, int depth)
    {
        if (variable.Writes.Count > 0 || DefaultsToYes(variable))
            return Evidence.None;

        if (variable.Argument is { } argument)
            return variable.Key is { } member ? words.OfPlainName(words.PartsOf(member), script.Contexts.Of(argument)) : script.Of(argument, depth);

        var context = NameParts.None;
        var given = Evidence.None;
        if (variable.Function is { } function)
        {
            if (facts.Calls.TryGetValue(function, out var calls))
            {
                if (calls.Any(call => variable.Index < call.Call.Arguments.Count && script.Texts.IsYes(call.Call.Arguments[variable.Index])))
                    return Evidence.None;
            }
            else if (facts.Callbacks.TryGetValue(function, out var callback))
            {
                context = callback.Context;
                if (variable.Index == 0 && variable.Key is null)
                    given = callback.Argument;
            }
        }

        var name = words.PartsOf(variable.Key ?? variable.Name);
        if (given.IsNone || (name & (NameParts.Refused | NameParts.Absent | NameParts.Open)) != 0 || variable.Name is "err" or "error" or "reason")
            return words.OfPlainName(name, context);

        // Either tells: "getConsent().then(ok => …)", "onConsentChange(granted => …)".
        var named = words.OfPlainName(name, context);
        return new Evidence(
            ConsentLattice.Higher(given.WhenTrue, named.WhenTrue),
            ConsentLattice.Higher(given.WhenFalse, named.WhenFalse),
            ConsentLattice.Higher(given.WhenYes, named.WhenYes));
    }

    private bool DefaultsToYes(ScriptVariable variable) => variable.Default is { } value && script.Texts.IsYes(value);

    private Evidence OfWritten(ScriptVariable variable, int depth)
    {
        var name = words.PartsOf(variable.Key ?? variable.Name);
        if (variable.Key is not null)
            return DefaultsToYes(variable) || variable.Writes.Count > 0 ? Evidence.None : words.OfPlainName(name, script.Contexts.Of(variable.Source));

        if (variable.Writes.Count == 0)
            return words.OfPlainName(name, NameParts.None);

        Evidence? all = null;
        foreach (var (site, value) in variable.Writes)
        {
            var evidence = OfWrite(variable, name, site, value, depth);
            all = all is { } before ? Evidence.Meet(before, evidence) : evidence;
        }

        return all ?? Evidence.None;
    }

    private Evidence OfWrite(ScriptVariable variable, NameParts name, Node site, Expression? value, int depth)
    {
        if (value is null)
            return words.OfPlainName(name, NameParts.None);

        var (level, function) = facts.Levels.TryGetValue(site, out var known) ? known : (ConsentState.NotGranted, null);
        var evidence = script.Of(value, depth).AtLeast(level);

        // A flag that a function raises later is explained by its name; one that is raised at once, by nothing.
        if (script.Texts.IsYes(value) && level == ConsentState.NotGranted)
            return function == HomeOf(variable) ? Evidence.None : words.OfPlainName(name, NameParts.None);

        return evidence.IsNone && IsOpaque(value) ? words.OfPlainName(name, script.Contexts.Of(value)) : evidence;
    }

    private Node? HomeOf(ScriptVariable variable)
    {
        foreach (var (site, _) in variable.Writes)
        {
            if (site is VariableDeclarator && facts.Levels.TryGetValue(site, out var known))
                return known.Function;
        }

        return null;
    }
}
