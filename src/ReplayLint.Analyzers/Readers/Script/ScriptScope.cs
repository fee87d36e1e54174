namespace ReplayLint.Readers.Script;

/// <summary>The variables that a function, a block or the script declares.</summary>
internal sealed class ScriptScope(ScriptScope? parent, bool isFunction)
{
    private readonly Dictionary<string, ScriptVariable> _variables = new(StringComparer.Ordinal);

    public bool IsTop => parent is null;

    /// <summary>The scope that <c>var</c> declares in.</summary>
    public ScriptScope Function => isFunction || parent is null ? this : parent.Function;

    public ScriptVariable Declare(ScriptVariable variable)
    {
        if (_variables.TryGetValue(variable.Name, out var known))
            return known;

        _variables.Add(variable.Name, variable);
        return variable;
    }

    public ScriptVariable? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._variables.TryGetValue(name, out var variable))
                return variable;
        }

        return null;
    }

    private ScriptScope? Parent => parent;
}
