using System.Collections.Immutable;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>The functions of a script that have a name, and which of them a call means.</summary>
internal sealed class FunctionRegistry
{
    private const int MaximumSteps = 8;

    /// <summary>How many functions of one name a call may mean; in files put together from others, each could mean each. Those beyond count as called by nobody who is known.</summary>
    private const int MaximumMeanings = 64;

    private readonly Dictionary<Node, ScriptFunction> _functions = [];
    private readonly Dictionary<string, List<(Node Node, Node? Owner)>> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Node>> _globals = new(StringComparer.Ordinal);

    public ScriptFunction Script { get; } = new("", default);

    public ImmutableArray<ScriptFunction> All => ImmutableArray.Create(Script).AddRange(_functions.Values);

    /// <summary>Forgets the callers, for another walk.</summary>
    public void ClearCallers()
    {
        foreach (var function in _functions.Values)
        {
            function.Callers.Clear();
            function.PossibleCallers.Clear();
        }
    }

    public ScriptFunction? Find(Node node) => _functions.TryGetValue(node, out var function) ? function : null;

    /// <summary>The function or constructor of this node, known by that name.</summary>
    public ScriptFunction Add(Node node, string name, bool isGlobal, bool isExported)
    {
        if (!_functions.TryGetValue(node, out var function))
        {
            _functions.Add(node, function = new ScriptFunction(name, ValueReader.SpanOf(node)));
            if (node is IFunction { Id: { } id })
                function.NameSpan = ValueReader.SpanOf(id);

            if (isGlobal && name.Length > 0)
                Note(_globals, name, node);
        }

        if (isGlobal && name.Length > 0)
            function.GlobalNames.Add(name);

        if (isExported)
            function.ExportAs(name);

        return function;
    }

    /// <summary>Others can call the function by this name, too.</summary>
    public void Expose(Node node, string name, bool isGlobal, bool isExported)
    {
        if (Find(node) is not { } function)
            return;

        if (isGlobal && function.GlobalNames.Add(name))
            Note(_globals, name, node);

        if (isExported)
            function.ExportAs(name);
    }

    /// <summary>A function that objects of a class, or one object, have.</summary>
    public ScriptFunction AddMethod(Node node, string key, string name, Node? owner, bool isGlobal, bool isExported)
    {
        if (!_functions.ContainsKey(node))
            Note(_methods, key, (node, owner));

        return Add(node, name, isGlobal, isExported);
    }

    /// <summary>The functions that an expression surely names, or those that it may name.</summary>
    public (List<Node> Sure, List<Node> Possible) Named(Node? expression, Node? thisObject) => Named(expression, thisObject, 0);

    /// <summary>The class that an expression names.</summary>
    public static Node? ClassOf(Node? expression) => ScriptVariable.Of(expression)?.Class ?? (expression is ClassExpression ? expression : null);

    private (List<Node> Sure, List<Node> Possible) Named(Node? expression, Node? thisObject, int steps)
    {
        var sure = new List<Node>();
        var possible = new List<Node>();
        if (++steps > MaximumSteps)
            return (sure, possible);

        switch (expression)
        {
            case ChainExpression chain:
                return Named(chain.Expression, thisObject, steps);

            case Identifier { UserData: ScriptVariable variable }:
                sure.AddRange(variable.Functions.Take(MaximumMeanings));
                if (sure.Count == 0 && variable is { Kind: not ScriptVariableKind.Parameter, Single: Identifier or MemberExpression } && variable.Single != expression)
                    return variable.Single is MemberExpression alias ? Named(alias, thisObject, steps) : (sure, possible);

                break;

            case Identifier global:
                AddGlobals(global.Name, sure);
                break;

            case MemberExpression { Object: var owner } member when LastName.Of(member) is { } name:
                if (name is "call" or "apply" or "bind" && Named(owner, thisObject, steps) is { Sure.Count: > 0 } through)
                    return through;

                if (PathReader.Of(member) is { IsLocal: false, Text: var path })
                    AddGlobals(path, sure);

                AddMethods(name, OwnerOf(owner, thisObject), sure, possible);
                break;

            case CallExpression { Callee: MemberExpression { Property: Identifier { Name: "bind" }, Object: var bound } }:
                return Named(bound, thisObject, steps);
        }

        return (sure, possible);
    }

    private static Node? OwnerOf(Expression expression, Node? thisObject) => expression switch
    {
        ThisExpression => thisObject,
        ObjectExpression => expression,
        NewExpression created => ClassOf(created.Callee),
        Identifier { UserData: ScriptVariable { Single: ObjectExpression literal } } => literal,
        Identifier { UserData: ScriptVariable { Single: NewExpression created } } => ClassOf(created.Callee),
        Identifier { UserData: ScriptVariable { Single: ThisExpression } } => thisObject,
        _ => ClassOf(expression),
    };

    private void AddGlobals(string path, List<Node> sure)
    {
        if (_globals.TryGetValue(path, out var nodes))
            sure.AddRange(nodes.Take(MaximumMeanings));
    }

    private void AddMethods(string name, Node? owner, List<Node> sure, List<Node> possible)
    {
        if (!_methods.TryGetValue(name, out var methods))
            return;

        foreach (var (node, home) in methods)
        {
            if (possible.Count + sure.Count >= MaximumMeanings)
                break;

            if (owner is null)
                possible.Add(node);
            else if (owner == home && !sure.Contains(node))
                sure.Add(node);
        }
    }

    private static void Note<T>(Dictionary<string, List<T>> index, string key, T value)
    {
        if (!index.TryGetValue(key, out var list))
            index.Add(key, list = []);

        list.Add(value);
    }
}
