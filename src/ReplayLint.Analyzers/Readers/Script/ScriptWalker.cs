using System.Collections.Immutable;
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
    public ScriptWalker(FunctionRegistry functions, ScriptFacts before, ScriptWords words, bool isModule)
    {
        Functions = functions;
        IsModule = isModule;
        Unit = functions.Script;
        Evidence = new ScriptEvidence(words, before);
        Callbacks = new CallbackReader(words, Evidence, before);
        Loads = new LoadCollector(before);
        Statements = new StatementWalker(this);
        Branches = new BranchWalker(this);
        Expressions = new ExpressionWalker(this);
        CallExpressions = new CallWalker(this);
        AssignmentExpressions = new AssignmentWalker(this);
        NamedValues = new NamedValueWalker(this);
        Classes = new ClassWalker(this);
        Bodies = new FunctionWalker(this);
    }

    public FunctionRegistry Functions { get; }

    public bool IsModule { get; }

    /// <summary>What this walk learned for the next one.</summary>
    public ScriptFacts Facts { get; } = new();

    public ImmutableArray<ScriptCall>.Builder Calls { get; } = ImmutableArray.CreateBuilder<ScriptCall>();

    public ImmutableArray<ScriptAssignment>.Builder Assignments { get; } = ImmutableArray.CreateBuilder<ScriptAssignment>();

    public ImmutableArray<ScriptReference>.Builder References { get; } = ImmutableArray.CreateBuilder<ScriptReference>();

    /// <summary>The parts that are behind consent.</summary>
    public ImmutableArray<ScriptGuard>.Builder Guards { get; } = ImmutableArray.CreateBuilder<ScriptGuard>();

    public LoadCollector Loads { get; }

    public ScriptEvidence Evidence { get; }

    public CallbackReader Callbacks { get; }

    public StatementWalker Statements { get; }

    public BranchWalker Branches { get; }

    public ExpressionWalker Expressions { get; }

    public CallWalker CallExpressions { get; }

    public AssignmentWalker AssignmentExpressions { get; }

    public NamedValueWalker NamedValues { get; }

    public ClassWalker Classes { get; }

    public FunctionWalker Bodies { get; }

    /// <summary>The function that is walked on its own.</summary>
    public ScriptFunction Unit { get; set; }

    /// <summary>The innermost function, with a name or without.</summary>
    public Node? Function { get; set; }

    /// <summary>The class or object whose method is walked.</summary>
    public Node? This { get; set; }

    public void Walk(Program program) => Statements.Walk(program.Body, ConsentState.NotGranted);

    /// <summary>A function that is no script's own is handed over to what runs it at this level.</summary>
    public void HandedOver(Expression value, ConsentState level)
    {
        if (value is Identifier or MemberExpression && PathReader.Of(value) is { Text.Length: > 0, IsLocal: false } path)
            References.Add(new ScriptReference(ValueReader.SpanOf(value), path) { Reached = ImmutableArray.Create(ReachAt(level)) });
    }

    /// <summary>Notes what puts a part of the script behind consent, if it does.</summary>
    /// <param name="test">The condition, or what calls the part.</param>
    /// <param name="covered">The part; null for what comes after the test, up to the end of the function.</param>
    /// <param name="before">What is known without the test.</param>
    /// <param name="after">What is known with it.</param>
    public void Guarded(Node test, Node? covered, ConsentState before, ConsentState after)
    {
        if (after != ConsentState.Granted || before == ConsentState.Granted)
            return;

        var span = ValueReader.SpanOf(test);
        Guards.Add(new ScriptGuard(span, covered is null ? TextSpan.FromBounds(span.End, Function is null ? int.MaxValue : Function.End) : ValueReader.SpanOf(covered)));
    }

    public ScriptReach ReachAt(ConsentState level) => new(Unit, level);

    public void Called(Node node, ConsentState level, bool isSure)
    {
        if (Functions.Find(node) is not { } function)
            return;

        if (isSure)
            function.Callers.Add(ReachAt(level));
        else
            function.PossibleCallers.Add(ReachAt(ConsentLattice.Higher(level, ConsentState.Unknown)));
    }
}
