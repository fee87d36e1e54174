using Acornima;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>
/// Works out numbers and dates, in milliseconds from now on. A number that came from a single literal remembers it, so that
/// another can be written in its place.
/// </summary>
/// <param name="facts">What the walk through the script learned.</param>
/// <param name="arguments">The arguments of the call that is looked at, by the parameters that they are given to.</param>
internal sealed class TimeReader(ScriptFacts facts, IReadOnlyDictionary<ScriptVariable, Expression> arguments)
{
    private const double Day = 86_400_000;
    private const int MaximumSteps = 24;

    /// <summary>Years and days that a date is set to, and not moved by.</summary>
    private const double Absolute = 1900;

    /// <summary>The number, or null when it is not known.</summary>
    public TimeNumber? NumberOf(Expression? expression) => NumberOf(expression, 0);

    private TimeNumber? NumberOf(Expression? expression, int steps)
    {
        if (++steps > MaximumSteps)
            return null;

        switch (expression)
        {
            case NumericLiteral number:
                return new TimeNumber(number.Value, number);

            case ParenthesizedExpression parentheses:
                return NumberOf(parentheses.Expression, steps);

            case UnaryExpression { Operator: Operator.UnaryPlus } plus:
                return NumberOf(plus.Argument, steps);

            case UnaryExpression { Operator: Operator.UnaryNegation } minus:
                return NumberOf(minus.Argument, steps) is { } positive ? new TimeNumber(-positive.Value, null) : null;

            case NonLogicalBinaryExpression binary:
                return NumberOf(binary.Left, steps) is { } left && NumberOf(binary.Right, steps) is { } right ? Combine(binary.Operator, left, right) : null;

            case LogicalExpression { Operator: Operator.LogicalOr or Operator.NullishCoalescing } fallback:
                return NumberOf(fallback.Left, steps) ?? NumberOf(fallback.Right, steps);

            case Identifier { UserData: ScriptVariable variable }:
                return arguments.TryGetValue(variable, out var argument) ? NumberOf(argument, steps)
                    : variable.Kind == ScriptVariableKind.Parameter && variable.Writes.Count == 0 && variable.Argument is null ? NumberOf(variable.Default, steps)
                    : variable.Single is not { } value ? null
                    : facts.Setters.TryGetValue(variable, out var setters) ? MovedBy(setters, steps)
                    : NumberOf(value, steps);

            case MemberExpression { Object: Identifier { UserData: ScriptVariable { Single: ObjectExpression literal, HasWrittenMembers: false } } } member:
                foreach (var property in literal.Properties)
                {
                    if (property is Property { Computed: false, Value: Expression constant } named && PropertyKey.Of(named.Key) == LastName.Of(member))
                        return NumberOf(constant, steps);
                }

                return null;

            case NewExpression { Callee: Identifier { Name: "Date", UserData: null } } date:
                return date.Arguments.Count switch
                {
                    0 => TimeNumber.Now,
                    1 when ConstantText.Of(date.Arguments[0]) is { } text => OfText(text),
                    1 => NumberOf(date.Arguments[0], steps),
                    _ => null,
                };

            case CallExpression call:
                return OfCall(call, steps);

            default:
                return null;
        }
    }

    private TimeNumber? OfCall(CallExpression call, int steps)
    {
        if (LastName.Of(call.Callee) is not { } name)
            return null;

        var owner = call.Callee is MemberExpression member ? member.Object : null;
        var first = call.Arguments.Count > 0 ? call.Arguments[0] : null;
        if (name.StartsWith("set", StringComparison.Ordinal) && UnitOf(name) is { } unit)
            return NumberOf(first, steps) is { } moved && (unit == 1 || Math.Abs(moved.Value) < Absolute) ? new TimeNumber(moved.Value * unit, moved.Literal) : null;

        return name switch
        {
            "now" when PathReader.Of(owner) is { Text: "Date" } => TimeNumber.Now,
            "getTime" or "valueOf" when owner is Identifier { UserData: ScriptVariable variable } && facts.Setters.ContainsKey(variable) => TimeNumber.Now,
            "getTime" or "valueOf" or "toUTCString" or "toGMTString" or "toISOString" or "toString" => NumberOf(owner, steps),
            "round" or "floor" or "ceil" or "trunc" or "Number" or "parseInt" or "String" => NumberOf(first, steps),
            _ when name.StartsWith("get", StringComparison.Ordinal) && UnitOf(name) is not null => TimeNumber.Now,
            _ => null,
        };
    }

    /// <summary>How far a date in a variable is moved after it was made.</summary>
    private TimeNumber? MovedBy(List<CallExpression> setters, int steps)
    {
        TimeNumber? moved = null;
        foreach (var setter in setters)
        {
            if (OfCall(setter, steps) is not { } by)
                return null;

            moved = moved is { } before ? new TimeNumber(before.Value + by.Value, null) : by;
        }

        return moved;
    }

    /// <summary>The milliseconds that one of a date's parts counts: <c>setMonth</c>, <c>getUTCDate</c>.</summary>
    private static double? UnitOf(string method) => method.Substring(3).Replace("UTC", "") switch
    {
        "Time" or "Milliseconds" => 1,
        "Seconds" => 1000,
        "Minutes" => 60_000,
        "Hours" => 3_600_000,
        "Date" => Day,
        "Month" => Day * 365.25 / 12,
        "FullYear" => Day * 365.25,
        _ => null,
    };

    /// <summary>A date that is written out is far away, or says nothing to one who does not know today.</summary>
    public static TimeNumber? OfText(string text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (text[i] == '9' && text[i + 1] == '9' && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3]))
                return new TimeNumber(double.PositiveInfinity, null);
        }

        return null;
    }

    private static TimeNumber? Combine(Operator operation, TimeNumber left, TimeNumber right)
    {
        double? value = operation switch
        {
            Operator.Addition => left.Value + right.Value,
            Operator.Subtraction => left.Value - right.Value,
            Operator.Multiplication => left.Value * right.Value,
            Operator.Division when right.Value != 0 => left.Value / right.Value,
            _ => null,
        };

        // Next to "now" there is one number only; of a product, the days of a year are what people change, or else its first.
        var literal = left.IsNow ? right.Literal
            : right.IsNow ? left.Literal
            : operation != Operator.Multiplication ? null
            : right.Literal is { Value: 365 or 366 } ? right.Literal
            : left.Literal;
        return value is { } known ? new TimeNumber(known, literal) : null;
    }
}

/// <summary>A number that a script works out.</summary>
/// <param name="Value">The number; of a time, the milliseconds from now.</param>
/// <param name="Literal">The number in the text of which it is a multiple; null when there is none.</param>
internal readonly record struct TimeNumber(double Value, NumericLiteral? Literal)
{
    public static TimeNumber Now { get; } = new(0, null) { IsNow = true };

    public bool IsNow { get; private init; }
}
