using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A function that is called by its name, or the script itself: what it does is as allowed as its weakest caller.</summary>
internal sealed class ScriptFunction(string name, TextSpan span)
{
    /// <summary>The name by which it is called: <c>load</c>, <c>Tracker.load</c>; empty for the script itself.</summary>
    public string Name { get; } = name;

    public TextSpan Span { get; } = span;

    /// <summary>Where its name is declared; the start of the function where it has none of its own.</summary>
    public TextSpan NameSpan { get; internal set; } = new(span.Start, 0);

    /// <summary>The names by which other modules can import it, from the exports on: <c>load</c>, <c>default.load</c>.</summary>
    public HashSet<string> ExportedNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The names by which the page and other scripts can call it, from the global object on.</summary>
    public HashSet<string> GlobalNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether other modules can import it.</summary>
    public bool IsExported => ExportedNames.Count > 0;

    /// <summary>Whether the page and other scripts can call it.</summary>
    public bool IsGlobal => GlobalNames.Count > 0;

    /// <summary>Where the function is made; what holds there holds in it.</summary>
    internal ScriptReach? Creation { get; set; }

    /// <summary>The function as a member of what a module exports: <c>exports.load</c> and <c>module.exports.load</c> are <c>load</c>.</summary>
    internal void ExportAs(string name) =>
        ExportedNames.Add(
            name.StartsWith("module.exports.", StringComparison.Ordinal) ? name.Substring("module.exports.".Length)
            : name.StartsWith("exports.", StringComparison.Ordinal) ? name.Substring("exports.".Length)
            : name == "module.exports" ? "default"
            : name);

    /// <summary>The calls.</summary>
    internal List<ScriptReach> Callers { get; } = [];

    /// <summary>Calls of a method by that name, on an object that is not known.</summary>
    internal List<ScriptReach> PossibleCallers { get; } = [];

    internal bool IsScript => Creation is null;

    internal bool IsCalled => Callers.Count > 0 || PossibleCallers.Count > 0;
}
