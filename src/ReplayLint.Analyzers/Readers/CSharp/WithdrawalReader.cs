using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>Finds members that take consent back and leave a recorder running.</summary>
internal sealed class WithdrawalReader(ReplayContext replay, ValueReader values)
{
    /// <summary>How many methods a withdrawing member may go through to the call that stops the recorder.</summary>
    private const int MaximumCallDepth = 4;

    private List<IInvocationOperation>? _revoking;

    /// <summary>Whether a method may be one that takes consent back: most have nothing to do with consent, and their names say so.</summary>
    public static bool Concerns(IMethodSymbol owner, ReplayContext replay) =>
        !replay.StoppableRecorders.IsEmpty && (replay.MayRevoke(owner) || replay.MayBeNamedToRevoke(owner));

    /// <summary>Notes a call that may take consent back. Runs for each call of the project.</summary>
    public void Meet(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (replay.MayRevoke(call.TargetMethod))
            (_revoking ??= []).Add(call);
    }

    public IEnumerable<Withdrawal> Read(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol owner || (_revoking is null && !Concerns(owner, replay)))
            yield break;

        var guards = replay.GuardsIn(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.OperationBlocks[0].Syntax.SyntaxTree));
        var call = _revoking?.Find(revoking => guards.Revokes(revoking.TargetMethod) && !IsOwn(revoking.TargetMethod));
        var isDeclared = call is not null || (replay.MayRevoke(owner) && guards.Revokes(owner));
        if (!isDeclared && !guards.IsNamedToRevoke(owner))
            yield break;

        foreach (var recorder in replay.StoppableRecorders)
        {
            if (Stops(context.OperationBlocks, recorder, MaximumCallDepth, []) || StopStatement.FirstOf(recorder, context.Compilation) is not { } stop)
                continue;

            yield return new Withdrawal(
                call is null ? owner.Locations[0] : CallName.LocationOf(call),
                recorder,
                call?.TargetMethod.Name ?? owner.Name,
                stop.DisplayName,
                StopStatement.Of(stop, context.Compilation),
                IsCertain: isDeclared && !stop.IsUnverified && !replay.Activity.MentionsWithType(stop));
        }
    }

    /// <summary>A member of the project is looked into where it is declared.</summary>
    private bool IsOwn(IMethodSymbol method) => values.Source.BodyOf(method) is not null;

    private bool Stops(IEnumerable<IOperation> bodies, Recorder recorder, int depth, HashSet<ISymbol> seen)
    {
        foreach (var operation in bodies.SelectMany(static body => body.DescendantsAndSelf()))
        {
            var member = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => target.Property,
                _ => (ISymbol?)null,
            };

            if (member is null)
                continue;

            foreach (var fact in replay.Facts.Find(member))
            {
                if (fact is StopFact stop && stop.Recorder == recorder && (stop.Value is null || Passes(operation, stop.Value)))
                    return true;
            }

            if (depth > 0 && member is IMethodSymbol method && seen.Add(method.OriginalDefinition) && values.Source.BodyOf(method) is { } body && Stops([body], recorder, depth - 1, seen))
                return true;
        }

        return false;
    }

    private bool Passes(IOperation operation, string value) => operation switch
    {
        IInvocationOperation call => call.Arguments.Any(argument => values.Read(argument.Value).Is(value)),
        ISimpleAssignmentOperation assignment => values.Read(assignment.Value).Is(value),
        _ => false,
    };
}
