using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What a function of the script says about consent: it is judged by what it returns.</summary>
internal sealed class FunctionEvidence(ScriptEvidence script, ScriptWords words, ScriptFacts facts)
{
    private readonly Dictionary<Node, Evidence> _functions = [];

    public Node? Find(CallExpression call, Expression callee) =>
        ScriptVariable.Of(callee) is { Functions.Count: 1 } variable && variable.Writes.Count <= 1 ? variable.Functions[0]
        : facts.Methods.TryGetValue(call, out var method) ? method
        : null;

    /// <summary>A function of the script is judged by what it returns; its name counts where that says nothing.</summary>
    public Evidence Of(Node function, NameParts name, Expression? owner, int depth)
    {
        var body = OfBody(function, depth, out var alwaysYes);
        return alwaysYes ? Evidence.None
            : body.IsNone ? words.OfName(name, script.Contexts.Of(owner))
            : body;
    }

    public Evidence OfBody(Node function, int depth) => OfBody(function, depth, out _);

    private Evidence OfBody(Node function, int depth, out bool saysYes)
    {
        saysYes = false;
        if (function is ArrowFunctionExpression { Body: Expression result })
        {
            saysYes = script.Texts.IsYes(result);
            if (_functions.TryGetValue(function, out var before))
                return before;

            _functions[function] = Evidence.None;
            return _functions[function] = saysYes ? Evidence.None : script.Of(result, depth);
        }

        if (!facts.Returns.TryGetValue(function, out var returns))
            return Evidence.None;

        foreach (var (site, value) in returns)
            saysYes |= script.Texts.IsYes(value) && LevelAt(site) == ConsentState.NotGranted;

        if (_functions.TryGetValue(function, out var known))
            return known;

        _functions[function] = Evidence.None;
        Evidence? all = null;
        foreach (var (site, value) in returns)
        {
            var evidence = script.Of(value, depth).AtLeast(LevelAt(site));
            all = all is { } others ? Evidence.Meet(others, evidence) : evidence;
        }

        return _functions[function] = all ?? Evidence.None;
    }

    private ConsentState LevelAt(Node site) => facts.Levels.TryGetValue(site, out var known) ? known.Level : ConsentState.NotGranted;
}
