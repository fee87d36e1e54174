using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Acornima;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>
/// Walks through a script as it runs, keeping what is known about consent. Functions that have a name are walked on
/// their own, as if nothing was known when they are called; functions without one run where they are written.
/// </summary>
internal sealed class ScriptWalker
{
    private readonly FunctionRegistry _functions;
    private readonly ScriptFacts _before;
    private readonly ScriptEvidence _evidence;
    private readonly CallbackReader _callbacks;
    private readonly LoadCollector _loads;
    private readonly ScriptWords _words;
    private readonly bool _isModule;
    private readonly ImmutableArray<ScriptCall>.Builder _calls = ImmutableArray.CreateBuilder<ScriptCall>();
    private readonly ImmutableArray<ScriptAssignment>.Builder _assignments = ImmutableArray.CreateBuilder<ScriptAssignment>();
    private readonly Stack<BreakTarget> _breaks = new();

    /// <summary>The function that is walked on its own.</summary>
    private ScriptFunction _unit;

    /// <summary>The innermost function, with a name or without.</summary>
    private Node? _function;

    /// <summary>The class or object whose method is walked.</summary>
    private Node? _this;

    public ScriptWalker(FunctionRegistry functions, ScriptFacts before, ScriptWords words, bool isModule)
    {
        _functions = functions;
        _before = before;
        _words = words;
        _isModule = isModule;
        _evidence = new ScriptEvidence(words, before);
        _callbacks = new CallbackReader(words, _evidence, before);
        _loads = new LoadCollector(before);
        _unit = functions.Script;
    }

    /// <summary>What this walk learned for the next one.</summary>
    public ScriptFacts Facts { get; } = new();

    public ImmutableArray<ScriptCall> Calls => _calls.ToImmutable();

    public ImmutableArray<ScriptAssignment> Assignments => _assignments.ToImmutable();

    public ImmutableArray<ScriptLoad> Loads => _loads.ToLoads();

    public void Walk(Program program) => Statements(program.Body, ConsentState.NotGranted);

    /// <summary>Walks a list; the result is what is known after it, or null when its end is not reached.</summary>
    private ConsentState? Statements(in NodeList<Statement> statements, ConsentState level)
    {
        // Functions are there before the first statement runs.
        foreach (var statement in statements)
        {
            var declaration = statement is ExportNamedDeclaration export ? export.Declaration : statement;
            if (declaration is FunctionDeclaration { Id: { } name } function)
                Declared(function, name, level);
        }

        ConsentState? current = level;
        foreach (var statement in statements)
        {
            var start = current ?? level;
            var end = Walk(statement, start);

            // What follows a return is still read, but it does not bring the end back into reach.
            if (current is not null)
                current = end;
        }

        return current;
    }

    private ConsentState? Walk(Statement statement, ConsentState level)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (statement)
        {
            case FunctionDeclaration or EmptyStatement or DebuggerStatement or ExportAllDeclaration:
                return level;

            case ExpressionStatement { Expression: var expression }:
                Visit(expression, level);
                return ConsentLattice.Higher(level, _callbacks.After(expression));

            case VariableDeclaration declaration:
                return Declaration(declaration, level);

            case IfStatement condition:
                return If(condition, level);

            case ReturnStatement { Argument: var result } returned:
                Returned(returned, result, level);
                return null;

            case ThrowStatement thrown:
                Visit(thrown.Argument, level);
                return null;

            case BlockStatement block:
                return Statements(block.Body, level);

            case BreakStatement leave:
                foreach (var target in _breaks)
                {
                    if (target.IsMeantBy(leave))
                    {
                        target.LeaveWith(level);
                        break;
                    }
                }

                return null;

            case ContinueStatement:
                return null;

            case LabeledStatement labeled:
                return Labeled(labeled, level);

            case SwitchStatement choice:
                return Switch(choice, level);

            case TryStatement attempt:
                return Try(attempt, level);

            case WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement:
                return Loop(statement, level, null);

            case WithStatement with:
                Visit(with.Object, level);
                return Walk(with.Body, level);

            case ImportDeclaration import:
                _loads.Add(import.Source, import.Source.Value, LoadUse.Import, new ScriptReach(_functions.Script, ConsentState.NotGranted), null);
                return level;

            case ExportNamedDeclaration { Declaration: { } exported }:
                return Walk(exported, level);

            case ExportDefaultDeclaration export:
                Exported(export, level);
                return level;

            case ClassDeclaration type:
                Class(type, type, type.Id?.Name ?? "default", type.Id, level);
                return level;

            default:
                VisitChildren(statement, level);
                return level;
        }
    }

    private void Declared(FunctionDeclaration function, Identifier name, ConsentState level)
    {
        var variable = ScopeBuilder.VariableOf(name);
        Unit(_functions.Add(function, name.Name, variable?.IsGlobal ?? false, variable?.IsExported ?? false), function, _this, level);
    }

    private void Exported(ExportDefaultDeclaration export, ConsentState level)
    {
        switch (export.Declaration)
        {
            case FunctionDeclaration { Id: { } name } function:
                Declared(function, name, level);
                break;

            case FunctionDeclaration function:
                Unit(_functions.Add(function, "default", isGlobal: false, isExported: true), function, _this, level);
                break;

            case ClassDeclaration type:
                Class(type, type, type.Id?.Name ?? "default", type.Id, level);
                break;

            case Expression expression:
                Named(expression, "default", level, isGlobal: false, isExported: true);
                break;
        }
    }

    private ConsentState? Declaration(VariableDeclaration declaration, ConsentState level)
    {
        foreach (var declarator in declaration.Declarations)
        {
            if (declarator.Init is not { } value)
                continue;

            Facts.Levels[declarator] = (level, _function);
            if (declarator.Id is Identifier name && ScopeBuilder.VariableOf(name) is { } variable)
            {
                Named(value, name.Name, level, variable.IsGlobal, variable.IsExported, variable);
                if (variable.IsGlobal && _unit.IsScript && PathReader.Of(name) is { } path)
                    Assigned(declarator, path, name, value, level);
            }
            else
            {
                Visit(declarator.Id, level);
                Visit(value, level);
            }
        }

        return level;
    }

    private ConsentState? If(IfStatement condition, ConsentState level)
    {
        Visit(condition.Test, level);
        var evidence = _evidence.Of(condition.Test);
        var whenTrue = Walk(condition.Consequent, ConsentLattice.Higher(level, evidence.WhenTrue));
        var otherwise = ConsentLattice.Higher(level, evidence.WhenFalse);
        return Meet(whenTrue, condition.Alternate is { } alternate ? Walk(alternate, otherwise) : otherwise);
    }

    private void Returned(Statement site, Expression? value, ConsentState level)
    {
        if (value is null)
            return;

        Facts.Levels[site] = (level, _function);
        if (_function is { } function)
        {
            if (!Facts.Returns.TryGetValue(function, out var returns))
                Facts.Returns.Add(function, returns = []);

            returns.Add((site, value));
        }

        Visit(value, level);
    }

    private ConsentState? Labeled(LabeledStatement labeled, ConsentState level)
    {
        if (labeled.Body is WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement)
            return Loop(labeled.Body, level, labeled.Label.Name);

        var target = new BreakTarget(labeled.Label.Name, needsLabel: true);
        _breaks.Push(target);
        var end = Walk(labeled.Body, level);
        _breaks.Pop();
        return Meet(end, target.Exit);
    }

    private ConsentState? Switch(SwitchStatement choice, ConsentState level)
    {
        Visit(choice.Discriminant, level);
        var target = new BreakTarget(null, needsLabel: false);
        _breaks.Push(target);
        ConsentState? before = null;
        var hasDefault = false;
        foreach (var section in choice.Cases)
        {
            var entry = level;
            if (section.Test is { } test)
            {
                Visit(test, level);
                var evidence = choice.Discriminant is BooleanLiteral { Value: true } ? _evidence.Of(test) : _evidence.OfComparison(choice.Discriminant, test);
                entry = ConsentLattice.Higher(level, evidence.WhenTrue);
            }
            else
            {
                hasDefault = true;
            }

            before = Statements(section.Consequent, before is { } through ? ConsentLattice.Lower(through, entry) : entry);
        }

        _breaks.Pop();
        return Meet(Meet(before, target.Exit), hasDefault ? null : level);
    }

    private ConsentState? Try(TryStatement attempt, ConsentState level)
    {
        var end = Walk(attempt.Block, level);
        if (attempt.Handler is { } handler)
            end = Meet(end, Walk(handler.Body, level));

        if (attempt.Finalizer is { } finalizer && Walk(finalizer, level) is null)
            return null;

        return end;
    }

    private ConsentState? Loop(Statement loop, ConsentState level, string? label)
    {
        var target = new BreakTarget(label, needsLabel: false);
        _breaks.Push(target);
        ConsentState? end = level;
        switch (loop)
        {
            case WhileStatement { Test: var test, Body: var body }:
                Visit(test, level);
                Walk(body, ConsentLattice.Higher(level, _evidence.Of(test).WhenTrue));
                end = ExitOf(test, level);
                break;

            case DoWhileStatement { Test: var test, Body: var body }:
                Walk(body, level);
                Visit(test, level);
                end = ExitOf(test, level);
                break;

            case ForStatement loopFor:
                if (loopFor.Init is VariableDeclaration declaration)
                    Declaration(declaration, level);
                else
                    Visit(loopFor.Init, level);

                Visit(loopFor.Test, level);
                Visit(loopFor.Update, level);
                Walk(loopFor.Body, loopFor.Test is { } condition ? ConsentLattice.Higher(level, _evidence.Of(condition).WhenTrue) : level);
                end = loopFor.Test is null ? null : ExitOf(loopFor.Test, level);
                break;

            case ForInStatement { Right: var right, Body: var body }:
                Visit(right, level);
                Walk(body, level);
                break;

            case ForOfStatement { Right: var right, Body: var body }:
                Visit(right, level);
                Walk(body, level);
                break;
        }

        _breaks.Pop();
        return Meet(end, target.Exit);
    }

    /// <summary>What is known when a loop ends because of its test; null for a loop without end.</summary>
    private ConsentState? ExitOf(Expression test, ConsentState level) =>
        test is BooleanLiteral { Value: true } or NumericLiteral { Value: 1 } ? null : ConsentLattice.Higher(level, _evidence.Of(test).WhenFalse);

    private static ConsentState? Meet(ConsentState? left, ConsentState? right) =>
        left is { } one && right is { } other ? ConsentLattice.Lower(one, other) : left ?? right;

    private void VisitChildren(Node node, ConsentState level)
    {
        foreach (var child in node.ChildNodes)
            Visit(child, level);
    }

    /// <param name="node">What runs.</param>
    /// <param name="level">What is known about consent.</param>
    /// <param name="use">What the value is used for.</param>
    /// <param name="callee">The call that it is given to, if it is.</param>
    private void Visit(Node? node, ConsentState level, LoadUse use = LoadUse.Other, ScriptPath? callee = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case null or Identifier or ThisExpression:
                return;

            case StringLiteral text:
                _loads.Add(text, text.Value, use, new ScriptReach(_unit, level), callee);
                return;

            case TemplateLiteral template:
                foreach (var quasi in template.Quasis)
                    _loads.Add(quasi, quasi.Value.Cooked, use == LoadUse.Import ? LoadUse.CallArgument : use, new ScriptReach(_unit, level), callee);

                foreach (var part in template.Expressions)
                    Visit(part, level, use == LoadUse.Import ? LoadUse.CallArgument : use, callee);

                return;

            case CallExpression call:
                Call(call, level);
                return;

            case NewExpression created:
                New(created, level);
                return;

            case AssignmentExpression assignment:
                Assignment(assignment, level);
                return;

            case LogicalExpression logical:
                Visit(logical.Left, level, use, callee);
                var left = _evidence.Of(logical.Left);
                Visit(logical.Right, logical.Operator switch
                {
                    Operator.LogicalAnd => ConsentLattice.Higher(level, left.WhenTrue),
                    Operator.LogicalOr => ConsentLattice.Higher(level, left.WhenFalse),
                    _ => level,
                }, use, callee);
                return;

            case ConditionalExpression conditional:
                Visit(conditional.Test, level);
                var test = _evidence.Of(conditional.Test);
                Visit(conditional.Consequent, ConsentLattice.Higher(level, test.WhenTrue), use, callee);
                Visit(conditional.Alternate, ConsentLattice.Higher(level, test.WhenFalse), use, callee);
                return;

            // A function that is kept somewhere: nobody knows when it runs.
            case FunctionExpression or ArrowFunctionExpression:
                Inline(node, ConsentLattice.Higher(level, ConsentState.Unknown));
                return;

            case ClassExpression type:
                Class(type, type, type.Id?.Name ?? "", null, level);
                return;

            case ObjectExpression literal:
                Object(literal, "", level, isGlobal: false, isExported: false, use, callee);
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

    private void Call(CallExpression call, ConsentState level)
    {
        var (immediate, skipped) = ScopeBuilder.Immediate(call);
        var name = immediate is null ? ScriptEvidence.NameOf(call.Callee) : null;
        var path = immediate is null ? PathReader.Of(call.Callee) ?? ScriptPath.None : ScriptPath.None;
        var arguments = call.Arguments;
        _calls.Add(new ScriptCall(ValueReader.SpanOf(call), path, ValueReader.SpanOf(call.Callee), new Lazy<ImmutableArray<ScriptValue>>(() => ValueReader.ArgumentsOf(arguments)))
        {
            Reached = ImmutableArray.Create(new ScriptReach(_unit, level)),
        });

        var called = (Node?)immediate;
        if (immediate is not null)
            Inline((Node)immediate, level);
        else
            Visit(call.Callee, level);

        // To bind a function is not to call it.
        if (immediate is null && name != "bind")
        {
            var (sure, possible) = _functions.Named(call.Callee, _this);
            foreach (var node in sure)
            {
                Called(node, level, isSure: true);
                if (name is not ("call" or "apply"))
                    NoteCall(node, call, level);
            }

            foreach (var node in possible)
                Called(node, level, isSure: false);

            called = sure.Count == 1 ? sure[0] : null;
            if (called is not null)
                Facts.Methods[call] = called;

            if (ScopeBuilder.VariableOf(call.Callee) is { Kind: ScriptVariableKind.Parameter } parameter)
                NoteCalled(parameter, level);

            if (call.Callee is Super && _this is IClass { SuperClass: { } parent } && FunctionRegistry.ClassOf(parent) is { } type)
                Called(type, level, isSure: true);
        }

        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var use = immediate is not null ? LoadUse.LoaderArgument : LoadCollector.OfArgument(call, name, i);
            Argument(call, i, called, immediate is null ? i : i - skipped, level, use, path);
        }
    }

    private void Argument(CallExpression call, int index, Node? called, int position, ConsentState level, LoadUse use, ScriptPath path)
    {
        var argument = call.Arguments[index];
        switch (argument)
        {
            case FunctionExpression or ArrowFunctionExpression:
                var callback = _callbacks.Of(call, position, called);
                Facts.Callbacks[argument] = callback;
                Inline(argument, ConsentLattice.Higher(level, callback.Floor));
                break;

            case ObjectExpression options:
                Options(options, call, level, use, path);
                break;

            default:
                Visit(argument, level, use, path);
                var (sure, possible) = argument is CallExpression { Callee: MemberExpression { Property: Identifier { Name: not "bind" } } } or CallExpression { Callee: not MemberExpression }
                    ? ([], [])
                    : _functions.Named(argument, _this);
                if (sure.Count + possible.Count == 0)
                    break;

                var passed = _callbacks.Of(call, position, called);
                foreach (var node in sure)
                {
                    Facts.Callbacks[node] = Facts.Callbacks.TryGetValue(node, out var other) && other != passed ? default : passed;
                    Called(node, ConsentLattice.Higher(level, passed.Floor), isSure: true);
                }

                foreach (var node in possible)
                    Called(node, ConsentLattice.Higher(level, passed.Floor), isSure: false);

                break;
        }
    }

    /// <summary>Functions among options are kept by the call, which runs them later.</summary>
    private void Options(ObjectExpression options, CallExpression call, ConsentState level, LoadUse use, ScriptPath path)
    {
        foreach (var member in options.Properties)
        {
            if (member is not Property { Value: var value } property)
            {
                VisitChildren(member, level);
                continue;
            }

            var key = property.Computed ? ConstantText.Of(property.Key) : ScopeBuilder.KeyText(property.Key);
            if (property.Computed)
                Visit(property.Key, level);

            if (value is FunctionExpression or ArrowFunctionExpression || (value is Identifier or MemberExpression && _functions.Named(value, _this).Sure.Count > 0))
            {
                var callback = _callbacks.OfOption(call.Callee, key ?? "");
                var floor = ConsentLattice.Higher(level, callback.Floor);
                if (value is IFunction)
                {
                    Facts.Callbacks[value] = callback;
                    Inline(value, floor);
                }
                else
                {
                    foreach (var node in _functions.Named(value, _this).Sure)
                        Called(node, floor, isSure: true);
                }
            }
            else if (value is ObjectExpression nested)
            {
                Options(nested, call, level, use, path);
            }
            else
            {
                Visit(value, level, key == "src" ? LoadUse.Src : value is ArrayExpression ? LoadUse.Other : use, path);
            }
        }
    }

    private void New(NewExpression created, ConsentState level)
    {
        var path = (PathReader.Of(created.Callee) ?? ScriptPath.None).AsInstance();
        var arguments = created.Arguments;
        _calls.Add(new ScriptCall(ValueReader.SpanOf(created), path, ValueReader.SpanOf(created.Callee), new Lazy<ImmutableArray<ScriptValue>>(() => ValueReader.ArgumentsOf(arguments)))
        {
            Reached = ImmutableArray.Create(new ScriptReach(_unit, level)),
        });

        Visit(created.Callee, level);
        if (FunctionRegistry.ClassOf(created.Callee) is { } type)
            Called(type, level, isSure: true);
        else
            foreach (var node in _functions.Named(created.Callee, _this).Sure)
                Called(node, level, isSure: true);

        var use = LoadCollector.IsDataCall(ScriptEvidence.NameOf(created.Callee)) ? LoadUse.Other : LoadUse.CallArgument;
        var runsAtOnce = created.Callee is Identifier { Name: "Promise", UserData: null };
        foreach (var argument in created.Arguments)
        {
            if (argument is IFunction)
                Inline(argument, runsAtOnce ? level : ConsentLattice.Higher(level, ConsentState.Unknown));
            else
                Visit(argument, level, argument is ArrayExpression ? LoadUse.Other : use, path);
        }
    }

    private void Assignment(AssignmentExpression assignment, ConsentState level)
    {
        Facts.Levels[assignment] = (level, _function);
        Visit(assignment.Left, level);
        var path = PathReader.Of(assignment.Left);
        if (assignment.Operator is Operator.Assignment or Operator.LogicalOrAssignment or Operator.NullishCoalescingAssignment
            && path is { Text.Length: > 0 }
            && (assignment.Left is MemberExpression || !path.IsLocal))
        {
            Assigned(assignment, path, assignment.Left, assignment.Right, level);
        }

        switch (assignment)
        {
            case { Left: MemberExpression target } when LoadCollector.IsScriptSource(target):
                Visit(assignment.Right, level);
                _loads.AddSource(assignment.Right, new ScriptReach(_unit, level));
                break;

            case { Left: MemberExpression target, Right: FunctionExpression or ArrowFunctionExpression } when _callbacks.OfHandler(target) is { } handler:
                Facts.Callbacks[assignment.Right] = handler;
                Inline(assignment.Right, ConsentLattice.Higher(level, handler.Floor));
                break;

            case { Left: MemberExpression target, Right: Identifier or MemberExpression } when _callbacks.OfHandler(target) is { } handler:
                foreach (var node in _functions.Named(assignment.Right, _this).Sure)
                    Called(node, ConsentLattice.Higher(level, handler.Floor), isSure: true);

                break;

            case { Left: MemberExpression target, Right: FunctionExpression or ArrowFunctionExpression or ObjectExpression or ClassExpression }:
                var owned = path ?? ScriptPath.None;
                var isExport = owned.Text == "module.exports" || owned.Text.StartsWith("exports.", StringComparison.Ordinal) || owned.Text.StartsWith("module.exports.", StringComparison.Ordinal);
                if (assignment.Right is IFunction && target.Object is ThisExpression && ScriptEvidence.NameOf(target) is { } key)
                    Unit(_functions.AddMethod(assignment.Right, key, key, _this, isGlobal: false, isExported: false), assignment.Right, _this, level);
                else if (assignment.Right is IFunction && owned.IsLocal && ScriptEvidence.NameOf(target) is { } member)
                    Unit(_functions.AddMethod(assignment.Right, member, owned.Text.Length > 0 ? owned.Text : member, FunctionRegistry.ClassOf(target.Object), isGlobal: false, isExported: isExport), assignment.Right, _this, level);
                else
                    Named(assignment.Right, owned.Text, level, isGlobal: !owned.IsLocal && !isExport, isExported: isExport);

                break;

            case { Left: MemberExpression { Object: var owner }, Right: Identifier exported } when ScopeBuilder.VariableOf(exported) is { } variable:
                foreach (var node in variable.Functions)
                    Expose(node, path, owner);

                break;

            case { Left: Identifier name }:
                var named = ScopeBuilder.VariableOf(name);
                Named(assignment.Right, name.Name, level, named?.IsGlobal ?? true, named?.IsExported ?? false, named);
                break;

            default:
                Visit(assignment.Right, level);
                break;
        }
    }

    /// <summary><c>window.load = load</c> lets the page call it, <c>module.exports = load</c> another module.</summary>
    private void Expose(Node node, ScriptPath? path, Expression owner)
    {
        if (_functions.Find(node) is not { } function || path is null)
            return;

        if (path.Text == "module.exports" || path.Text.StartsWith("exports.", StringComparison.Ordinal) || path.Text.StartsWith("module.exports.", StringComparison.Ordinal))
            function.IsExported = true;
        else if (!path.IsLocal && PathReader.Of(owner) == ScriptPath.Global)
            function.IsGlobal = true;
    }

    private void Assigned(Node site, ScriptPath path, Node target, Expression value, ConsentState level) =>
        _assignments.Add(new ScriptAssignment(ValueReader.SpanOf(site), path, ValueReader.SpanOf(target), new Lazy<ScriptValue>(() => ValueReader.Of(value)))
        {
            Reached = ImmutableArray.Create(new ScriptReach(_unit, level)),
        });

    /// <summary>A value that is given a name: its functions are called by it.</summary>
    private void Named(Expression value, string name, ConsentState level, bool isGlobal, bool isExported, ScriptVariable? variable = null)
    {
        switch (value)
        {
            case FunctionExpression or ArrowFunctionExpression:
                Unit(_functions.Add(value, name, isGlobal, isExported), value, _this, level);
                break;

            case ClassExpression type:
                Class(type, type, name, null, level, isGlobal, isExported);
                break;

            case ObjectExpression literal:
                Object(literal, name, level, isGlobal, isExported || (variable?.IsExported ?? false), LoadUse.Other, null);
                break;

            case LogicalExpression { Operator: Operator.LogicalOr or Operator.NullishCoalescing, Right: FunctionExpression or ArrowFunctionExpression or ObjectExpression } fallback:
                Visit(fallback.Left, level);
                Named(fallback.Right, name, level, isGlobal, isExported, variable);
                break;

            default:
                Visit(value, level);
                break;
        }
    }

    private void Object(ObjectExpression literal, string name, ConsentState level, bool isGlobal, bool isExported, LoadUse use, ScriptPath? callee)
    {
        foreach (var member in literal.Properties)
        {
            if (member is not Property { Value: var value } property)
            {
                VisitChildren(member, level);
                continue;
            }

            if (property.Computed)
                Visit(property.Key, level);

            var key = property.Computed ? ConstantText.Of(property.Key) : ScopeBuilder.KeyText(property.Key);
            var full = name.Length == 0 || key is null ? key ?? "" : $"{name}.{key}";
            switch (value)
            {
                case FunctionExpression or ArrowFunctionExpression:
                    Unit(_functions.AddMethod(value, key ?? "", full, literal, isGlobal && name.Length > 0, isExported), value, literal, level);
                    break;

                case ObjectExpression nested:
                    Object(nested, full, level, isGlobal, isExported, use, callee);
                    break;

                default:
                    Visit(value, level, key == "src" ? LoadUse.Src : value is ArrayExpression ? LoadUse.Other : use, callee);
                    if (isExported && value is Identifier)
                    {
                        foreach (var node in ScopeBuilder.VariableOf(value)?.Functions ?? [])
                        {
                            if (_functions.Find(node) is { } function)
                                function.IsExported = true;
                        }
                    }

                    break;
            }
        }
    }

    private void Class(Node node, IClass type, string name, Identifier? id, ConsentState level, bool isGlobal = false, bool isExported = false)
    {
        isExported |= ScopeBuilder.VariableOf(id)?.IsExported ?? false;
        isGlobal |= id is not null && !_isModule && ScopeBuilder.VariableOf(id) is { IsTopLevel: true };
        var creator = _functions.Add(node, name, isGlobal: isGlobal, isExported);
        creator.Creation = new ScriptReach(_unit, level);
        Visit(type.SuperClass, level);
        var hasConstructor = false;
        foreach (var element in type.Body.Body)
        {
            switch (element)
            {
                case MethodDefinition { Kind: PropertyKind.Constructor, Value: var constructor }:
                    hasConstructor = true;
                    Enter(creator, constructor, node);
                    break;

                case ClassProperty { Value: FunctionExpression or ArrowFunctionExpression } member:
                    var key = (member.Computed ? ConstantText.Of(member.Key) : ScopeBuilder.KeyText(member.Key)) ?? "";
                    Unit(_functions.AddMethod(member.Value!, key, $"{name}.{key}", node, isGlobal: isGlobal, isExported: isExported), member.Value!, node, level);
                    break;

                case ClassProperty { Static: true } member:
                    Visit(member.Value, level);
                    break;

                case ClassProperty member:
                    Within(creator, node, () => Visit(member.Value, ConsentState.NotGranted));
                    break;

                case StaticBlock block:
                    Statements(block.Body, level);
                    break;
            }
        }

        if (!hasConstructor && type.SuperClass is { } parent && FunctionRegistry.ClassOf(parent) is { } inherited)
            Within(creator, node, () => Called(inherited, ConsentState.NotGranted, isSure: true));
    }

    /// <summary>Walks a function with a name: it is made here, and called elsewhere.</summary>
    private void Unit(ScriptFunction unit, Node function, Node? thisObject, ConsentState level)
    {
        unit.Creation = new ScriptReach(_unit, level);
        Enter(unit, function, thisObject);
    }

    private void Enter(ScriptFunction unit, Node function, Node? thisObject) =>
        Within(unit, thisObject, () => Inline(function, ConsentState.NotGranted));

    private void Within(ScriptFunction unit, Node? thisObject, Action walk)
    {
        var (outerUnit, outerThis) = (_unit, _this);
        (_unit, _this) = (unit, thisObject);
        walk();
        (_unit, _this) = (outerUnit, outerThis);
    }

    /// <summary>Walks a function as a part of the one around it.</summary>
    private void Inline(Node node, ConsentState level)
    {
        var outer = _function;
        _function = node;
        var function = (IFunction)node;
        foreach (var parameter in function.Params)
            Visit(parameter, level);

        if (function.Body is BlockStatement body)
        {
            // A break cannot leave a function.
            var guard = new BreakTarget(null, needsLabel: false);
            _breaks.Push(guard);
            Statements(body.Body, level);
            _breaks.Pop();
        }
        else
        {
            Visit(function.Body, level);
        }

        _function = outer;
    }

    private void Called(Node node, ConsentState level, bool isSure)
    {
        if (_functions.Find(node) is not { } function)
            return;

        if (isSure)
            function.Callers.Add(new ScriptReach(_unit, level));
        else
            function.PossibleCallers.Add(new ScriptReach(_unit, ConsentLattice.Higher(level, ConsentState.Unknown)));
    }

    private void NoteCall(Node node, CallExpression call, ConsentState level)
    {
        if (!Facts.Calls.TryGetValue(node, out var calls))
            Facts.Calls.Add(node, calls = []);

        calls.Add((call, new ScriptReach(_unit, level)));
    }

    private void NoteCalled(ScriptVariable parameter, ConsentState level) =>
        Facts.CalledParameters[parameter] = Facts.CalledParameters.TryGetValue(parameter, out var known) ? ConsentLattice.Lower(known, level) : level;
}
