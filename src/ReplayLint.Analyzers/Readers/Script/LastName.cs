using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>The last name of what is called or read.</summary>
internal static class LastName
{
    public static string? Of(Node? node) => node switch
    {
        Identifier identifier => identifier.Name,
        MemberExpression { Computed: false } member => PropertyKey.Of(member.Property),
        MemberExpression member => ConstantText.Of(member.Property),
        ChainExpression chain => Of(chain.Expression),
        SequenceExpression sequence => Of(sequence.Expressions[sequence.Expressions.Count - 1]),
        ParenthesizedExpression parentheses => Of(parentheses.Expression),
        _ => null,
    };
}
