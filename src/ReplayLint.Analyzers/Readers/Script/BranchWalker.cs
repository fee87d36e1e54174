using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through statements that go one of several ways, or one way several times. Each result is what is known after it, or null when its end is not reached.</summary>
internal sealed class BranchWalker(ScriptWalker walk)
{
    private readonly Stack<BreakTarget> _breaks = new();

    /// <summary>A <c>break</c> at this state.</summary>
    public void Leave(BreakStatement leave, ConsentState level)
    {
        foreach (var target in _breaks)
        {
            if (target.IsMeantBy(leave))
            {
                target.LeaveWith(level);
                break;
            }
        }
    }

    /// <summary>Walks the body of a function, which a <c>break</c> cannot leave.</summary>
    public void Enclose(BlockStatement body, ConsentState level)
    {
        _breaks.Push(new BreakTarget(null, needsLabel: false));
        walk.Statements.Walk(body.Body, level);
        _breaks.Pop();
    }

    public ConsentState? If(IfStatement condition, ConsentState level)
    {
        walk.Expressions.Visit(condition.Test, level);
        var evidence = walk.Evidence.Of(condition.Test);
        var whenTrue = walk.Statements.Walk(condition.Consequent, ConsentLattice.Higher(level, evidence.WhenTrue));
        var otherwise = ConsentLattice.Higher(level, evidence.WhenFalse);
        walk.Guarded(condition.Test, condition.Consequent, level, evidence.WhenTrue);
        if (condition.Alternate is not null)
            walk.Guarded(condition.Test, condition.Alternate, level, evidence.WhenFalse);

        var end = Meet(whenTrue, condition.Alternate is { } alternate ? walk.Statements.Walk(alternate, otherwise) : otherwise);
        walk.Guarded(condition.Test, covered: null, level, end ?? level);
        return end;
    }

    public ConsentState? Labeled(LabeledStatement labeled, ConsentState level)
    {
        if (labeled.Body is WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement)
            return Loop(labeled.Body, level, labeled.Label.Name);

        var target = new BreakTarget(labeled.Label.Name, needsLabel: true);
        _breaks.Push(target);
        var end = walk.Statements.Walk(labeled.Body, level);
        _breaks.Pop();
        return Meet(end, target.Exit);
    }

    public ConsentState? Switch(SwitchStatement choice, ConsentState level)
    {
        walk.Expressions.Visit(choice.Discriminant, level);
        var target = new BreakTarget(null, needsLabel: false);
        _breaks.Push(target);
        ConsentState? before = null;
        var hasDefault = false;
        foreach (var section in choice.Cases)
        {
            var entry = level;
            if (section.Test is { } test)
            {
                walk.Expressions.Visit(test, level);
                var evidence = choice.Discriminant is BooleanLiteral { Value: true } ? walk.Evidence.Of(test) : walk.Evidence.Comparisons.Compared(choice.Discriminant, test);
                entry = ConsentLattice.Higher(level, evidence.WhenTrue);
            }
            else
            {
                hasDefault = true;
            }

            before = walk.Statements.Walk(section.Consequent, before is { } through ? ConsentLattice.Lower(through, entry) : entry);
        }

        _breaks.Pop();
        return Meet(Meet(before, target.Exit), hasDefault ? null : level);
    }

    public ConsentState? Try(TryStatement attempt, ConsentState level)
    {
        var end = walk.Statements.Walk(attempt.Block, level);
        if (attempt.Handler is { } handler)
            end = Meet(end, walk.Statements.Walk(handler.Body, level));

        if (attempt.Finalizer is { } finalizer && walk.Statements.Walk(finalizer, level) is null)
            return null;

        return end;
    }

    public ConsentState? Loop(Statement loop, ConsentState level, string? label)
    {
        var target = new BreakTarget(label, needsLabel: false);
        _breaks.Push(target);
        ConsentState? end = level;
        switch (loop)
        {
            case WhileStatement { Test: var test, Body: var body }:
                walk.Expressions.Visit(test, level);
                walk.Statements.Walk(body, ConsentLattice.Higher(level, walk.Evidence.Of(test).WhenTrue));
                end = ExitOf(test, level);
                break;

            case DoWhileStatement { Test: var test, Body: var body }:
                walk.Statements.Walk(body, level);
                walk.Expressions.Visit(test, level);
                end = ExitOf(test, level);
                break;

            case ForStatement loopFor:
                if (loopFor.Init is VariableDeclaration declaration)
                    walk.Statements.Declaration(declaration, level);
                else
                    walk.Expressions.Visit(loopFor.Init, level);

                walk.Expressions.Visit(loopFor.Test, level);
                walk.Expressions.Visit(loopFor.Update, level);
                walk.Statements.Walk(loopFor.Body, loopFor.Test is { } condition ? ConsentLattice.Higher(level, walk.Evidence.Of(condition).WhenTrue) : level);
                end = loopFor.Test is null ? null : ExitOf(loopFor.Test, level);
                break;

            case ForInStatement { Right: var right, Body: var body }:
                walk.Expressions.Visit(right, level);
                walk.Statements.Walk(body, level);
                break;

            case ForOfStatement { Right: var right, Body: var body }:
                walk.Expressions.Visit(right, level);
                walk.Statements.Walk(body, level);
                break;
        }

        _breaks.Pop();
        return Meet(end, target.Exit);
    }

    /// <summary>What is known when a loop ends because of its test; null for a loop without end.</summary>
    private ConsentState? ExitOf(Expression test, ConsentState level) =>
        test is BooleanLiteral { Value: true } or NumericLiteral { Value: 1 } ? null : ConsentLattice.Higher(level, walk.Evidence.Of(test).WhenFalse);

    private static ConsentState? Meet(ConsentState? left, ConsentState? right) =>
        left is { } one && right is { } other ? ConsentLattice.Lower(one, other) : left ?? right;
}
