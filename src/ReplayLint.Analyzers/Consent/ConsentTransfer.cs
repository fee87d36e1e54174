using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Consent;

/// <summary>What running an operation does to the state: passing a check, taking consent back, writing a variable.</summary>
internal sealed class ConsentTransfer
{
    /// <summary>No code is nested deeper than this except machine-made concatenations, which have no effect.</summary>
    private const int MaximumDepth = 400;

    private readonly ConsentGuards _guards;
    private readonly BodyOutline _outline;
    private readonly ValueSlots _slots;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<CaptureId, IOperation> _capturedTargets = [];
    private PlaceFinder? _finder;
    private int _seenStart;
    private int _seenEnd;

    public ConsentTransfer(ConsentGuards guards, BodyOutline outline, ValueSlots slots, MemberEvidence? members, CancellationToken cancellation)
    {
        _guards = guards;
        _outline = outline;
        _slots = slots;
        _cancellation = cancellation;
        Values = new ValueEvidence(guards, outline, slots, members);
    }

    public ValueEvidence Values { get; }

    /// <summary>The text from the first to the last of the operations that were run since <see cref="Begin"/>.</summary>
    public TextSpan Seen => _seenEnd < _seenStart ? default : TextSpan.FromBounds(_seenStart, _seenEnd);

    /// <summary>Called before a block is run.</summary>
    public void Begin()
    {
        _seenStart = int.MaxValue;
        _seenEnd = 0;
    }

    /// <summary>Runs an operation of a block on a state; a finder is shown each operation on the way.</summary>
    public void Apply(IOperation operation, FlowState state, PlaceFinder? finder)
    {
        _cancellation.ThrowIfCancellationRequested();
        _finder = finder;
        Apply(operation, state, depth: 0);
    }

    private void Apply(IOperation operation, FlowState state, int depth)
    {
        // The graph has split everything that is evaluated conditionally, so children simply run in order.
        if (depth < MaximumDepth)
        {
            foreach (var child in operation.ChildOperations)
                Apply(child, state, depth + 1);
        }

        var span = operation.Syntax.Span;
        _seenStart = Math.Min(_seenStart, span.Start);
        _seenEnd = Math.Max(_seenEnd, span.End);
        _finder?.Visit(operation, state, Values);
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation)
                    _capturedTargets[capture.Id] = capture.Value;

                Values.Capture(capture.Id, capture.Value);
                state.Assign(_slots.Of(capture.Id), Values.Of(capture.Value, state));
                break;

            case ISimpleAssignmentOperation assignment:
                if (assignment.Target is IPropertyReferenceOperation property && _guards.Revokes(property.Property))
                    Revoke(state);
                else
                    Assign(assignment.Target, assignment.Value, state);

                break;

            case ICompoundAssignmentOperation compound:
                Write(compound.Target, Values.OfCompound(compound, state), state);
                break;

            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value, state);
                break;

            case IIsPatternOperation test:
                Bind(test.Pattern, Values.Of(test.Value, state), test.Value, state);
                break;

            case IInvocationOperation call:
                Call(call, state);
                break;

            case IAwaitOperation awaited:
                state.Raise(EnsuredBy(awaited.Operation));
                break;

            case IArgumentOperation { Parameter.RefKind: RefKind.Ref } argument:
                Write(argument.Value, Evidence.None, state);
                break;
        }
    }

    private void Call(IInvocationOperation call, FlowState state)
    {
        var method = call.TargetMethod;
        if (_guards.Revokes(method))
            Revoke(state);

        // A task has checked nothing until it is waited for.
        if (ConsentTypes.WaitsForTask(method))
            state.Raise(EnsuredBy(call.Instance));
        else if (!ConsentTypes.IsTask(method.ReturnType))
            state.Raise(_guards.Ensured(method));

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;

            if (parameter.RefKind == RefKind.Out)
                Write(argument.Value, Values.OfOutput(call, argument, state), state);
            else if (parameter.Type.SpecialType == SpecialType.System_Boolean && Values.Of(argument.Value, state) is { IsNone: false } checkedValue)
                state.Raise(ConsentTypes.DoesNotReturnIf(parameter) switch { true => checkedValue.WhenFalse, false => checkedValue.WhenTrue, null => ConsentState.NotGranted });
        }
    }

    /// <summary>What is known once a task is done: what the call that made it ensures, through <c>ConfigureAwait</c> and the like.</summary>
    private ConsentState EnsuredBy(IOperation? task)
    {
        while (task is IInvocationOperation call && ConsentTypes.PassesTaskOn(call.TargetMethod))
            task = call.Instance;

        return task is IInvocationOperation made ? _guards.Ensured(made.TargetMethod) : ConsentState.NotGranted;
    }

    private void Revoke(FlowState state)
    {
        state.Revoke();
        _slots.Revoked();
    }

    private void Assign(IOperation target, IOperation value, FlowState state)
    {
        var evidence = Values.Of(value, state);
        if (evidence.IsNone && target is ILocalReferenceOperation { Local: { } local } && Values.IsOpaque(value))
            evidence = _guards.OfLocal(local, NameParts.None);

        Write(target, evidence, state, value);
    }

    private void Deconstruct(IOperation target, IOperation? value, FlowState state)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;

        if (target is not ITupleOperation targets)
        {
            Write(target, value is null ? Evidence.None : Values.Of(value, state), state, value);
            return;
        }

        var values = value is null ? null : ValueEvidence.WithoutConversions(value) as ITupleOperation;
        for (var i = 0; i < targets.Elements.Length; i++)
            Deconstruct(targets.Elements[i], values is not null && i < values.Elements.Length ? values.Elements[i] : null, state);
    }

    private void Bind(IPatternOperation pattern, Evidence value, IOperation? subject, FlowState state)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Write(symbol, value, state);
                break;

            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                    Write(whole, value, state);

                foreach (var part in recursive.PropertySubpatterns)
                    Bind(part.Pattern, subject is null ? Values.Of(part.Member, state) : Values.OfPart(part.Member, subject, state), part.Member, state);

                var elements = subject is null ? ImmutableArray<IOperation>.Empty : Values.ElementsOf(subject);
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    var element = i < elements.Length ? elements[i] : null;
                    Bind(recursive.DeconstructionSubpatterns[i], element is null ? Evidence.None : Values.Of(element, state), element, state);
                }

                break;

            case IListPatternOperation list:
                foreach (var part in list.Patterns)
                    Bind(part, Evidence.None, subject: null, state);

                break;

            case INegatedPatternOperation negated:
                Bind(negated.Pattern, value, subject, state);
                break;

            case IBinaryPatternOperation binary:
                Bind(binary.LeftPattern, value, subject, state);
                Bind(binary.RightPattern, value, subject, state);
                break;
        }
    }

    private void Write(IOperation target, Evidence evidence, FlowState state, IOperation? value = null)
    {
        if (target is IFlowCaptureReferenceOperation reference)
        {
            if (_capturedTargets.TryGetValue(reference.Id, out var captured))
                Write(captured, evidence, state, value);
        }
        else if (BodyOutline.VariableOf(target) is { } variable)
        {
            Write(variable, evidence, state);
            WriteElements(variable, value, state);
        }
        else if (Values.SlotOfElement(target) is { } element)
        {
            state.Assign(element, evidence);
        }
        else if (target is IMemberReferenceOperation)
        {
            _finder?.VisitWrite(target, new KnownValue(evidence, KnownValue.IsConstantNo(value)));
        }
    }

    private void WriteElements(ISymbol variable, IOperation? value, FlowState state)
    {
        if (variable is not ILocalSymbol { Type: INamedTypeSymbol { IsTupleType: true, TupleElements: var declared } } || _outline.IsShared(variable))
            return;

        var elements = value is null ? ImmutableArray<IOperation>.Empty : Values.ElementsOf(value);
        for (var i = 0; i < declared.Length; i++)
            state.Assign(_slots.Of(variable, i), i < elements.Length ? Values.Of(elements[i], state) : Evidence.None);
    }

    private void Write(ISymbol variable, Evidence evidence, FlowState state)
    {
        if (_outline.IsShared(variable))
            return;

        var slot = _slots.Of(variable);
        state.Assign(slot, evidence);
        _slots.Written(slot, state[slot]);
    }
}
