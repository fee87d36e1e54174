using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A function that is called by its name, or the script itself: what it does is as allowed as its weakest caller.</summary>
internal sealed class ScriptFunction(string name, TextSpan span)
{
    /// <summary>The name by which it is called: <c>load</c>, <c>Tracker.load</c>; empty for the script itself.</summary>
    public string Name { get; } = name;

    public TextSpan Span { get; } = span;

    /// <summary>Whether other modules can import it.</summary>
    public bool IsExported { get; internal set; }

    /// <summary>Whether the page and other scripts can call it by its name.</summary>
    public bool IsGlobal { get; internal set; }

    /// <summary>Where the function is made; what holds there holds in it.</summary>
    internal ScriptReach? Creation { get; set; }

    /// <summary>The calls.</summary>
    internal List<ScriptReach> Callers { get; } = [];

    /// <summary>Calls of a method by that name, on an object that is not known.</summary>
    internal List<ScriptReach> PossibleCallers { get; } = [];

    internal bool IsScript => Creation is null;

    internal bool IsCalled => Callers.Count > 0 || PossibleCallers.Count > 0;
}
