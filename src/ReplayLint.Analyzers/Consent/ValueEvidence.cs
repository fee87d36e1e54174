using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>What the value of an operation says about consent in a given state. Changes nothing.</summary>
internal sealed class ValueEvidence
{
    private const int MaximumDepth = 400;

    private readonly ConsentGuards _guards;
    private readonly BodyOutline _outline;
    private readonly ValueSlots _slots;
    private readonly MemberEvidence? _members;
    private readonly PatternEvidence _patterns;
    private readonly Dictionary<CaptureId, IOperation> _captured = [];

    public ValueEvidence(ConsentGuards guards, BodyOutline outline, ValueSlots slots, MemberEvidence? members)
    {
        _members = members;
        _guards = guards;
        _outline = outline;
        _slots = slots;
        _patterns = new PatternEvidence(guards, this);
    }

    public Evidence Of(IOperation operation, FlowState state) => Of(operation, state, depth: 0).AtLeast(state.Level);

    /// <summary>The evidence of a member that a pattern reads from its subject.</summary>
    public Evidence OfPart(IOperation member, IOperation subject, FlowState state) =>
        member is IMemberReferenceOperation { Member: { } symbol }
            ? OrOfMember(_guards.OfMember(member, Captured(subject)), member, symbol).AtLeast(state.Level)
            : Of(member, state);

    /// <summary>The elements of a tuple that is written out; none of any other value.</summary>
    public ImmutableArray<IOperation> ElementsOf(IOperation value) =>
        Captured(value) is ITupleOperation tuple ? tuple.Elements : ImmutableArray<IOperation>.Empty;

    /// <summary>Notes what a flow capture holds.</summary>
    public void Capture(CaptureId id, IOperation value) => _captured[id] = value;

    /// <summary>The slot of a tuple's element that is kept in a local, or null.</summary>
    public int? SlotOfElement(IOperation operation) =>
        operation is IFieldReferenceOperation { Instance: ILocalReferenceOperation { Local: var local }, Field: { ContainingType.IsTupleType: true } field } && !_outline.IsShared(local)
            ? IndexOf(field) is { } index ? _slots.Of(local, index) : null
            : null;

    /// <summary>The evidence of the variable after <c>target op= value</c>.</summary>
    public Evidence OfCompound(ICompoundAssignmentOperation operation, FlowState state)
    {
        var before = Of(operation.Target, state);
        var value = Of(operation.Value, state);
        return operation.OperatorKind switch
        {
            BinaryOperatorKind.And => Evidence.And(before, value),
            BinaryOperatorKind.Or => Evidence.Or(before, value),
            _ => Evidence.None,
        };
    }

    /// <summary>The evidence of what a call writes to an <c>out</c> argument.</summary>
    public Evidence OfOutput(IInvocationOperation call, IArgumentOperation output, FlowState state)
    {
        if (call.TargetMethod.Name == "TryParse" && call.Arguments.Length > 0 && ConsentTypes.IsSystem(call.TargetMethod.ContainingType))
            return Parsed(call.Arguments[0].Value, state, depth: 0).AtLeast(state.Level);

        return _guards.OfOutput(call, output).AtLeast(state.Level);
    }

    /// <summary>
    /// Whether only the name of a variable can tell what the value means: it comes from a member, or compares one with a constant.
    /// </summary>
    public bool IsOpaque(IOperation value)
    {
        value = WithoutConversions(value);
        if (value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison)
        {
            if (comparison.RightOperand.ConstantValue.HasValue)
                value = WithoutConversions(comparison.LeftOperand);
            else if (comparison.LeftOperand.ConstantValue.HasValue)
                value = WithoutConversions(comparison.RightOperand);
        }

        return !value.ConstantValue.HasValue
            && value is IInvocationOperation or IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation
            && !_guards.IsRefused(value);
    }

    /// <summary>The operation below conversions, parentheses and <c>await</c>.</summary>
    public static IOperation WithoutConversions(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;

                case IParenthesizedOperation parentheses:
                    operation = parentheses.Operand;
                    break;

                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;

                default:
                    return operation;
            }
        }
    }

    private Evidence Of(IOperation operation, FlowState state, int depth)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant switch
            {
                null => Evidence.Vacuous,
                bool truth => Evidence.OfConstant(truth),
                string text when !_guards.IsYes(text) => Evidence.Vacuous,
                _ => Evidence.None,
            };
        }

        if (depth == MaximumDepth)
            return Evidence.None;

        depth++;
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local }:
                return _outline.IsShared(local) ? Evidence.None : state[_slots.Of(local)];

            case IParameterReferenceOperation { Parameter: var parameter }:
                return _outline.IsShared(parameter) ? Evidence.None
                    : _outline.IsWritten(parameter) ? state[_slots.Of(parameter)]
                    : Evidence.Either(state[_slots.Of(parameter)], OrOfMember(_guards.OfParameter(parameter), operation, parameter));

            case IFlowCaptureReferenceOperation reference:
                return state[_slots.Of(reference.Id)];

            case IConversionOperation conversion:
                return conversion.OperatorMethod is null || ConsentTypes.IsText(conversion.Operand.Type) ? Of(conversion.Operand, state, depth) : Evidence.None;

            case IParenthesizedOperation parentheses:
                return Of(parentheses.Operand, state, depth);

            case IAwaitOperation awaited:
                return Of(awaited.Operation, state, depth);

            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, state, depth);

            case ICompoundAssignmentOperation { Target: { } target }:
                return Of(target, state, depth);

            case IDefaultValueOperation { Type: { } type } when type.IsReferenceType || ConsentTypes.IsNullable(type):
                return Evidence.Vacuous;

            case IDynamicMemberReferenceOperation or IInvalidOperation:
                return _guards.OfUnbound(operation);

            // A dynamic condition is asked whether it is true.
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.True, OperatorMethod: null } asked:
                return Of(asked.Operand, state, depth);

            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Of(not.Operand, state, depth).Negated;

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.And, OperatorMethod: null } and:
                return Evidence.And(Of(and.LeftOperand, state, depth), Of(and.RightOperand, state, depth));

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Or, OperatorMethod: null } or:
                return Evidence.Or(Of(or.LeftOperand, state, depth), Of(or.RightOperand, state, depth));

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals:
                return Compared(equals.LeftOperand, equals.RightOperand, state);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } differs:
                return Compared(differs.LeftOperand, differs.RightOperand, state).Negated;

            case IIsPatternOperation test:
                return _patterns.Of(test.Pattern, Of(test.Value, state, depth), test.Value, state);

            case IPropertyReferenceOperation { Instance: { } instance } property when ConsentTypes.IsValueInside(property.Property):
                return Of(instance, state, depth);

            case IFieldReferenceOperation when SlotOfElement(operation) is { } slot:
                return state[slot];

            case IPropertyReferenceOperation or IFieldReferenceOperation:
                return OrOfMember(_guards.OfMember(operation), operation, ((IMemberReferenceOperation)operation).Member);

            case IInvocationOperation call:
                return OfCall(call, state, depth);

            default:
                return Evidence.None;
        }
    }

    private Evidence OfCall(IInvocationOperation call, FlowState state, int depth)
    {
        var method = call.TargetMethod;
        if (ConsentTypes.IsSystem(method.ContainingType))
        {
            var arguments = call.Arguments;
            switch (method.Name)
            {
                case "ConfigureAwait" or "AsTask" or "GetAwaiter" or "GetResult" or "WaitAsync" or "Preserve" when call.Instance is { } task:
                    return Of(task, state, depth);

                case "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Trim" or "ToString" when call.Instance is { } text:
                    return Of(text, state, depth);

                // Without an argument, or with false, a missing answer is no.
                case "GetValueOrDefault" when call.Instance is { } nullable && ConsentTypes.IsNullable(method.ContainingType):
                    return arguments.IsEmpty ? Of(nullable, state, depth) : Evidence.Meet(Of(nullable, state, depth), Of(arguments[0].Value, state, depth));

                case "FromResult" when arguments.Length == 1:
                    return Of(arguments[0].Value, state, depth);

                case "Parse" or "ToBoolean" when ConsentTypes.IsTruth(method.ReturnType) && arguments.Length > 0:
                    return Parsed(arguments[0].Value, state, depth);

                case "Equals" when call.Instance is { } left && arguments.Length > 0:
                    return Compared(left, arguments[0].Value, state);

                case "Equals" when call.Instance is null && arguments.Length > 1:
                    return Compared(arguments[0].Value, arguments[1].Value, state);

                case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when arguments.Length == 1:
                    return Missing(Of(arguments[0].Value, state, depth));
            }
        }

        return OrOfMember(_guards.OfMember(call), call, method);
    }

    /// <summary>What a member is declared to be or called, or else what it does.</summary>
    private Evidence OrOfMember(Evidence named, IOperation reference, ISymbol member) =>
        _members is null || named.WhenTrue == ConsentState.Granted || _guards.IsSettled(reference, member) ? named : Evidence.Either(named, _members.Of(member));

    private Evidence Compared(IOperation left, IOperation right, FlowState state)
    {
        var leftIsConstant = PatternEvidence.IsConstant(left);
        var value = leftIsConstant ? right : left;
        return leftIsConstant || PatternEvidence.IsConstant(right)
            ? _patterns.OfConstant(leftIsConstant ? left : right, Of(value, state), value)
            : Evidence.None;
    }

    /// <summary>What a flow capture holds, or else the value itself, without conversions.</summary>
    private IOperation Captured(IOperation value)
    {
        value = WithoutConversions(value);
        return value is IFlowCaptureReferenceOperation reference && _captured.TryGetValue(reference.Id, out var captured) ? WithoutConversions(captured) : value;
    }

    private static int? IndexOf(IFieldSymbol element)
    {
        var elements = element.ContainingType.TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(elements[i].CorrespondingTupleField ?? elements[i], element.CorrespondingTupleField ?? element))
                return i;
        }

        return null;
    }

    /// <summary>A text that is read as a truth: <c>true</c> is one of the texts that mean yes.</summary>
    private Evidence Parsed(IOperation text, FlowState state, int depth) =>
        new(Of(text, state, depth).WhenYes, ConsentState.NotGranted, ConsentState.NotGranted);

    /// <summary>That an answer is there says that one was given, not which.</summary>
    internal static Evidence Missing(Evidence answer) =>
        new(ConsentState.NotGranted, ConsentLattice.Lower(answer.WhenYes, ConsentState.Unknown), ConsentState.NotGranted);
}
