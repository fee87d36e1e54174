using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>Reads what the value of an expression would prove. What it does not understand proves nothing.</summary>
internal sealed class EvidenceReader(ConsentGuards guards)
{
    public Evidence Read(IOperation value, FlowState state)
    {
        // Where consent was given, every value proves it.
        if (state.IsGranted)
            return Evidence.Both;

        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return OfConstant(constant);

        return value switch
        {
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand, state),
            IConversionOperation { OperatorMethod: null } conversion => Read(conversion.Operand, state),
            IAwaitOperation awaited => Read(awaited.Operation, state),
            IFlowCaptureReferenceOperation capture => state[capture.Id],
            ILocalReferenceOperation local => state[local.Local],
            IParameterReferenceOperation parameter => state.Knows(parameter.Parameter) ? state[parameter.Parameter] : guards.EvidenceOf(parameter.Parameter),
            ISimpleAssignmentOperation assignment => Read(assignment.Value, state),
            IDefaultValueOperation => OfConstant(value.Type?.SpecialType == SpecialType.System_Boolean ? false : null),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Read(not.Operand, state).Negate(),
            IBinaryOperation binary => OfBinary(binary, state),
            IIsPatternOperation pattern => OfPattern(pattern.Pattern, pattern.Value, Read(pattern.Value, state)),
            IPropertyReferenceOperation { Instance: { } instance, Property.Name: "Result" or "Value" } wrapped when IsWrapper(wrapped.Property.ContainingType) => Read(instance, state),
            IPropertyReferenceOperation property => guards.EvidenceOf(property),
            IFieldReferenceOperation field => guards.EvidenceOf(field.Field),
            IInvocationOperation invocation => OfInvocation(invocation, state),
            _ => Evidence.None,
        };
    }

    private static Evidence OfConstant(object? constant) => constant switch
    {
        // What never happens proves everything: a value that is always false is never true.
        true => Evidence.FalseGrants,
        false => Evidence.TrueGrants,
        null => Evidence.Both | Evidence.Answer,
        _ => Evidence.None,
    };

    private Evidence OfInvocation(IInvocationOperation invocation, FlowState state)
    {
        if (invocation.Instance is { } instance && invocation.TargetMethod.Name is "ConfigureAwait" or "GetValueOrDefault" or "GetAwaiter" or "GetResult")
            return Read(invocation.Instance!, state);

        if (invocation.TargetMethod is { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String })
            return OfTextEquals(invocation, state);

        return guards.EvidenceOf(invocation);
    }

    private Evidence OfTextEquals(IInvocationOperation invocation, FlowState state)
    {
        var left = invocation.Instance ?? (invocation.Arguments.Length > 1 ? invocation.Arguments[0].Value : null);
        var right = invocation.Arguments.Length == 0 ? null : invocation.Instance is null && invocation.Arguments.Length > 1 ? invocation.Arguments[1].Value : invocation.Arguments[0].Value;
        return left is null || right is null ? Evidence.None : OfEquality(left, right, state);
    }

    private Evidence OfBinary(IBinaryOperation binary, FlowState state) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Equals => OfEquality(binary.LeftOperand, binary.RightOperand, state),
        BinaryOperatorKind.NotEquals => OfEquality(binary.LeftOperand, binary.RightOperand, state).Negate(),
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => Read(binary.LeftOperand, state).And(Read(binary.RightOperand, state)),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => Read(binary.LeftOperand, state).Or(Read(binary.RightOperand, state)),
        _ => Evidence.None,
    };

    private Evidence OfEquality(IOperation left, IOperation right, FlowState state)
    {
        if (Unwrap(right) is { ConstantValue.HasValue: true } expected)
            return OfTest(left, Read(left, state), expected);

        return Unwrap(left) is { ConstantValue.HasValue: true } constant ? OfTest(right, Read(right, state), constant) : Evidence.None;
    }

    /// <summary>The evidence of "value equals constant".</summary>
    private Evidence OfTest(IOperation value, Evidence evidence, IOperation constant)
    {
        switch (constant.ConstantValue.Value)
        {
            case bool expected:
                var equal = expected ? evidence : evidence.Negate();

                // A test that fails on a bool? may have met null, which proves nothing.
                return IsNullable(value) ? equal & Evidence.TrueGrants : equal & Evidence.Both;

            case string text:
                return (evidence & Evidence.Answer) != 0 && guards.IsYes(text) ? Evidence.TrueGrants : Evidence.None;

            case null:
                return Evidence.None;

            default:
                return guards.IsGrantedValue(TypeOf(value), constant.ConstantValue.Value!) ? Evidence.TrueGrants : Evidence.None;
        }
    }

    private Evidence OfPattern(IPatternOperation pattern, IOperation value, Evidence evidence)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return OfTest(value, evidence, Unwrap(constant.Value));

            case INegatedPatternOperation negated:
                return OfPattern(negated.Pattern, value, evidence).Negate();

            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return OfPattern(or.LeftPattern, value, evidence).Or(OfPattern(or.RightPattern, value, evidence));

            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                return OfPattern(and.LeftPattern, value, evidence).And(OfPattern(and.RightPattern, value, evidence));

            case IRecursivePatternOperation recursive:
                // Matching proves what any of its parts proves; not matching says nothing about which part failed.
                foreach (var part in recursive.PropertySubpatterns)
                {
                    if (OfPattern(part.Pattern, part.Member, EvidenceOfMember(part.Member)).Proves(true))
                        return Evidence.TrueGrants;
                }

                return Evidence.None;

            default:
                return Evidence.None;
        }
    }

    private Evidence EvidenceOfMember(IOperation member) => member switch
    {
        IPropertyReferenceOperation property => guards.EvidenceOf(property),
        IFieldReferenceOperation field => guards.EvidenceOf(field.Field),
        _ => Evidence.None,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;

        return operation;
    }

    private static ITypeSymbol? TypeOf(IOperation value) => Unwrap(value).Type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments } => arguments[0],
        var type => type,
    };

    private static bool IsNullable(IOperation value) =>
        value.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || Unwrap(value).Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || value is IConversionOperation { Operand.Type.SpecialType: SpecialType.System_Object };

    /// <summary>Tasks and nullable values: what they wrap is the answer.</summary>
    private static bool IsWrapper(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.Name is "Task" or "ValueTask";
}
