using System.Collections.Immutable;
using System.Globalization;
using Acornima;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>Reads what an expression is, following constants by their names.</summary>
internal sealed class ValueReader
{
    /// <summary>How many names a value is followed through: enough for options in a constant of constants.</summary>
    private const int MaximumSteps = 4;
    private const int MaximumDepth = 100;

    /// <summary>Ends the reading of constants that hold each other many times over.</summary>
    private int _remaining = 20_000;

    private ValueReader()
    {
    }

    public static ScriptValue Of(Expression expression) => new ValueReader().Of(expression, 0, 0);

    public static ImmutableArray<ScriptValue> ArgumentsOf(in NodeList<Expression> arguments) => new ValueReader().ArgumentsOf(arguments, 0, 0);

    public static TextSpan SpanOf(Node node) => TextSpan.FromBounds(node.Start, node.End);

    private ImmutableArray<ScriptValue> ArgumentsOf(in NodeList<Expression> arguments, int steps, int depth)
    {
        var values = ImmutableArray.CreateBuilder<ScriptValue>(arguments.Count);
        foreach (var argument in arguments)
        {
            if (argument is SpreadElement)
                break;

            values.Add(Of(argument, steps, depth));
        }

        return values.ToImmutable();
    }

    private ScriptValue Of(Node? node, int steps, int depth)
    {
        if (node is null)
            return new ScriptValue(ScriptValueKind.Unknown, default);

        var span = SpanOf(node);
        if (depth > MaximumDepth || --_remaining < 0)
            return new ScriptValue(ScriptValueKind.Unknown, span);

        depth++;
        switch (node)
        {
            case StringLiteral text:
                return new ScriptValue(ScriptValueKind.Text, span) { Text = text.Value };

            case BooleanLiteral truth:
                return OfTruth(truth.Value, span);

            case NumericLiteral number:
                return OfNumber(number.Value, span);

            case NullLiteral:
                return new ScriptValue(ScriptValueKind.Null, span) { Text = "null" };

            case TemplateLiteral template:
                return OfTemplate(template, span, steps, depth);

            case UnaryExpression unary:
                return OfUnary(unary, span, steps, depth);

            case NonLogicalBinaryExpression { Operator: Operator.Addition } sum:
                return OfSum(sum, span, steps, depth);

            case ObjectExpression literal:
                return OfObject(literal, span, steps, depth);

            case ArrayExpression array:
                return OfArray(array, span, steps, depth);

            case IFunction or ClassExpression:
                return new ScriptValue(ScriptValueKind.Function, span);

            case Identifier { Name: "undefined", UserData: null }:
                return new ScriptValue(ScriptValueKind.Null, span) { Text = "undefined" };

            case Identifier identifier:
                return OfName(identifier, span, steps, depth);

            case MemberExpression member:
                return OfMember(member, span, steps, depth);

            case CallExpression call:
                if (call.Arguments.Count > 0 && PathReader.Of(call.Callee) is { Text: "Object.freeze" or "Object.seal" })
                    return Of(call.Arguments[0], steps, depth).At(span, isOpen: false);

                return new ScriptValue(ScriptValueKind.Call, span) { Path = PathReader.Of(call.Callee), Items = ArgumentsOf(call.Arguments, steps, depth) };

            case NewExpression created:
                return new ScriptValue(ScriptValueKind.Call, span) { Path = PathReader.Of(created.Callee)?.AsInstance(), Items = ArgumentsOf(created.Arguments, steps, depth) };

            case ConditionalExpression conditional:
                return Choice(span, Of(conditional.Consequent, steps, depth), Of(conditional.Alternate, steps, depth));

            case LogicalExpression { Operator: Operator.LogicalOr or Operator.NullishCoalescing } logical:
                return Choice(span, Of(logical.Left, steps, depth), Of(logical.Right, steps, depth));

            case ChainExpression chain:
                return Of(chain.Expression, steps, depth);

            case ParenthesizedExpression parentheses:
                return Of(parentheses.Expression, steps, depth);

            case AwaitExpression awaited:
                return Of(awaited.Argument, steps, depth);

            case SequenceExpression sequence:
                return Of(sequence.Expressions[sequence.Expressions.Count - 1], steps, depth).At(span, isOpen: false);

            case AssignmentExpression { Operator: Operator.Assignment } assignment:
                return Of(assignment.Right, steps, depth).At(span, isOpen: false);

            default:
                return new ScriptValue(ScriptValueKind.Unknown, span);
        }
    }

    private static ScriptValue OfTruth(bool value, TextSpan span) => new(ScriptValueKind.Boolean, span) { Text = value ? "true" : "false" };

    private static ScriptValue OfNumber(double value, TextSpan span) =>
        new(ScriptValueKind.Number, span) { Text = value.ToString("R", CultureInfo.InvariantCulture) };

    private static ScriptValue Choice(TextSpan span, ScriptValue first, ScriptValue second) =>
        new(ScriptValueKind.Choice, span) { Items = ImmutableArray.Create(first, second) };

    private ScriptValue OfTemplate(TemplateLiteral template, TextSpan span, int steps, int depth)
    {
        if (ConstantText.Of(template) is { } text)
            return new ScriptValue(ScriptValueKind.Text, span) { Text = text };

        var parts = ImmutableArray.CreateBuilder<ScriptValue>();
        for (var i = 0; i < template.Quasis.Count; i++)
        {
            if (template.Quasis[i] is { Value.Cooked: { Length: > 0 } constant } quasi)
                parts.Add(new ScriptValue(ScriptValueKind.Text, SpanOf(quasi)) { Text = constant });

            if (i < template.Expressions.Count)
                parts.Add(Of(template.Expressions[i], steps, depth));
        }

        return new ScriptValue(ScriptValueKind.Concatenation, span) { Items = parts.ToImmutable() };
    }

    /// <summary>Compilers that shorten scripts write <c>!0</c> for true and <c>void 0</c> for undefined.</summary>
    private ScriptValue OfUnary(UnaryExpression unary, TextSpan span, int steps, int depth)
    {
        if (unary.Operator == Operator.Void)
            return new ScriptValue(ScriptValueKind.Null, span) { Text = "undefined" };

        if (unary.Operator is not (Operator.LogicalNot or Operator.UnaryNegation or Operator.UnaryPlus))
            return new ScriptValue(ScriptValueKind.Unknown, span);

        var operand = Of(unary.Argument, steps, depth);
        var isNumber = double.TryParse(operand.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && operand.Kind == ScriptValueKind.Number;
        return (unary.Operator, operand.Kind) switch
        {
            (Operator.LogicalNot, ScriptValueKind.Boolean) => OfTruth(operand.Text == "false", span),
            (Operator.LogicalNot, ScriptValueKind.Number) => OfTruth(number == 0, span),
            (Operator.LogicalNot, ScriptValueKind.Null) => OfTruth(true, span),
            (Operator.LogicalNot, ScriptValueKind.Text) => OfTruth(operand.Text is "", span),
            (Operator.LogicalNot, ScriptValueKind.Object or ScriptValueKind.Array or ScriptValueKind.Function) => OfTruth(false, span),
            (Operator.UnaryNegation, _) when isNumber => OfNumber(-number, span),
            (Operator.UnaryPlus, _) when isNumber => OfNumber(number, span),
            _ => new ScriptValue(ScriptValueKind.Unknown, span),
        };
    }

    private ScriptValue OfSum(BinaryExpression sum, TextSpan span, int steps, int depth)
    {
        var operands = new Stack<Expression>();
        Expression rest = sum;
        while (rest is NonLogicalBinaryExpression { Operator: Operator.Addition } inner)
        {
            operands.Push(inner.Right);
            rest = inner.Left;
        }

        operands.Push(rest);
        var parts = ImmutableArray.CreateBuilder<ScriptValue>(operands.Count);
        var isText = true;
        while (operands.Count > 0)
        {
            var part = Of(operands.Pop(), steps, depth);
            isText &= part.Kind == ScriptValueKind.Text;
            if (part.Kind == ScriptValueKind.Concatenation)
                parts.AddRange(part.Items);
            else
                parts.Add(part);
        }

        var items = parts.ToImmutable();
        return isText
            ? new ScriptValue(ScriptValueKind.Text, span) { Text = string.Concat(items.Select(static item => item.Text)), Items = items }
            : new ScriptValue(ScriptValueKind.Concatenation, span) { Items = items };
    }

    private ScriptValue OfObject(ObjectExpression literal, TextSpan span, int steps, int depth)
    {
        var properties = ImmutableArray.CreateBuilder<ScriptProperty>();
        var isOpen = false;
        foreach (var member in literal.Properties)
        {
            if (member is Property property && (property.Computed ? ConstantText.Of(property.Key) : PropertyKey.Of(property.Key)) is { } key)
                properties.Add(new ScriptProperty(key, SpanOf(property.Key), SpanOf(property), Of(property.Value, steps, depth), property.Shorthand));
            else
                isOpen = true;
        }

        return new ScriptValue(ScriptValueKind.Object, span) { Properties = properties.ToImmutable(), IsOpen = isOpen };
    }

    private ScriptValue OfArray(ArrayExpression array, TextSpan span, int steps, int depth)
    {
        var items = ImmutableArray.CreateBuilder<ScriptValue>();
        var isOpen = false;
        foreach (var element in array.Elements)
        {
            if (element is SpreadElement)
                isOpen = true;
            else
                items.Add(Of(element, steps, depth));
        }

        return new ScriptValue(ScriptValueKind.Array, span) { Items = items.ToImmutable(), IsOpen = isOpen };
    }

    private ScriptValue OfName(Identifier identifier, TextSpan span, int steps, int depth)
    {
        if (identifier.UserData is ScriptVariable { Single: { } value, Default: null } variable && steps < MaximumSteps)
        {
            var followed = Of(value, steps + 1, depth);
            if (followed.Kind is not (ScriptValueKind.Unknown or ScriptValueKind.Path))
                return followed.At(span, followed.Kind is ScriptValueKind.Object or ScriptValueKind.Array && variable.HasWrittenMembers);
        }

        return new ScriptValue(ScriptValueKind.Path, span) { Path = PathReader.Of(identifier) };
    }

    private ScriptValue OfMember(MemberExpression member, TextSpan span, int steps, int depth)
    {
        if (steps < MaximumSteps
            && member.Object is Identifier { UserData: ScriptVariable { Single: ObjectExpression values, HasWrittenMembers: false } }
            && (member.Computed ? ConstantText.Of(member.Property) : PropertyKey.Of(member.Property)) is { } key
            && Of(values, steps + 1, depth) is { IsOpen: false } owner
            && owner[key] is { } property)
        {
            return property.Value.At(span, isOpen: false);
        }

        return PathReader.Of(member) is { } path
            ? new ScriptValue(ScriptValueKind.Path, span) { Path = path }
            : new ScriptValue(ScriptValueKind.Unknown, span);
    }
}
