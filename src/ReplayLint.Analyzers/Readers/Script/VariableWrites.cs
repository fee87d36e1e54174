using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>Notes what the variables of a script are given.</summary>
internal static class VariableWrites
{
    public static void Note(Node? target, Node site, Expression? value, bool isInitializer)
    {
        switch (target)
        {
            case Identifier { UserData: ScriptVariable variable }:
                // "var x;" gives nothing.
                if (isInitializer && value is null)
                    return;

                variable.Writes.Add((site, value));
                if (value is IFunction)
                    variable.Functions.Add((Node)value);
                else if (value is ClassExpression)
                    variable.Class = value;

                break;

            case MemberExpression member:
                Expression root = member;
                while (root is MemberExpression inner)
                    root = inner.Object;

                if (ScriptVariable.Of(root) is { } owner)
                    owner.HasWrittenMembers = true;

                break;

            case AssignmentPattern assignment:
                Note(assignment.Left, site, null, isInitializer: false);
                break;

            case ObjectPattern pattern:
                foreach (var part in pattern.Properties)
                    NotePart(part is Property property ? property.Value : part, site, value, isInitializer);

                break;

            case ArrayPattern pattern when !isInitializer:
                foreach (var part in pattern.Elements)
                    Note(part, site, null, isInitializer: false);

                break;

            case RestElement rest when !isInitializer:
                Note(rest.Argument, site, null, isInitializer: false);
                break;
        }
    }

    public static void NoteUnknown(Node? target)
    {
        if (target is AssignmentPattern { Left: var left })
            target = left;

        if (ScriptVariable.Of(target) is { } variable)
            variable.Writes.Add((target!, null));
    }

    /// <summary>A declared variable remembers the object it is taken from.</summary>
    private static void NotePart(Node part, Node site, Expression? value, bool isInitializer)
    {
        var name = part is AssignmentPattern assignment ? assignment.Left : part;
        if (isInitializer && ScriptVariable.Of(name) is { Key: not null, Source: null } variable)
            variable.Source = value;
        else if (!isInitializer)
            Note(part, site, null, isInitializer: false);
    }
}
