using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>What a match with a pattern, or equality with a constant, says about consent.</summary>
internal sealed class PatternEvidence
{
    private readonly ConsentGuards _guards;
    private readonly ValueEvidence _values;

    public PatternEvidence(ConsentGuards guards, ValueEvidence values)
    {
        _guards = guards;
        _values = values;
    }

    /// <summary>A constant that is converted to a nullable is, for the compiler, none any more.</summary>
    public static bool IsConstant(IOperation operation) =>
        operation.ConstantValue.HasValue || ValueEvidence.WithoutConversions(operation).ConstantValue.HasValue;

    /// <summary>The evidence of <c>value is pattern</c>.</summary>
    public Evidence Of(IPatternOperation pattern, Evidence value, IOperation subject, FlowState state)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return OfConstant(constant.Value, value, subject);

            case INegatedPatternOperation negated:
                return Of(negated.Pattern, value, subject, state).Negated;

            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Evidence.Or(Of(or.LeftPattern, value, subject, state), Of(or.RightPattern, value, subject, state));

            case IBinaryPatternOperation and:
                return Evidence.And(Of(and.LeftPattern, value, subject, state), Of(and.RightPattern, value, subject, state));

            // "var x" and "_" match whatever comes: the other way is never taken.
            case IDiscardPatternOperation:
            case IDeclarationPatternOperation { MatchesNull: true }:
                return Evidence.OfConstant(true);

            case IRecursivePatternOperation recursive:
                return OfParts(recursive, subject, state);

            default:
                return Evidence.None;
        }
    }

    /// <summary>All parts must match; when the whole does not match, nothing is known about any of them.</summary>
    private Evidence OfParts(IRecursivePatternOperation pattern, IOperation subject, FlowState state)
    {
        var whenTrue = ConsentState.NotGranted;
        foreach (var part in pattern.PropertySubpatterns)
            whenTrue = ConsentLattice.Higher(whenTrue, Of(part.Pattern, _values.OfPart(part.Member, subject, state), part.Member, state).WhenTrue);

        var elements = _values.ElementsOf(subject);
        for (var i = 0; i < elements.Length && i < pattern.DeconstructionSubpatterns.Length; i++)
            whenTrue = ConsentLattice.Higher(whenTrue, Of(pattern.DeconstructionSubpatterns[i], _values.Of(elements[i], state), elements[i], state).WhenTrue);

        return new Evidence(whenTrue, ConsentState.NotGranted, ConsentState.NotGranted);
    }

    /// <summary>The evidence of <c>subject == constant</c>.</summary>
    public Evidence OfConstant(IOperation constant, Evidence value, IOperation subject)
    {
        if (EnumMember(constant) is { } member)
            return new Evidence(_guards.OfEnumMember(member, subject), ConsentState.NotGranted, ConsentState.NotGranted);

        if (!constant.ConstantValue.HasValue)
            constant = ValueEvidence.WithoutConversions(constant);

        return constant.ConstantValue.Value switch
        {
            bool truth => OfTruth(truth, value, subject),
            string text when _guards.IsYes(text) => new Evidence(value.WhenYes, ConsentState.NotGranted, ConsentState.NotGranted),
            null when constant.ConstantValue.HasValue => ValueEvidence.Missing(value),
            _ => Evidence.None,
        };
    }

    /// <summary>A nullable that is not <c>true</c> may be null, so a failed comparison of one proves nothing.</summary>
    private static Evidence OfTruth(bool truth, Evidence value, IOperation subject)
    {
        var isBool = ValueEvidence.WithoutConversions(subject).Type?.SpecialType == SpecialType.System_Boolean
            || subject.Type?.SpecialType == SpecialType.System_Boolean;
        var whenSame = truth ? value.WhenTrue : value.WhenFalse;
        var whenOther = truth ? value.WhenFalse : value.WhenTrue;
        return new Evidence(whenSame, isBool ? whenOther : ConsentState.NotGranted, ConsentState.NotGranted);
    }

    private static IFieldSymbol? EnumMember(IOperation operation) =>
        ValueEvidence.WithoutConversions(operation) is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field } ? field : null;
}
