using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>The words around an expression that explain its members, what it calls back, and the element that it is.</summary>
internal sealed class WordContext(ScriptWords words, ScriptFacts facts)
{
    private readonly Dictionary<ScriptVariable, NameParts> _contexts = [];

    /// <summary>The words of an expression that explain its members and what it calls back.</summary>
    public NameParts Of(Node? node) => Of(node, 0);

    /// <summary>The words of an element: of the variable, and of the selector or id by which it is found.</summary>
    public NameParts OfElement(Node? node, int depth = 0)
    {
        if (depth > ScriptEvidence.MaximumDepth)
            return NameParts.None;

        depth++;
        switch (node)
        {
            case Identifier { UserData: ScriptVariable variable } name:
                var parts = words.PartsOf(name.Name);
                return variable.Single is { } value ? parts | OfElement(value, depth) : parts;

            case Identifier name:
                return words.PartsOf(name.Name);

            case MemberExpression member:
                return OfElement(member.Object, depth) | (LastName.Of(member) is { } key ? words.PartsOf(key) : NameParts.None);

            case CallExpression call:
                var found = call.Callee is MemberExpression { Object: var owner } ? OfElement(owner, depth) : NameParts.None;
                foreach (var argument in call.Arguments)
                {
                    if (ConstantText.Of(argument) is { } selector)
                        found |= words.PartsOf(selector);
                }

                return found;

            case ChainExpression chain:
                return OfElement(chain.Expression, depth);

            case LogicalExpression logical:
                return OfElement(logical.Left, depth);

            default:
                return NameParts.None;
        }
    }

    private NameParts Of(Node? node, int depth)
    {
        if (depth > ScriptEvidence.MaximumDepth)
            return NameParts.None;

        depth++;
        switch (node)
        {
            case Identifier { UserData: ScriptVariable variable }:
                return Of(variable, depth);

            case Identifier name:
                return words.PartsOf(name.Name);

            case MemberExpression member:
                return Of(member.Object, depth) | (LastName.Of(member) is { } read ? words.PartsOf(read) : NameParts.None);

            case CallExpression call:
                var parts = call.Callee is MemberExpression { Object: var owner } ? Of(owner, depth) : NameParts.None;
                if (LastName.Of(call.Callee) is { } called)
                    parts |= words.PartsOf(called);

                foreach (var argument in call.Arguments)
                {
                    if (ConstantText.Of(argument) is { } text)
                        parts |= words.PartsOf(text) is var key && KeyedLookup.NamesConsent(key) ? key : NameParts.None;
                    else if (argument is CallExpression or MemberExpression or LogicalExpression || LastName.Of(call.Callee) == "parse")
                        parts |= Of(argument, depth);
                }

                return parts;

            case NewExpression created:
                return Of(created.Callee, depth);

            case ChainExpression chain:
                return Of(chain.Expression, depth);

            case ParenthesizedExpression parentheses:
                return Of(parentheses.Expression, depth);

            case AwaitExpression awaited:
                return Of(awaited.Argument, depth);

            case LogicalExpression logical:
                return Of(logical.Left, depth);

            case AssignmentExpression assignment:
                return Of(assignment.Left, depth);

            default:
                return NameParts.None;
        }
    }

    private NameParts Of(ScriptVariable variable, int depth)
    {
        if (_contexts.TryGetValue(variable, out var known))
            return known;

        var parts = words.PartsOf(variable.Key ?? variable.Name);
        _contexts[variable] = parts;
        if (variable.Single is { } value)
            parts |= Of(value, depth);
        else if (variable.Source is { } source)
            parts |= Of(source, depth);
        else if (variable is { Kind: ScriptVariableKind.Parameter, Function: { } function } && facts.Callbacks.TryGetValue(function, out var callback))
            parts |= callback.Context;

        return _contexts[variable] = parts;
    }
}
