using Acornima;
using Acornima.Ast;

namespace ReplayLint.Catalog.Tests.Code;

/// <summary>Finds what a script says about the defaults of options.</summary>
internal sealed class DefaultReader(Constants constants, string package)
{
    private readonly List<DefaultStatement> _statements = [];

    public static IEnumerable<DefaultStatement> Read(Node program, Constants constants, string package)
    {
        var reader = new DefaultReader(constants, package);
        reader.Walk(program);
        return reader._statements;
    }

    private void Walk(Node program)
    {
        var pending = new Stack<(Node Node, string? Parent, bool InDefaults)>();
        pending.Push((program, null, false));
        while (pending.TryPop(out var next))
        {
            var (node, parent, inDefaults) = next;
            inDefaults |= NamesDefaults(node);
            Visit(node, parent, inDefaults);
            var overridden = Overridden(node);

            // The name of what a property is a part of.
            var below = node switch
            {
                Property property => NodeText.KeyName(property.Key),
                VariableDeclarator { Init: ObjectExpression, Id: Identifier name } => name.Name,
                AssignmentExpression { Right: ObjectExpression } assignment => NodeText.ReadName(assignment.Left),
                ObjectExpression or ObjectPattern or AssignmentPattern => parent,
                _ => null,
            };
            foreach (var child in node.ChildNodes)
                pending.Push((child, below, inDefaults || child == overridden || (overridden == node && child.Start < LastSpread(node))));
        }
    }

    private static bool NamesDefaults(Node node) => node switch
    {
        VariableDeclarator { Id: Identifier name } => SpeaksOfDefaults(name.Name),
        FunctionDeclaration { Id: { } name } => SpeaksOfDefaults(name.Name),
        Property property => NodeText.KeyName(property.Key) is { } key && SpeaksOfDefaults(key),
        MethodDefinition { Key: Identifier name } => SpeaksOfDefaults(name.Name),
        AssignmentExpression { Left: MemberExpression member } => NodeText.ReadName(member) is { } name && SpeaksOfDefaults(name),
        _ => false,
    };

    /// <summary>What holds unless something else is given: the first object of <c>Object.assign</c>, what stands before the dots, a parameter's default.</summary>
    private static Node? Overridden(Node node) => node switch
    {
        CallExpression { Arguments.Count: > 1 } call when NodeText.ReadName(call.Callee) is { } name && name.EndsWith("assign", StringComparison.Ordinal) => call.Arguments[0] as ObjectExpression,
        AssignmentPattern { Right: ObjectExpression whole } => whole,
        ObjectExpression literal when literal.Properties.Any(static property => property is SpreadElement) => literal,
        _ => null,
    };

    private static int LastSpread(Node node) => ((ObjectExpression)node).Properties.OfType<SpreadElement>().Last().Start;

    private static bool SpeaksOfDefaults(string name) => name.Contains("default", StringComparison.OrdinalIgnoreCase) && !name.Equals("default", StringComparison.Ordinal);

    private void Visit(Node node, string? parent, bool inDefaults)
    {
        switch (node)
        {
            case AssignmentProperty { Value: AssignmentPattern pattern } property when NodeText.KeyName(property.Key) is { } key:
                Add(key, parent, pattern.Right, DefaultForm.Replaces);
                break;

            case ObjectProperty property when NodeText.KeyName(property.Key) is { } key:
                if (property.Value is ObjectExpression { } schema && Entry(schema, "default") is { } stated)
                    Add(key, parent, stated, DefaultForm.Replaces);
                else
                    Add(key, parent, property.Value as Node, inDefaults ? DefaultForm.ListedAsDefault : DefaultForm.Listed);
                break;

            case PropertyDefinition { Key: Identifier key } field:
                Add(key.Name, null, field.Value, inDefaults ? DefaultForm.ListedAsDefault : DefaultForm.Listed);
                break;

            case AssignmentExpression { Operator: Operator.Assignment, Left: MemberExpression left } assignment when NodeText.ReadName(left) is { } name:
                Add(name, NodeText.ParentName(left), assignment.Right, inDefaults ? DefaultForm.ListedAsDefault : DefaultForm.Listed);
                break;

            case LogicalExpression { Operator: Operator.NullishCoalescing } choice:
                AddRead(choice.Left, choice.Right, DefaultForm.Replaces);
                break;

            case LogicalExpression { Operator: Operator.LogicalOr } choice:
                if (!ReadCompiledTruth(choice))
                    AddRead(choice.Left, choice.Right, DefaultForm.Replaces);
                break;

            case LogicalExpression { Operator: Operator.LogicalAnd } both:
                if (!ReadCompiledTruth(both))
                    ReadCondition(both.Left);
                break;

            case ConditionalExpression conditional:
                ReadConditional(conditional);
                ReadCondition(conditional.Test);
                break;

            case IfStatement statement:
                ReadCondition(statement.Test);
                break;

            case UnaryExpression { Operator: Operator.LogicalNot } not:
                ReadCondition(not.Argument);
                break;

            case BinaryExpression { Operator: Operator.StrictInequality or Operator.Inequality or Operator.StrictEquality or Operator.Equality } comparison:
                ReadComparison(comparison);
                break;
        }
    }

    /// <summary><c>x !== false</c> holds when nothing is given; <c>x === true</c> does not.</summary>
    private void ReadComparison(BinaryExpression comparison)
    {
        var (option, value) = NodeText.ReadName(comparison.Left) is null ? (comparison.Right, comparison.Left) : (comparison.Left, comparison.Right);
        var isUnequal = comparison.Operator is Operator.StrictInequality or Operator.Inequality;
        if (NodeText.Value(value, constants) is var text && (text == "false" && isUnequal || text == "true" && !isUnequal))
            Add(NodeText.ReadName(option), NodeText.ParentName(option), text == "false" ? "true" : "false", DefaultForm.Replaces);
    }

    /// <summary><c>null === (t = o.x) || void 0 === t || t</c> is true when nothing is given; <c>null !== (t = o.x) &amp;&amp; void 0 !== t &amp;&amp; t</c> is false.</summary>
    private bool ReadCompiledTruth(LogicalExpression choice)
    {
        var isOr = choice.Operator == Operator.LogicalOr;
        var test = choice.Left is LogicalExpression both && both.Operator == choice.Operator ? both.Left : null;
        if (test is not BinaryExpression first
            || first.Operator != (isOr ? Operator.StrictEquality : Operator.StrictInequality)
            || !(NodeText.IsNothing(first.Left) || NodeText.IsNothing(first.Right)))
        {
            return false;
        }

        var option = NodeText.IsNothing(first.Left) ? first.Right : first.Left;
        if (option is not AssignmentExpression { Left: Identifier kept } || choice.Right is not Identifier given || given.Name != kept.Name)
            return false;

        Add(NodeText.ReadName(option), NodeText.ParentName(option), isOr ? "true" : "false", DefaultForm.Replaces);
        return true;
    }

    /// <summary>One branch is the option, or what stands for it, the other a value: <c>x === undefined ? value : x</c>.</summary>
    private void ReadConditional(ConditionalExpression conditional)
    {
        foreach (var (given, otherwise) in new[] { (conditional.Consequent, conditional.Alternate), (conditional.Alternate, conditional.Consequent) })
        {
            if (NodeText.Value(otherwise, constants) is null)
                continue;

            var option = NodeText.ReadName(given) is { } name && Mentions(conditional.Test, name) ? given : AssignedIn(conditional.Test, given);
            if (option is not null)
                AddRead(option, otherwise, DefaultForm.Replaces);
        }
    }

    /// <summary>What the test keeps in a variable for the branch: <c>(t = o.x) !== null &amp;&amp; t !== void 0 ? t : value</c>.</summary>
    private static Node? AssignedIn(Node test, Node given) =>
        given is Identifier variable
            ? test.DescendantNodesAndSelf().OfType<AssignmentExpression>().FirstOrDefault(assignment => assignment.Left is Identifier left && left.Name == variable.Name)?.Right
            : null;

    private static bool Mentions(Node test, string name) => test.DescendantNodesAndSelf().Any(node => NodeText.ReadName(node) == name);

    private void ReadCondition(Node condition)
    {
        if (condition is MemberExpression or ChainExpression or Identifier)
            Add(NodeText.ReadName(condition), NodeText.ParentName(condition), "false", DefaultForm.Condition);
    }

    private static Node? Entry(ObjectExpression schema, string name) =>
        schema.Properties.OfType<ObjectProperty>().FirstOrDefault(property => NodeText.KeyName(property.Key) == name)?.Value;

    private void AddRead(Node option, Node value, DefaultForm form) => Add(NodeText.ReadName(option), NodeText.ParentName(option), value, form);

    private void Add(string? option, string? parent, Node? value, DefaultForm form) => Add(option, parent, NodeText.Value(value, constants), form);

    private void Add(string? option, string? parent, string? value, DefaultForm form)
    {
        if (option is not null && value is not null)
            _statements.Add(new DefaultStatement(option, parent, value, form, package));
    }
}
