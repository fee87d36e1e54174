using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through a value that is given a name: its functions are called by it.</summary>
internal sealed class NamedValueWalker(ScriptWalker walk)
{
    /// <summary>A value that is given a name: its functions are called by it.</summary>
    public void Visit(Expression value, string name, ConsentState level, bool isGlobal, bool isExported, ScriptVariable? variable = null)
    {
        switch (value)
        {
            case FunctionExpression or ArrowFunctionExpression:
                var unit = walk.Functions.Add(value, name, isGlobal, isExported && variable is null);
                if (variable?.ExportedAs is { } exported)
                    unit.ExportAs(exported);

                walk.Bodies.Unit(unit, value, walk.This, level);
                break;

            case ClassExpression type:
                walk.Classes.Visit(type, type, name, null, level, isGlobal, isExported);
                break;

            case ObjectExpression literal:
                Object(literal, name, level, isGlobal, isExported || (variable?.IsExported ?? false), LoadUse.Other, null);
                break;

            case LogicalExpression { Operator: Operator.LogicalOr or Operator.NullishCoalescing, Right: FunctionExpression or ArrowFunctionExpression or ObjectExpression } fallback:
                walk.Expressions.Visit(fallback.Left, level);
                Visit(fallback.Right, name, level, isGlobal, isExported, variable);
                break;

            case CallExpression call when ImmediateCall.Of(call).Function is { } maker:
                walk.Expressions.Visit(call, level);
                foreach (var result in ResultsOf(maker))
                    Expose(result, name, isGlobal, isExported);

                break;

            default:
                walk.Expressions.Visit(value, level);
                break;
        }
    }

    public void Object(ObjectExpression literal, string name, ConsentState level, bool isGlobal, bool isExported, LoadUse use, ScriptPath? callee)
    {
        foreach (var member in literal.Properties)
        {
            if (member is not Property { Value: var value } property)
            {
                walk.Expressions.VisitChildren(member, level);
                continue;
            }

            if (property.Computed)
                walk.Expressions.Visit(property.Key, level);

            var key = property.Computed ? ConstantText.Of(property.Key) : PropertyKey.Of(property.Key);
            var full = name.Length == 0 || key is null ? key ?? "" : $"{name}.{key}";
            switch (value)
            {
                case FunctionExpression or ArrowFunctionExpression:
                    walk.Bodies.Unit(walk.Functions.AddMethod(value, key ?? "", full, literal, isGlobal && name.Length > 0, isExported), value, literal, level);
                    break;

                case ObjectExpression nested:
                    Object(nested, full, level, isGlobal, isExported, use, callee);
                    break;

                default:
                    walk.Expressions.Visit(value, level, key == "src" ? LoadUse.Src : value is ArrayExpression ? LoadUse.Other : use, callee);
                    if (name.Length > 0)
                        Expose(value, full, isGlobal, isExported);

                    break;
            }
        }
    }

    /// <summary>What a function returns that is run in place: the object that it makes is what the name means.</summary>
    private IEnumerable<Expression> ResultsOf(IFunction maker) =>
        maker.Body is Expression result ? [result]
        : walk.Facts.Returns.TryGetValue((Node)maker, out var returns) ? returns.Select(static r => r.Value)
        : [];

    /// <summary>The functions of a value get another name, by which others can call them.</summary>
    private void Expose(Node value, string name, bool isGlobal, bool isExported)
    {
        if (value is ObjectExpression literal)
        {
            foreach (var member in literal.Properties)
            {
                if (member is Property { Computed: false, Value: not ObjectExpression } property && PropertyKey.Of(property.Key) is { } key)
                    Expose(property.Value, $"{name}.{key}", isGlobal, isExported);
            }

            return;
        }

        foreach (var node in value is IFunction ? [value] : ScriptVariable.Of(value)?.Functions ?? [])
            walk.Functions.Expose(node, name, isGlobal, isExported);
    }
}
