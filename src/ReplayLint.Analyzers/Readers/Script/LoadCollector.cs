using System.Collections.Immutable;
using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Collects the texts of a script that may name code, each with the use that says most.</summary>
internal sealed class LoadCollector(ScriptFacts facts)
{
    private const int MaximumSteps = 8;

    /// <summary>Ends the search in scripts that lead every name to every other.</summary>
    private int _remaining = 200_000;

    /// <summary>Calls that compare, keep or print what they are given.</summary>
    private static readonly HashSet<string> DataCalls = new(StringComparer.Ordinal)
    {
        "includes", "indexOf", "startsWith", "endsWith", "test", "match", "search", "split", "replace", "replaceAll", "push", "has", "add", "delete",
        "log", "warn", "error", "info", "debug", "trace", "Error", "alert", "postMessage", "setRequestHeader", "RegExp", "Set", "Map",
    };

    private readonly Dictionary<Node, (string Text, LoadUse Use, ScriptPath? Callee, List<ScriptReach> Reached)> _texts = [];

    /// <summary>What the argument of a call by that name is used for.</summary>
    public static LoadUse OfArgument(CallExpression call, string? name, int index)
    {
        if (name is "setAttribute" or "attr" or "setAttributeNS" && index > 0 && ConstantText.Of(call.Arguments[index - 1]) is "src")
            return LoadUse.Src;

        return name == "require" && call.Callee is Identifier { UserData: null } ? LoadUse.Import
            : name is not null && DataCalls.Contains(name) ? LoadUse.Other
            : LoadUse.CallArgument;
    }

    public static bool IsDataCall(string? name) => name is not null && DataCalls.Contains(name);

    public void Add(Node node, string? text, LoadUse use, ScriptReach reach, ScriptPath? callee)
    {
        if (text is null || (use != LoadUse.Import && !Address.IsLikely(text)))
            return;

        if (!_texts.TryGetValue(node, out var known) || known.Use < use)
            _texts[node] = (text, use, callee, [reach]);
        else if (known.Use == use && !known.Reached.Contains(reach))
            known.Reached.Add(reach);
    }

    /// <summary>The value becomes the source of an element: so do all texts that it is made of, wherever they are written.</summary>
    public void AddSource(Node? value, ScriptReach reach) => AddSource(value, LoadUse.Src, reach, 0);

    /// <summary>Whether the member is the source of an element that may be a script.</summary>
    public static bool IsScriptSource(MemberExpression target)
    {
        if (LastName.Of(target) != "src")
            return false;

        var element = target.Object is Identifier { UserData: ScriptVariable { Single: { } value } } ? value : target.Object;
        return element switch
        {
            NewExpression { Callee: Identifier { Name: "Image" } } => false,
            CallExpression { Arguments.Count: > 0 } created when LastName.Of(created.Callee) == "createElement" => ConstantText.Of(created.Arguments[0]) is null or "script" or "SCRIPT",
            _ => true,
        };
    }

    public ImmutableArray<ScriptLoad> ToLoads()
    {
        var loads = ImmutableArray.CreateBuilder<ScriptLoad>(_texts.Count);
        foreach (var pair in _texts)
        {
            var (text, use, callee, reached) = pair.Value;
            loads.Add(new ScriptLoad(ValueReader.SpanOf(pair.Key), text, use) { Callee = use == LoadUse.CallArgument ? callee : null, Reached = reached.ToImmutableArray() });
        }

        loads.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return loads.ToImmutable();
    }

    private void AddSource(Node? value, LoadUse use, ScriptReach reach, int steps)
    {
        if (steps > MaximumSteps || --_remaining < 0)
            return;

        switch (value)
        {
            case StringLiteral text:
                Add(text, text.Value, use, reach, null);
                break;

            case TemplateLiteral template:
                foreach (var quasi in template.Quasis)
                    Add(quasi, quasi.Value.Cooked, use, reach, null);

                foreach (var part in template.Expressions)
                    AddSource(part, use, reach, steps + 1);

                break;

            case NonLogicalBinaryExpression { Operator: Operator.Addition } sum:
                Expression rest = sum;
                while (rest is NonLogicalBinaryExpression { Operator: Operator.Addition } inner)
                {
                    AddSource(inner.Right, use, reach, steps + 1);
                    rest = inner.Left;
                }

                AddSource(rest, use, reach, steps + 1);
                break;

            case LogicalExpression logical:
                AddSource(logical.Left, use, reach, steps + 1);
                AddSource(logical.Right, use, reach, steps + 1);
                break;

            case ConditionalExpression conditional:
                AddSource(conditional.Consequent, use, reach, steps + 1);
                AddSource(conditional.Alternate, use, reach, steps + 1);
                break;

            case AssignmentExpression assignment:
                AddSource(assignment.Right, use, reach, steps + 1);
                break;

            case CallExpression call:
                foreach (var argument in call.Arguments)
                    AddSource(argument, use, reach, steps + 1);

                break;

            case MemberExpression { Object: Identifier { UserData: ScriptVariable { Single: ObjectExpression literal } } } member:
                foreach (var property in literal.Properties)
                {
                    if (property is Property { Computed: false } named && PropertyKey.Of(named.Key) == LastName.Of(member))
                        AddSource(named.Value, use, reach, steps + 1);
                }

                break;

            case Identifier { UserData: ScriptVariable variable }:
                AddVariable(variable, use, reach, steps + 1);
                break;
        }
    }

    private void AddVariable(ScriptVariable variable, LoadUse use, ScriptReach reach, int steps)
    {
        if (variable.Kind != ScriptVariableKind.Parameter)
        {
            foreach (var (_, value) in variable.Writes)
                AddSource(value, use, reach, steps);

            return;
        }

        if (variable.Argument is { } argument)
        {
            AddSource(argument, LoadUse.LoaderArgument, reach, steps);
        }
        else if (variable.Function is { } function && variable.Key is null && facts.Calls.TryGetValue(function, out var calls))
        {
            // What the function checks before holds as well as what its caller checks.
            foreach (var (call, caller) in calls)
            {
                if (variable.Index < call.Arguments.Count)
                    AddSource(call.Arguments[variable.Index], LoadUse.LoaderArgument, caller with { Level = ConsentLattice.Higher(caller.Level, reach.Level) }, steps);
            }
        }
    }
}
