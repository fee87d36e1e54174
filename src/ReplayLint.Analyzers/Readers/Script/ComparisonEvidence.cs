using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What follows from a comparison: with a yes, with a no, with nothing.</summary>
internal sealed class ComparisonEvidence(ScriptEvidence script, ScriptWords words)
{
    public Evidence Of(NonLogicalBinaryExpression binary, int depth)
    {
        switch (binary.Operator)
        {
            case Operator.Equality or Operator.StrictEquality:
                return OfEquality(binary, depth);

            case Operator.Inequality or Operator.StrictInequality:
                return OfEquality(binary, depth).Negated;

            case Operator.GreaterThan or Operator.GreaterThanOrEqual or Operator.LessThan when OfPosition(binary.Left) is { } search && NumberOf(binary.Right) is { } bound:
                return (binary.Operator, bound) switch
                {
                    (Operator.GreaterThan, -1) or (Operator.GreaterThanOrEqual, 0) => script.Texts.OfSearch(search, depth),
                    (Operator.LessThan, 0) => script.Texts.OfSearch(search, depth).Negated,
                    _ => Evidence.None,
                };

            default:
                return Evidence.None;
        }
    }

    /// <summary>The evidence of <c>subject === constant</c>, as for the cases of a switch.</summary>
    public Evidence Compared(Expression subject, Expression constant, int depth = 0)
    {
        var value = script.Of(subject, depth);
        switch (constant)
        {
            case BooleanLiteral { Value: true }:
            case UnaryExpression { Operator: Operator.LogicalNot, Argument: NumericLiteral { Value: 0 } }:
                return new Evidence(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentLattice.Lower(value.WhenFalse, ConsentState.Unknown), ConsentState.NotGranted);

            // What is not false may be missing.
            case BooleanLiteral:
            case UnaryExpression { Operator: Operator.LogicalNot }:
                return new Evidence(value.WhenFalse, ConsentLattice.Lower(value.WhenTrue, ConsentState.Unknown), ConsentState.NotGranted);

            case NullLiteral:
            case Identifier { Name: "undefined" }:
            case UnaryExpression { Operator: Operator.Void }:
            case StringLiteral { Value.Length: 0 }:
                return new Evidence(ConsentState.NotGranted, ConsentLattice.Lower(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.Unknown), ConsentState.NotGranted);

            case NumericLiteral number:
                return number.Value == 1
                    ? new Evidence(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.NotGranted, ConsentState.NotGranted)
                    : Evidence.None;
        }

        if (ConstantText.Of(constant) is not { } text)
            return Evidence.None;

        if (script.Texts.IsAnswer(text))
            return new Evidence(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.NotGranted, ConsentState.NotGranted);

        // A known value of consent that the words do not know; a no that is not said proves nothing.
        return words.MeansNo(text)
            ? Evidence.None
            : new Evidence(ConsentLattice.Lower(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.Unknown), ConsentState.NotGranted, ConsentState.NotGranted);
    }

    public static bool IsConstant(Expression expression) =>
        expression is Literal or Identifier { Name: "undefined" } or UnaryExpression { Operator: Operator.Void }
        || expression is UnaryExpression { Operator: Operator.LogicalNot, Argument: NumericLiteral }
        || ConstantText.Of(expression) is not null;

    private Evidence OfEquality(NonLogicalBinaryExpression binary, int depth)
    {
        if (OfPosition(binary.Left) is { } search && NumberOf(binary.Right) is -1)
            return script.Texts.OfSearch(search, depth).Negated;

        var leftIsConstant = IsConstant(binary.Left);
        if (leftIsConstant == IsConstant(binary.Right))
            return leftIsConstant ? Evidence.None : OfMembers(binary.Left, binary.Right);

        return leftIsConstant ? Compared(binary.Right, binary.Left, depth) : Compared(binary.Left, binary.Right, depth);
    }

    /// <summary>Equality with a member that stands for an answer: <c>status === Consent.Granted</c>.</summary>
    private Evidence OfMembers(Expression left, Expression right) =>
        new(ConsentLattice.Higher(OfMemberAnswer(right, left), OfMemberAnswer(left, right)), ConsentState.NotGranted, ConsentState.NotGranted);

    private ConsentState OfMemberAnswer(Expression answer, Expression subject) =>
        answer is MemberExpression member && LastName.Of(member) is { } name
            ? words.OfMember(words.PartsOf(name), script.Contexts.Of(member.Object) | script.Contexts.Of(subject))
            : ConsentState.NotGranted;

    private static CallExpression? OfPosition(Expression expression) =>
        expression is CallExpression call && LastName.Of(call.Callee) is "indexOf" or "search" or "lastIndexOf" ? (CallExpression)expression : null;

    private static double? NumberOf(Expression expression) => expression switch
    {
        NumericLiteral number => number.Value,
        UnaryExpression { Operator: Operator.UnaryNegation, Argument: NumericLiteral number } => -number.Value,
        _ => null,
    };
}
