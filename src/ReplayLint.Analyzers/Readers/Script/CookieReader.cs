using System.Collections.Immutable;
using System.Globalization;
using Acornima;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>Reads what is written to <c>document.cookie</c>: the name, and for how long it is kept.</summary>
internal sealed class CookieReader(ScriptFacts facts)
{
    private const double SecondsPerDay = 86_400;
    private const double MillisecondsPerDay = 86_400_000;
    private const int SuggestedDays = 180;
    private const int MaximumSteps = 8;

    /// <summary>A place in a text that is put together, of which only the expression is known.</summary>
    private const char Hole = '\u0001';

    private static readonly Dictionary<ScriptVariable, Expression> NoArguments = [];

    /// <summary>The cookies of the script; one that a helper writes is one for each call of the helper.</summary>
    public ImmutableArray<ScriptCookie> Read()
    {
        var cookies = ImmutableArray.CreateBuilder<ScriptCookie>();
        foreach (var (site, function) in facts.Cookies)
        {
            if (Read(site, NoArguments) is { } cookie)
            {
                cookies.Add(cookie);
                continue;
            }

            if (function is not IFunction helper || !facts.Calls.TryGetValue(function, out var calls))
                continue;

            foreach (var (call, _) in calls)
            {
                var arguments = new Dictionary<ScriptVariable, Expression>();
                for (var i = 0; i < helper.Params.Count && i < call.Arguments.Count; i++)
                {
                    var parameter = helper.Params[i] is AssignmentPattern pattern ? pattern.Left : helper.Params[i];
                    if (ScriptVariable.Of(parameter) is { } variable)
                        arguments[variable] = call.Arguments[i];
                }

                if (Read(site, arguments) is { } kept)
                    cookies.Add(kept with { Span = Contains(call, kept.Span) ? kept.Span : ValueReader.SpanOf(call), Number = Contains(call, kept.Span) ? kept.Number : null });
            }
        }

        return cookies.ToImmutable();
    }

    private static bool Contains(Node node, TextSpan span) => ValueReader.SpanOf(node).Contains(span);

    private ScriptCookie? Read(AssignmentExpression site, IReadOnlyDictionary<ScriptVariable, Expression> arguments)
    {
        var holes = new List<Expression>();
        var places = new List<(int Position, Node Literal)>();
        var text = TextOf(site.Right, arguments, holes, places, 0);
        var equals = text.IndexOf('=');
        if (equals <= 0)
            return null;

        var name = text.Substring(0, equals).Trim();
        var reader = new TimeReader(facts, arguments);
        if (name.IndexOf(Hole) >= 0)
            return null;

        foreach (var part in text.Substring(equals).Split(';').Skip(1))
        {
            var separator = part.IndexOf('=');
            if (separator < 0)
                continue;

            var attribute = part.Substring(0, separator).Trim().ToLowerInvariant();
            var value = part.Substring(separator + 1).Trim();
            var start = equals + text.Substring(equals).IndexOf(part, StringComparison.Ordinal) + part.IndexOf(value, StringComparison.Ordinal);
            if (attribute is not ("max-age" or "expires"))
                continue;

            var isAge = attribute == "max-age";
            if (value.Length > 0 && value[0] == Hole)
            {
                var index = text.Substring(0, start).Count(static letter => letter == Hole);
                if (reader.NumberOf(holes[index]) is { } time)
                    return Create(site, name, attribute, time.Value / (isAge ? SecondsPerDay : MillisecondsPerDay), time);
            }
            else if (isAge && double.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                return new ScriptCookie(name, seconds / SecondsPerDay, SpanAt(site, places, start, value), NumberFor(SuggestedDays * SecondsPerDay), attribute);
            }
            else if (!isAge && TimeReader.OfText(value) is { } never)
            {
                return Create(site, name, attribute, never.Value, never);
            }
        }

        return null;
    }

    private static ScriptCookie Create(AssignmentExpression site, string name, string attribute, double days, TimeNumber time)
    {
        // What the number counts follows from what it comes to.
        var number = time.Literal is { Value: > 0 } literal && !double.IsInfinity(days) ? NumberFor(Math.Floor(literal.Value / days * SuggestedDays)) : null;
        return new ScriptCookie(name, days, ValueReader.SpanOf(time.Literal is null ? site : time.Literal), number == "0" ? null : number, attribute);
    }

    private static string NumberFor(double number) => number.ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>The place of a text that stands in one literal as it is; else the whole write.</summary>
    private static TextSpan SpanAt(AssignmentExpression site, List<(int Position, Node Literal)> places, int start, string value)
    {
        var (position, literal) = places.LastOrDefault(place => place.Position <= start);
        if (literal is null)
            return ValueReader.SpanOf(site);

        // A quote stands before the text of a literal, and nothing before that of a part of a template.
        var offset = literal.Start + start - position + (literal is StringLiteral ? 1 : 0);
        var raw = literal is StringLiteral written ? written.Raw : literal is TemplateElement element ? element.Value.Raw : "";
        var inRaw = offset - literal.Start;
        return inRaw >= 0 && inRaw + value.Length <= raw.Length && string.CompareOrdinal(raw, inRaw, value, 0, value.Length) == 0
            ? new TextSpan(offset, value.Length)
            : ValueReader.SpanOf(site);
    }

    /// <summary>The text that an expression is put together to, with a hole for each part that is none.</summary>
    private static string TextOf(Expression expression, IReadOnlyDictionary<ScriptVariable, Expression> arguments, List<Expression> holes, List<(int Position, Node Literal)> places, int steps)
    {
        var text = new System.Text.StringBuilder();
        Append(expression, steps);
        return text.ToString();

        void Append(Expression part, int depth)
        {
            switch (part)
            {
                case StringLiteral literal:
                    places.Add((text.Length, literal));
                    text.Append(literal.Value);
                    break;

                case TemplateLiteral template when depth < MaximumSteps:
                    for (var i = 0; i < template.Quasis.Count; i++)
                    {
                        places.Add((text.Length, template.Quasis[i]));
                        text.Append(template.Quasis[i].Value.Cooked);
                        if (i < template.Expressions.Count)
                            Append(template.Expressions[i], depth + 1);
                    }

                    break;

                case NonLogicalBinaryExpression { Operator: Operator.Addition } sum when depth < MaximumSteps * MaximumSteps:
                    Append(sum.Left, depth + 1);
                    Append(sum.Right, depth + 1);
                    break;

                case ParenthesizedExpression parentheses when depth < MaximumSteps:
                    Append(parentheses.Expression, depth + 1);
                    break;

                case CallExpression { Arguments.Count: 1, Callee: Identifier { Name: "encodeURIComponent" or "escape", UserData: null } } encoded when depth < MaximumSteps:
                    Append(encoded.Arguments[0], depth + 1);
                    break;

                case CallExpression { Callee: MemberExpression { Object: ArrayExpression list, Property: Identifier { Name: "join" } } } joined when depth < MaximumSteps:
                    var separator = joined.Arguments.Count > 0 ? ConstantText.Of(joined.Arguments[0]) ?? ";" : ",";
                    for (var i = 0; i < list.Elements.Count; i++)
                    {
                        text.Append(i > 0 ? separator : "");
                        if (list.Elements[i] is { } element)
                            Append(element, depth + 1);
                    }

                    break;

                case Identifier { UserData: ScriptVariable variable } when depth < MaximumSteps && ValueOf(variable, arguments) is { } value && IsText(value, arguments, depth):
                    Append(value, depth + 1);
                    break;

                default:
                    if (ConstantText.Of(part) is { } constant)
                    {
                        text.Append(constant);
                        break;
                    }

                    holes.Add(part);
                    text.Append(Hole);
                    break;
            }
        }
    }

    /// <summary>The value of a variable; of one that begins empty, the one that it is given.</summary>
    private static Expression? ValueOf(ScriptVariable variable, IReadOnlyDictionary<ScriptVariable, Expression> arguments)
    {
        if (arguments.TryGetValue(variable, out var argument))
            return argument;

        if (variable.Single is { } single)
            return single;

        var values = variable.Kind == ScriptVariableKind.Parameter ? [] : variable.Writes.Select(static write => write.Value).OfType<Expression>().Where(static value => ConstantText.Of(value) is not "").ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private static bool IsText(Expression value, IReadOnlyDictionary<ScriptVariable, Expression> arguments, int depth) => value switch
    {
        StringLiteral or TemplateLiteral => true,
        NonLogicalBinaryExpression { Operator: Operator.Addition } sum => depth < MaximumSteps * 2 && (IsText(sum.Left, arguments, depth + 1) || IsText(sum.Right, arguments, depth + 1)),
        Identifier { UserData: ScriptVariable variable } => depth < MaximumSteps && ValueOf(variable, arguments) is { } next && IsText(next, arguments, depth + 1),
        _ => false,
    };
}
