using System.Collections.Immutable;
using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through assignments: what is written, and by which name a function is known from then on.</summary>
internal sealed class AssignmentWalker(ScriptWalker walk)
{
    public void Visit(AssignmentExpression assignment, ConsentState level)
    {
        walk.Facts.Levels[assignment] = (level, walk.Function);
        walk.Expressions.Visit(assignment.Left, level);
        var path = PathReader.Of(assignment.Left);
        if (assignment.Operator is Operator.Assignment or Operator.LogicalOrAssignment or Operator.NullishCoalescingAssignment
            && path is { Text.Length: > 0 }
            && (assignment.Left is MemberExpression || !path.IsLocal))
        {
            Note(assignment, path, assignment.Left, assignment.Right, level);
        }

        if (path is { Text: "document.cookie" })
            walk.Facts.Cookies.Add((assignment, walk.Function));

        switch (assignment)
        {
            case { Left: MemberExpression target } when LoadCollector.IsScriptSource(target):
                walk.Expressions.Visit(assignment.Right, level);
                walk.Loads.AddSource(assignment.Right, walk.ReachAt(level));
                break;

            case { Left: MemberExpression target, Right: FunctionExpression or ArrowFunctionExpression } when walk.Callbacks.OfHandler(target) is { } handler:
                walk.Facts.Callbacks[assignment.Right] = handler;
                walk.Bodies.Inline(assignment.Right, ConsentLattice.Higher(level, handler.Floor));
                break;

            case { Left: MemberExpression target, Right: Identifier or MemberExpression } when walk.Callbacks.OfHandler(target) is { } handler:
                var handlers = walk.Functions.Named(assignment.Right, walk.This).Sure;
                foreach (var node in handlers)
                    walk.Called(node, ConsentLattice.Higher(level, handler.Floor), isSure: true);

                if (handlers.Count == 0)
                    walk.HandedOver(assignment.Right, ConsentLattice.Higher(level, handler.Floor));

                break;

            case { Left: MemberExpression target, Right: FunctionExpression or ArrowFunctionExpression or ObjectExpression or ClassExpression }:
                var owned = path ?? ScriptPath.None;
                var isExport = IsExport(owned);
                if (assignment.Right is IFunction && target.Object is ThisExpression && LastName.Of(target) is { } key)
                    walk.Bodies.Unit(walk.Functions.AddMethod(assignment.Right, key, key, walk.This, isGlobal: false, isExported: false), assignment.Right, walk.This, level);
                else if (assignment.Right is IFunction && owned.IsLocal && LastName.Of(target) is { } member)
                    walk.Bodies.Unit(walk.Functions.AddMethod(assignment.Right, member, owned.Text.Length > 0 ? owned.Text : member, FunctionRegistry.ClassOf(target.Object), isGlobal: false, isExported: isExport), assignment.Right, walk.This, level);
                else
                    walk.NamedValues.Visit(assignment.Right, owned.Text, level, isGlobal: !owned.IsLocal && !isExport, isExported: isExport);

                break;

            case { Left: MemberExpression, Right: Identifier exported } when ScriptVariable.Of(exported) is { } variable:
                foreach (var node in variable.Functions)
                    Expose(node, path);

                break;

            case { Left: MemberExpression, Right: CallExpression made } when path is not null && ImmediateCall.Of(made).Function is not null:
                walk.NamedValues.Visit(made, path.Text, level, isGlobal: !path.IsLocal && !IsExport(path), isExported: IsExport(path));
                break;

            case { Left: Identifier name }:
                var named = ScriptVariable.Of(name);
                walk.NamedValues.Visit(assignment.Right, name.Name, level, named?.IsGlobal ?? true, named?.IsExported ?? false, named);
                break;

            default:
                walk.Expressions.Visit(assignment.Right, level);
                break;
        }
    }

    public void Note(Node site, ScriptPath path, Node target, Expression value, ConsentState level) =>
        walk.Assignments.Add(new ScriptAssignment(ValueReader.SpanOf(site), path, ValueReader.SpanOf(target), new Lazy<ScriptValue>(() => ValueReader.Of(value)))
        {
            Reached = ImmutableArray.Create(walk.ReachAt(level)),
        });

    /// <summary><c>window.load = load</c> lets the page call it, <c>module.exports = load</c> another module.</summary>
    private void Expose(Node node, ScriptPath? path)
    {
        if (path is null)
            return;

        var isExport = IsExport(path);
        walk.Functions.Expose(node, path.Text, isGlobal: !isExport && !path.IsLocal, isExport);
    }

    private static bool IsExport(ScriptPath path) =>
        path.Text == "module.exports" || path.Text.StartsWith("exports.", StringComparison.Ordinal) || path.Text.StartsWith("module.exports.", StringComparison.Ordinal);
}
