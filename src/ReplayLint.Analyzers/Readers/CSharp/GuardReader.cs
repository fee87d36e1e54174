using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>Reads what a guard of the project answers, where its declaration alone decides that.</summary>
internal sealed class GuardReader(ConsentGuards guards, ValueReader values)
{
    private const int MaximumDepth = 32;

    /// <summary>What is known about the value of an expression.</summary>
    private enum Answer
    {
        /// <summary>There is none: an exception is thrown.</summary>
        Nothing,

        True,

        /// <summary>Another question is answered.</summary>
        StandIn,

        Unknown,
    }

    /// <summary>Whether the body or the initial value of a member is that of a guard.</summary>
    public bool Concerns(ISymbol owner) => GuardOf(owner) is not null;

    /// <summary>Reads the body or the initial value of a member. Runs for each one of the project.</summary>
    public GuardDeclaration? Read(ISymbol owner, ImmutableArray<IOperation> blocks)
    {
        if (GuardOf(owner) is not { } guard)
            return null;

        var isNamed = !guards.IsDeclaredGuard(guard);
        var answer = (Answer: Answer.Nothing, StandIn: (string?)null);
        var isInitial = false;
        foreach (var block in blocks)
        {
            switch (block)
            {
                // Attributes and the defaults of parameters are blocks of their member too.
                case IAttributeOperation or IParameterInitializerOperation:
                    break;

                case IFieldInitializerOperation or IPropertyInitializerOperation when SourceOperations.IsAssignedInConstructor(guard):
                    return null;

                case ISymbolInitializerOperation initializer:
                    answer = Join(answer, Read(initializer.Value, MaximumDepth));
                    isInitial = CanBeWritten(guard);
                    break;

                // Who grants consent and reports success is named like a guard and is none.
                case var body when isNamed && guard is IMethodSymbol && HasEffect(body):
                    return null;

                default:
                    answer = Join(answer, ReadReturned(block));
                    break;
            }
        }

        return answer switch
        {
            (Answer.True, _) => Create(guard, isInitial ? GuardAnswer.InitiallyTrue : GuardAnswer.AlwaysTrue, null),
            (Answer.StandIn, var name) when !isInitial => Create(guard, GuardAnswer.AnotherQuestion, name),
            _ => null,
        };
    }

    /// <summary>The guard that the body or initial value belongs to, if it belongs to one.</summary>
    private ISymbol? GuardOf(ISymbol owner)
    {
        var (member, type) = owner switch
        {
            IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } => (property, property.Type),
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method => (method, method.ReturnType),
            IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => (property, property.Type),
            IPropertySymbol { IsRequired: false } property => (property, property.Type),
            IFieldSymbol { IsRequired: false } field => (field, field.Type),
            _ => ((ISymbol?)null, (ITypeSymbol?)null),
        };

        return member is not null
            && ConsentTypes.IsTruth(type)
            && member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct }
            && !HasOutput(member)
            && guards.IsGuard(member) ? member : null;
    }

    /// <summary>What a method with an output answers is in the output.</summary>
    private static bool HasOutput(ISymbol member)
    {
        if (member is IMethodSymbol method)
        {
            foreach (var parameter in method.Parameters)
            {
                if (parameter.RefKind is RefKind.Out or RefKind.Ref)
                    return true;
            }
        }

        return false;
    }

    private static bool CanBeWritten(ISymbol guard) => guard is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false, IsConst: false };

    private static GuardDeclaration Create(ISymbol guard, GuardAnswer answer, string? standIn) =>
        new(guard.Locations[0], MemberName.Of(guard), answer, standIn);

    /// <summary>What all values together are: the least that is known of any.</summary>
    private static (Answer Answer, string? StandIn) Join((Answer Answer, string? StandIn) left, (Answer Answer, string? StandIn) right) =>
        (left.Answer > right.Answer ? left.Answer : right.Answer, left.StandIn ?? right.StandIn);

    private (Answer Answer, string? StandIn) ReadReturned(IOperation operation)
    {
        var answer = (Answer: Answer.Nothing, StandIn: (string?)null);
        foreach (var part in operation.ChildOperations)
        {
            answer = Join(answer, part switch
            {
                IAnonymousFunctionOperation or ILocalFunctionOperation => default,
                IReturnOperation { ReturnedValue: { } value } => Read(value, MaximumDepth),
                _ => ReadReturned(part),
            });
        }

        return answer;
    }

    /// <summary>Whether the body does more than answer. What .NET itself does, such as waiting, counts for nothing.</summary>
    private static bool HasEffect(IOperation operation)
    {
        foreach (var part in operation.ChildOperations)
        {
            switch (part)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    continue;

                case IAssignmentOperation or IIncrementOrDecrementOperation:
                case IExpressionStatementOperation { Operation: var run } when !IsSystem(ValueEvidence.WithoutConversions(run)):
                    return true;
            }

            if (HasEffect(part))
                return true;
        }

        return false;

        static bool IsSystem(IOperation run) => run switch
        {
            IInvocationOperation call => ConsentTypes.IsSystem(call.TargetMethod.ContainingType),
            IPropertyReferenceOperation property => ConsentTypes.IsSystem(property.Property.ContainingType),
            _ => false,
        };
    }

    private (Answer Answer, string? StandIn) Read(IOperation value, int depth)
    {
        value = ValueEvidence.WithoutConversions(value);
        if (value.ConstantValue.HasValue || depth-- == 0)
            return (value.ConstantValue.Value is true ? Answer.True : Answer.Unknown, null);

        switch (value)
        {
            case IThrowOperation:
                return default;

            case IInvocationOperation { TargetMethod: { Name: "FromResult" } method, Arguments: { Length: 1 } arguments } when ConsentTypes.IsTask(method.ContainingType):
                return Read(arguments[0].Value, depth);

            case IInvocationOperation { Instance: { } task } call when ConsentTypes.PassesTaskOn(call.TargetMethod) || ConsentTypes.WaitsForTask(call.TargetMethod):
                return Read(task, depth);

            case IPropertyReferenceOperation { Instance: { } inside } property when ConsentTypes.IsValueInside(property.Property):
                return Read(inside, depth);

            case IObjectCreationOperation { Arguments: { Length: 1 } arguments, Type: var type } when ConsentTypes.IsTask(type) || ConsentTypes.IsNullable(type):
                return Read(arguments[0].Value, depth);

            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Join(Read(conditional.WhenTrue, depth), Read(whenFalse, depth));

            case ISwitchExpressionOperation { Arms: var arms }:
                return ReadAll(arms, depth);

            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                return ReadNegated(operand, depth);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                return ReadOr(Read(or.LeftOperand, depth), Read(or.RightOperand, depth));

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                return Join(Read(and.LeftOperand, depth), Read(and.RightOperand, depth));

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return comparison.RightOperand.ConstantValue.HasValue ? OnlyStandIn(Read(comparison.LeftOperand, depth))
                    : comparison.LeftOperand.ConstantValue.HasValue ? OnlyStandIn(Read(comparison.RightOperand, depth))
                    : (Answer.Unknown, null);

            case ICoalesceOperation { WhenNull: var otherwise } coalesce when PatternEvidence.IsConstant(otherwise):
                return OnlyStandIn(Read(coalesce.Value, depth));

            case IConditionalAccessOperation access:
                return OnlyStandIn(Read(access.WhenNotNull, depth));

            case ILocalReferenceOperation local when value.Root().OnlyValueOf(local.Local) is { } known:
                return Read(known, depth);
        }

        if (MemberOf(value) is { } member)
        {
            if (guards.AnswersAnotherQuestion(member))
                return (Answer.StandIn, MemberName.Of(member));

            // Another guard answers for itself.
            if (guards.IsGuard(member))
                return (Answer.Unknown, null);
        }

        return (values.Read(value).Text == "true" ? Answer.True : Answer.Unknown, null);
    }

    private (Answer Answer, string? StandIn) ReadAll(ImmutableArray<ISwitchExpressionArmOperation> arms, int depth)
    {
        var answer = (Answer: Answer.Nothing, StandIn: (string?)null);
        foreach (var arm in arms)
            answer = Join(answer, Read(arm.Value, depth));

        return answer;
    }

    private (Answer Answer, string? StandIn) ReadNegated(IOperation operand, int depth)
    {
        operand = ValueEvidence.WithoutConversions(operand);
        if (operand is IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } test, Arguments: { Length: 1 } arguments }
            && !MayBeAnswer(arguments[0].Value, depth))
            return (Answer.StandIn, "string." + test.Name);

        return OnlyStandIn(Read(operand, depth));
    }

    /// <summary>Whether the text may be what the user said: something in it has to do with consent, or it is looked up in an unknown place.</summary>
    private bool MayBeAnswer(IOperation text, int depth)
    {
        if (depth-- == 0)
            return true;

        foreach (var part in text.DescendantsAndSelf())
        {
            var mayBe = part switch
            {
                ILocalReferenceOperation { Local: var local } => guards.SpeaksOfConsent(local.Name) || part.Root().OnlyValueOf(local) is not { } value || MayBeAnswer(value, depth),
                IParameterReferenceOperation { Parameter: var parameter } => guards.SpeaksOfConsent(parameter.Name) || IsOfConsent(part.Type),
                _ when MemberOf(part) is { } member => guards.SpeaksOfConsent(member.Name) || IsUnknownLookup(member) || IsOfConsent(part.Type),
                { ConstantValue: { HasValue: true, Value: string constant } } => guards.SpeaksOfConsent(constant),
                _ => false,
            };

            if (mayBe)
                return true;
        }

        return false;
    }

    private bool IsUnknownLookup(ISymbol member) =>
        member is IMethodSymbol { ContainingType.SpecialType: not SpecialType.System_String } or IPropertySymbol { IsIndexer: true } && !guards.AnswersAnotherQuestion(member);

    private bool IsOfConsent(ITypeSymbol? type) => type is { SpecialType: SpecialType.None } && guards.SpeaksOfConsent(type.Name);

    /// <summary>True if either is, whatever the other says.</summary>
    private static (Answer Answer, string? StandIn) ReadOr((Answer Answer, string? StandIn) left, (Answer Answer, string? StandIn) right) =>
        left.Answer == Answer.True || right.Answer == Answer.True ? (Answer.True, null) : Join(left, right);

    /// <summary>What is put together with a constant still answers the other question, but is not true any more.</summary>
    private static (Answer Answer, string? StandIn) OnlyStandIn((Answer Answer, string? StandIn) answer) =>
        answer.Answer == Answer.StandIn ? answer : (Answer.Unknown, null);

    private static ISymbol? MemberOf(IOperation value) => value switch
    {
        IMemberReferenceOperation member => member.Member,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };
}
