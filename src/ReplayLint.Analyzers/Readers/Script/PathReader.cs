using Acornima;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>Reads the dotted path that an expression means, through aliases, imports and the usual wrappers.</summary>
internal static class PathReader
{
    /// <summary>The links of a path and the names it is followed through, which weigh more: chains of aliases can be circular.</summary>
    private const int MaximumSteps = 64;
    private const int Alias = 5;

    /// <summary>The path, or null for an expression that has none.</summary>
    public static ScriptPath? Of(Node? node) => Of(node, 0);

    private static ScriptPath? Of(Node? node, int steps)
    {
        if (steps > MaximumSteps)
            return null;

        switch (node)
        {
            case Identifier identifier:
                return OfName(identifier, steps);

            case ThisExpression:
                return new ScriptPath("this", IsLocal: true);

            case Super:
                return new ScriptPath("super", IsLocal: true);

            case MemberExpression member:
                var name = member.Computed ? ConstantText.Of(member.Property) : PropertyKey.Of(member.Property);
                return name is null ? null : OfMember(Of(member.Object, steps + 1), name);

            case ChainExpression chain:
                return Of(chain.Expression, steps + 1);

            case ParenthesizedExpression parentheses:
                return Of(parentheses.Expression, steps + 1);

            case AwaitExpression awaited:
                return Of(awaited.Argument, steps + 1);

            case SequenceExpression sequence:
                return Of(sequence.Expressions[sequence.Expressions.Count - 1], steps + 1);

            case AssignmentExpression assignment:
                return Of(assignment.Left, steps + 1);

            // "window.a || {}" is a; "window.a && window.a.b" is a.b.
            case LogicalExpression logical:
                return Of(logical.Operator == Operator.LogicalAnd ? logical.Right : logical.Left, steps + 1);

            case ImportExpression import:
                return ConstantText.Of(import.Source) is { } package ? new ScriptPath("import()", package, "") : null;

            case CallExpression call:
                return Imported(call, steps) ?? Of(call.Callee, steps + 1)?.AsResult();

            case NewExpression created:
                return Of(created.Callee, steps + 1)?.AsInstance().AsResult();

            default:
                return null;
        }
    }

    private static ScriptPath? OfMember(ScriptPath? owner, string name) =>
        owner is null ? null
        : owner == ScriptPath.Global && IsGlobalObject(name) ? owner
        : owner.Append(name);

    private static bool IsGlobalObject(string name) => name is "window" or "self" or "globalThis" or "top" or "parent";

    private static ScriptPath? OfName(Identifier identifier, int steps)
    {
        if (identifier.UserData is not ScriptVariable variable)
            return IsGlobalObject(identifier.Name) && identifier.Name is not ("top" or "parent") ? ScriptPath.Global : new ScriptPath(identifier.Name);

        if (variable.Package is { } package)
            return new ScriptPath(variable.Name, package, variable.Exported);

        if (variable.Key is { } key && variable.Writes.Count == 0)
        {
            var source = variable.Source is { } from ? Of(from, steps + Alias) : ModuleOfCallback(variable);
            if (source is not null)
                return Named(variable, OfMember(source, key));
        }
        else if (variable.Single is { } value && value is not (IFunction or ClassExpression) && Of(value, steps + Alias) is { } alias)
        {
            return Named(variable, alias);
        }
        else if (variable.Kind == ScriptVariableKind.Parameter && variable.Writes.Count == 0 && ModuleOfCallback(variable) is { } module)
        {
            return Named(variable, module);
        }

        return new ScriptPath(variable.Name, IsLocal: !variable.IsGlobal);
    }

    /// <summary>What comes from a package is known by the name that the script gives it.</summary>
    private static ScriptPath? Named(ScriptVariable variable, ScriptPath? path) =>
        path is { Package: not null } && !path.Text.Contains("new ") ? path with { Text = variable.Name } : path;

    /// <summary>The package that <c>import("…").then(module => …)</c> gives to its callback.</summary>
    private static ScriptPath? ModuleOfCallback(ScriptVariable variable) =>
        variable is { Kind: ScriptVariableKind.Parameter, Index: 0, Function.UserData: ImportExpression import } && ConstantText.Of(import.Source) is { } package
            ? new ScriptPath(variable.Name, package, "")
            : null;

    /// <summary>The package that a call brings in: <c>require("…")</c>, also within what compilers put around it.</summary>
    private static ScriptPath? Imported(CallExpression call, int steps)
    {
        if (call.Arguments.Count == 0 || call.Callee is not Identifier { Name: var name, UserData: var bound })
            return null;

        if (name == "require" && bound is null)
            return ConstantText.Of(call.Arguments[0]) is { } package ? new ScriptPath("require()", package, "") : null;

        return name.StartsWith("__import", StringComparison.Ordinal)
            || name.StartsWith("_interopRequire", StringComparison.Ordinal)
            || name.StartsWith("__toESM", StringComparison.Ordinal) ? Of(call.Arguments[0], steps + Alias) is { Package: not null } path ? path : null : null;
    }
}
