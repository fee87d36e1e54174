using System.Globalization;
using Acornima;
using Acornima.Ast;

namespace ReplayLint.Catalog.Tests.Code;

/// <summary>What a node says, as the catalogue writes it.</summary>
internal static class NodeText
{
    /// <summary>The name of the property that is read: <c>options.maskAllText</c>, or a variable by that name.</summary>
    public static string? ReadName(Node? node) => node switch
    {
        ParenthesizedExpression inner => ReadName(inner.Expression),
        ChainExpression chain => ReadName(chain.Expression),
        MemberExpression { Computed: false, Property: Identifier name } => name.Name,
        MemberExpression { Property: StringLiteral name } => name.Value,
        // In minified code the names of variables say nothing.
        Identifier { Name.Length: > 3 } variable => variable.Name,
        AssignmentExpression { Operator: Operator.Assignment } assignment => ReadName(assignment.Right),
        _ => null,
    };

    /// <summary>The name of the object that the property is read from.</summary>
    public static string? ParentName(Node? node) => node switch
    {
        ParenthesizedExpression inner => ParentName(inner.Expression),
        ChainExpression chain => ParentName(chain.Expression),
        MemberExpression member => ReadName(member.Object),
        AssignmentExpression assignment => ParentName(assignment.Right),
        _ => null,
    };

    public static string? KeyName(Node? key) => key switch
    {
        Identifier name => name.Name,
        StringLiteral text => text.Value,
        _ => null,
    };

    /// <summary>A value that is written out, or null when it is none.</summary>
    public static string? Value(Node? node, Constants constants) => node switch
    {
        ParenthesizedExpression inner => Value(inner.Expression, constants),
        StringLiteral text => text.Value,
        BooleanLiteral truth => truth.Value ? "true" : "false",
        NumericLiteral number => Number(number.Value),
        NullLiteral => "null",
        ArrayExpression { Elements.Count: 0 } => "[]",
        ObjectExpression { Properties.Count: 0 } => "{}",
        UnaryExpression { Operator: Operator.LogicalNot, Argument: NumericLiteral number } => number.Value == 0 ? "true" : "false",
        UnaryExpression { Operator: Operator.LogicalNot, Argument: BooleanLiteral truth } => truth.Value ? "false" : "true",
        UnaryExpression { Operator: Operator.Void } => "null",
        Identifier { Name: "undefined" } => "null",
        Identifier name => constants.Find(name.Name),
        MemberExpression { Computed: false, Property: Identifier name } member =>
            constants.Find(name.Name) ?? (ReadName(member.Object) is { } list ? constants.Find($"{list}.{name.Name}") : null),
        _ => null,
    };

    public static bool IsNothing(Node? node) => node is NullLiteral or UnaryExpression { Operator: Operator.Void } or Identifier { Name: "undefined" };

    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
