using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What one walk through a script learned and the next one uses: a name may be used before what explains it is seen.</summary>
internal sealed class ScriptFacts
{
    /// <summary>What is known at assignments, returns and calls, and the function around each.</summary>
    public Dictionary<Node, (ConsentState Level, Node? Function)> Levels { get; } = [];

    /// <summary>The values that each function returns, with the node that returns them.</summary>
    public Dictionary<Node, List<(Node Site, Expression Value)>> Returns { get; } = [];

    /// <summary>The calls of each function that is called by its name.</summary>
    public Dictionary<Node, List<(CallExpression Call, ScriptReach Reach)>> Calls { get; } = [];

    /// <summary>For functions given to a call, what the call says of them.</summary>
    public Dictionary<Node, ScriptCallback> Callbacks { get; } = [];

    /// <summary>For parameters that are called, what is known at the weakest call.</summary>
    public Dictionary<ScriptVariable, ConsentState> CalledParameters { get; } = [];

    /// <summary>The functions that are walked, with a name or without.</summary>
    public HashSet<Node> Functions { get; } = [];

    /// <summary>The writes of cookies, with the function around each.</summary>
    public List<(AssignmentExpression Site, Node? Function)> Cookies { get; } = [];

    /// <summary>The calls that move a date which a variable holds.</summary>
    public Dictionary<ScriptVariable, List<CallExpression>> Setters { get; } = [];

    /// <summary>The function that a method call surely means.</summary>
    public Dictionary<CallExpression, Node> Methods { get; } = [];
}
