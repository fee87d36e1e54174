using System.Runtime.CompilerServices;
using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through the expressions of a statement as they are evaluated.</summary>
internal sealed class ExpressionWalker(ScriptWalker walk)
{
    /// <param name="node">What runs.</param>
    /// <param name="level">What is known about consent.</param>
    /// <param name="use">What the value is used for.</param>
    /// <param name="callee">The call that it is given to, if it is.</param>
    public void Visit(Node? node, ConsentState level, LoadUse use = LoadUse.Other, ScriptPath? callee = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case null or Identifier or ThisExpression:
                return;

            case StringLiteral text:
                walk.Loads.Add(text, text.Value, use, walk.ReachAt(level), callee);
                return;

            case TemplateLiteral template:
                foreach (var quasi in template.Quasis)
                    walk.Loads.Add(quasi, quasi.Value.Cooked, use == LoadUse.Import ? LoadUse.CallArgument : use, walk.ReachAt(level), callee);

                foreach (var part in template.Expressions)
                    Visit(part, level, use == LoadUse.Import ? LoadUse.CallArgument : use, callee);

                return;

            case CallExpression call:
                walk.CallExpressions.Call(call, level);
                return;

            case NewExpression created:
                walk.CallExpressions.New(created, level);
                return;

            case AssignmentExpression assignment:
                walk.AssignmentExpressions.Visit(assignment, level);
                return;

            case LogicalExpression logical:
                Visit(logical.Left, level, use, callee);
                var left = walk.Evidence.Of(logical.Left);
                var learned = logical.Operator switch
                {
                    Operator.LogicalAnd => left.WhenTrue,
                    Operator.LogicalOr => left.WhenFalse,
                    _ => ConsentState.NotGranted,
                };
                walk.Guarded(logical.Left, logical.Right, level, learned);
                Visit(logical.Right, ConsentLattice.Higher(level, learned), use, callee);
                return;

            case ConditionalExpression conditional:
                Visit(conditional.Test, level);
                var test = walk.Evidence.Of(conditional.Test);
                walk.Guarded(conditional.Test, conditional.Consequent, level, test.WhenTrue);
                walk.Guarded(conditional.Test, conditional.Alternate, level, test.WhenFalse);
                Visit(conditional.Consequent, ConsentLattice.Higher(level, test.WhenTrue), use, callee);
                Visit(conditional.Alternate, ConsentLattice.Higher(level, test.WhenFalse), use, callee);
                return;

            // A function that is kept somewhere: nobody knows when it runs.
            case FunctionExpression or ArrowFunctionExpression:
                walk.Bodies.Inline(node, ConsentLattice.Higher(level, ConsentState.Unknown));
                return;

            case ClassExpression type:
                walk.Classes.Visit(type, type, type.Id?.Name ?? "", null, level);
                return;

            case ObjectExpression literal:
                walk.NamedValues.Object(literal, "", level, isGlobal: false, isExported: false, use, callee);
                return;

            case NonLogicalBinaryExpression { Operator: Operator.Addition } sum:
                Visit(sum.Left, level, use, callee);
                Visit(sum.Right, level, use, callee);
                return;

            case ImportExpression import:
                Visit(import.Source, level, LoadUse.Import);
                return;

            case SequenceExpression or ChainExpression or ParenthesizedExpression or AwaitExpression:
                foreach (var child in node.ChildNodes)
                    Visit(child, level, use, callee);

                return;

            case MemberExpression member:
                Visit(member.Object, level);
                if (member.Computed)
                    Visit(member.Property, level);

                return;

            default:
                VisitChildren(node, level);
                return;
        }
    }

    public void VisitChildren(Node node, ConsentState level)
    {
        foreach (var child in node.ChildNodes)
            Visit(child, level);
    }
}
