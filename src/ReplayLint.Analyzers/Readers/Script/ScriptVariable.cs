using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>A variable that a script declares.</summary>
internal sealed class ScriptVariable(string name, ScriptVariableKind kind, bool isTopLevel)
{
    public string Name { get; } = name;

    /// <summary>The variable that a name means; null for a global that the script does not declare.</summary>
    public static ScriptVariable? Of(Node? node) => node is Identifier identifier ? identifier.UserData as ScriptVariable : null;

    public ScriptVariableKind Kind { get; } = kind;

    public bool IsTopLevel { get; } = isTopLevel;

    /// <summary>Whether it is a property of the global object, too.</summary>
    public bool IsGlobal { get; set; }

    /// <summary>The name by which other modules import it; null when they cannot.</summary>
    public string? ExportedAs { get; set; }

    public bool IsExported => ExportedAs is not null;

    /// <summary>For an import.</summary>
    public string? Package { get; init; }

    /// <summary>For an import, the exported name; empty for all exports.</summary>
    public string? Exported { get; init; }

    /// <summary>All values it is given, each with the node that gives it; a null value is one that is not known.</summary>
    public List<(Node Site, Expression? Value)> Writes { get; } = [];

    /// <summary>Whether a member of its value is written through it.</summary>
    public bool HasWrittenMembers { get; set; }

    /// <summary>For a variable that a pattern takes out of an object: the object, unless it is a parameter's.</summary>
    public Expression? Source { get; set; }

    /// <summary>For a variable that a pattern takes out of an object: the name of the property.</summary>
    public string? Key { get; set; }

    /// <summary>The value in place of a missing one.</summary>
    public Expression? Default { get; set; }

    /// <summary>For a parameter: the function.</summary>
    public Node? Function { get; init; }

    /// <summary>For a parameter: its position.</summary>
    public int Index { get; init; }

    /// <summary>For a parameter of a function that is run in place: the argument.</summary>
    public Expression? Argument { get; set; }

    public Node? Class { get; set; }

    /// <summary>The functions that the variable may hold.</summary>
    public List<Node> Functions { get; } = [];

    /// <summary>The only value it ever has, where that is known.</summary>
    public Expression? Single =>
        Kind == ScriptVariableKind.Parameter ? (Writes.Count == 0 && Key is null ? Argument : null)
        : Writes.Count == 1 && Key is null ? Writes[0].Value
        : null;
}
