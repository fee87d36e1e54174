using Acornima;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>Reads the text that an expression always is.</summary>
internal static class ConstantText
{
    private const int MaximumSteps = 8;
    private const int MaximumLength = 10_000;

    public static string? Of(Node? node) => Of(node, 0);

    private static string? Of(Node? node, int steps)
    {
        if (steps > MaximumSteps)
            return null;

        switch (node)
        {
            case StringLiteral literal:
                return literal.Value;

            case TemplateLiteral { Expressions.Count: 0 } template:
                return template.Quasis[0].Value.Cooked;

            case NonLogicalBinaryExpression { Operator: Operator.Addition } sum:
                return Of(sum.Left, steps + 1) is { } left && Of(sum.Right, steps + 1) is { } right && left.Length + right.Length < MaximumLength ? left + right : null;

            case Identifier { UserData: ScriptVariable { Single: { } value } }:
                return Of(value, steps + 1);

            case MemberExpression { Object: Identifier { UserData: ScriptVariable { Single: ObjectExpression values, HasWrittenMembers: false } } } member:
                var key = member.Computed ? Of(member.Property, steps + 1) : PropertyKey.Of(member.Property);
                foreach (var property in values.Properties)
                {
                    if (property is Property { Computed: false } named && PropertyKey.Of(named.Key) == key)
                        return Of(named.Value, steps + 1);
                }

                return null;

            default:
                return null;
        }
    }
}
