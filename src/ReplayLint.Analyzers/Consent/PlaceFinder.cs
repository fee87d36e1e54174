using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Consent;

/// <summary>
/// Finds a place while a body is run once more: notes the state at the smallest operation around it and, when asked, what a
/// value there says. Of several operations as small, the weakest counts.
/// </summary>
internal class PlaceFinder
{
    private int _length = int.MaxValue;

    private PlaceFinder(SyntaxNode place) => Place = place;

    public SyntaxNode Place { get; }

    /// <summary>The state found, or null.</summary>
    public ConsentState? State { get; private set; }

    /// <summary>The value asked for, or null when it was not met.</summary>
    public KnownValue? Found { get; private set; }

    /// <summary>The block in which the place, or the lambda around it, was found.</summary>
    public BasicBlock? Block { get; private set; }

    /// <summary>The block that is being run.</summary>
    public BasicBlock? Current { get; set; }

    /// <summary>The lambda in whose body the place is, or null.</summary>
    public IFlowAnonymousFunctionOperation? Lambda { get; private set; }

    /// <summary>The state where that lambda is created.</summary>
    public FlowState? LambdaState { get; private set; }

    public static PlaceFinder OfState(SyntaxNode place) => new(place);

    public static PlaceFinder OfValue(SyntaxNode expression) => new ValueFinder(expression);

    public static PlaceFinder OfWrite(SyntaxNode target) => new WriteFinder(target);

    public static PlaceFinder OfArgument(SyntaxNode call, int ordinal) => new ArgumentFinder(call, ordinal);

    /// <summary>Whether nothing can be found in a block whose operations stand within this text.</summary>
    public virtual bool CanSkip(TextSpan block) => !block.Contains(Place.Span);

    /// <summary>Called for each operation with the state just before it takes effect.</summary>
    public void Visit(IOperation operation, FlowState state, ValueEvidence values)
    {
        Look(operation, state, values);

        // A capture only carries a value that was computed elsewhere, under the syntax of that computation.
        var syntax = operation.Syntax;
        if (operation is IFlowCaptureOperation or IFlowCaptureReferenceOperation
            || syntax.SyntaxTree != Place.SyntaxTree
            || !syntax.Span.Contains(Place.Span))
            return;

        // The lambdas of a query have the syntax of their body.
        if (operation is IFlowAnonymousFunctionOperation lambda && (syntax != Place || syntax is not AnonymousFunctionExpressionSyntax))
        {
            Lambda = lambda;
            LambdaState = state.Copy();
        }

        if (syntax.Span.Length > _length)
            return;

        State = syntax.Span.Length == _length && State is { } found ? ConsentLattice.Lower(found, state.Level) : state.Level;
        _length = syntax.Span.Length;
        Block = Current;
    }

    /// <summary>Called for each write to a member, with what is written.</summary>
    public virtual void VisitWrite(IOperation target, KnownValue value)
    {
    }

    /// <summary>Goes on in the body of the lambda that was found.</summary>
    public void Enter()
    {
        Lambda = null;
        LambdaState = null;
    }

    /// <summary>Looks at an operation for the value asked for.</summary>
    protected virtual void Look(IOperation operation, FlowState state, ValueEvidence values)
    {
    }

    protected void Note(KnownValue value) => Found = Found is { } found ? KnownValue.Meet(found, value) : value;

    private sealed class ValueFinder(SyntaxNode expression) : PlaceFinder(expression)
    {
        protected override void Look(IOperation operation, FlowState state, ValueEvidence values)
        {
            if (operation.Syntax == Place)
                Note(KnownValue.Of(operation, values, state));
        }
    }

    private sealed class WriteFinder(SyntaxNode target) : PlaceFinder(target)
    {
        // What is written may have been captured in another block.
        public override bool CanSkip(TextSpan block) => false;

        public override void VisitWrite(IOperation target, KnownValue value)
        {
            if (target.Syntax == Place)
                Note(value);
        }
    }

    private sealed class ArgumentFinder(SyntaxNode call, int ordinal) : PlaceFinder(call)
    {
        protected override void Look(IOperation operation, FlowState state, ValueEvidence values)
        {
            if (operation.Syntax != Place || operation is not IInvocationOperation invocation)
                return;

            foreach (var argument in invocation.Arguments)
            {
                if (argument.Parameter?.Ordinal == ordinal)
                    Note(KnownValue.Of(argument.Value, values, state));
            }
        }
    }
}
