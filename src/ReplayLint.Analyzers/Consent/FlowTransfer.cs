using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>What an operation does to the state: it gives a variable a value, ensures consent, or takes it back.</summary>
internal sealed class FlowTransfer(ConsentGuards guards)
{
    private readonly EvidenceReader _evidence = new(guards);

    public Evidence EvidenceOf(IOperation value, FlowState state) => _evidence.Read(value, state);

    /// <summary>Applies an operation and all that it evaluates, innermost first.</summary>
    public void Apply(IOperation operation, FlowState state)
    {
        foreach (var child in operation.ChildOperations)
            Apply(child, state);

        switch (operation)
        {
            case IFlowCaptureOperation capture:
                state.Set(capture.Id, _evidence.Read(capture.Value, state));
                break;

            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value, state);
                break;

            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } assignment when VariableOf(assignment.Target) is { } variable:
                var before = state[variable];
                var value = _evidence.Read(assignment.Value, state);
                state.Set(variable, assignment.OperatorKind == BinaryOperatorKind.And ? before.And(value) : before.Or(value));
                break;

            case IDeconstructionAssignmentOperation deconstruction when (deconstruction.Target as IDeclarationExpressionOperation)?.Expression is ITupleOperation declared:
                Deconstruct(declared, deconstruction.Value, state);
                break;

            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction:
                Deconstruct(targets, deconstruction.Value, state);
                break;

            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { MatchesNull: true, DeclaredSymbol: { } bound } } isVar:
                state.Set(bound, _evidence.Read(isVar.Value, state));
                break;

            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when VariableOf(argument.Value) is { } variable:
                state.Set(variable, guards.EvidenceOfOut(argument, variable));
                break;

            case IInvocationOperation invocation when guards.Revokes(invocation.TargetMethod):
                state.Revoke();
                break;

            case IInvocationOperation invocation when guards.Ensures(invocation.TargetMethod):
                state.Grant();
                break;
        }
    }

    /// <summary>Whether the operation takes consent back.</summary>
    public bool Revokes(IOperation operation)
    {
        foreach (var child in operation.DescendantsAndSelf())
        {
            if (child is IInvocationOperation invocation && guards.Revokes(invocation.TargetMethod))
                return true;
        }

        return false;
    }

    private void Assign(IOperation target, IOperation value, FlowState state)
    {
        if (VariableOf(target) is not { } variable)
            return;

        var evidence = _evidence.Read(value, state);

        // A variable may say by its name what its value's origin does not: var hasConsent = await storage.LoadAsync().
        if (evidence == Evidence.None && !value.ConstantValue.HasValue)
            evidence = guards.EvidenceOf(variable);

        state.Set(variable, evidence);
    }

    private void Deconstruct(ITupleOperation targets, IOperation value, FlowState state)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;

        var values = value as ITupleOperation;
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            if (VariableOf(targets.Elements[i]) is not { } variable)
                continue;

            var evidence = values is not null && i < values.Elements.Length ? _evidence.Read(values.Elements[i], state) : guards.EvidenceOf(variable);
            state.Set(variable, evidence);
        }
    }

    private static ISymbol? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        _ => null,
    };
}
