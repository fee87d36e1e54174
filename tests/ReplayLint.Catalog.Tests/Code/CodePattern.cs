using Acornima;
using Acornima.Ast;

namespace ReplayLint.Catalog.Tests.Code;

/// <summary>
/// A piece of code that another has to look like: <c>$a.type === "password"</c>. A name that starts with <c>$</c> stands for
/// anything, an object or a list for one that holds at least the same; how it is minified does not matter.
/// </summary>
internal sealed class CodePattern
{
    private static readonly Constants NoConstants = new();

    private readonly Node _root;

    private CodePattern(Node root) => _root = root;

    public static CodePattern Parse(string text)
    {
        Node root = new Parser().ParseExpression(text);

        // What is taken out of an object can only be written as an assignment: ({ name: $a = 1 } = $).
        return new CodePattern(root is AssignmentExpression { Left: ObjectPattern taken, Right: Identifier { Name: "$" } } ? taken : root);
    }

    public bool IsIn(IEnumerable<Node> nodes) => nodes.Any(node => Matches(_root, node));

    private static bool Matches(Node? pattern, Node? node)
    {
        pattern = Bare(pattern);
        node = Bare(node);
        if (pattern is Identifier { Name: ['$', ..] })
            return node is not null;

        if (pattern is null || node is null)
            return pattern is null && node is null;

        return pattern switch
        {
            RegExpLiteral expression => node is RegExpLiteral other && other.RegExp.Pattern == expression.RegExp.Pattern,
            Identifier name when NodeText.Value(name, NoConstants) is null => node is Identifier other && other.Name == name.Name,
            _ when NodeText.Value(pattern, NoConstants) is { } value => NodeText.Value(node, NoConstants) == value,
            ArrayExpression list => node is ArrayExpression other && list.Elements.All(item => other.Elements.Any(element => Matches(item, element))),
            ObjectExpression literal => node is ObjectExpression other && Holds(literal.Properties, other.Properties),
            ObjectPattern taken => node is ObjectPattern other && Holds(taken.Properties, other.Properties),
            BinaryExpression binary => node is BinaryExpression other && other.Operator == binary.Operator && MatchesOperands(binary, other),
            _ => pattern.Type == node.Type && NamesAgree(pattern, node) && MatchesChildren(pattern, node),
        };
    }

    private static Node? Bare(Node? node) => node switch
    {
        ParenthesizedExpression inner => Bare(inner.Expression),
        ChainExpression chain => Bare(chain.Expression),
        _ => node,
    };

    private static bool Holds(IEnumerable<Node> expected, IEnumerable<Node> actual) =>
        expected.OfType<Property>().All(property => actual.OfType<Property>().Any(other => NodeText.KeyName(other.Key) == NodeText.KeyName(property.Key) && Matches(property.Value, other.Value)));

    /// <summary>Minifiers turn comparisons round.</summary>
    private static bool MatchesOperands(BinaryExpression pattern, BinaryExpression node)
    {
        var isComparison = pattern.Operator is Operator.StrictEquality or Operator.StrictInequality or Operator.Equality or Operator.Inequality;
        return (Matches(pattern.Left, node.Left) && Matches(pattern.Right, node.Right))
            || (isComparison && Matches(pattern.Left, node.Right) && Matches(pattern.Right, node.Left));
    }

    private static bool NamesAgree(Node pattern, Node node) => (pattern, node) switch
    {
        (MemberExpression first, MemberExpression second) => first.Computed == second.Computed && (first.Computed || NodeText.KeyName(first.Property) == NodeText.KeyName(second.Property)),
        (UnaryExpression first, UnaryExpression second) => first.Operator == second.Operator,
        (AssignmentExpression first, AssignmentExpression second) => first.Operator == second.Operator,
        _ => true,
    };

    private static bool MatchesChildren(Node pattern, Node node)
    {
        var (expected, actual) = (Children(pattern), Children(node));
        return expected.Count == actual.Count && expected.Zip(actual).All(static pair => Matches(pair.First, pair.Second));
    }

    private static List<Node> Children(Node node) => [.. node.ChildNodes];
}
