using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>Finds where a project makes its framework ask for consent, and never looks at the answer.</summary>
internal sealed class UnreadAnswerReader(ReplayContext replay)
{
    /// <summary>Whether the assignment may be one; runs for each of the project.</summary>
    public bool Meets(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation target && replay.AskingNames.Contains(target.Property.Name);

    public FalseGate? Read(ISimpleAssignmentOperation assignment)
    {
        var property = ((IPropertyReferenceOperation)assignment.Target).Property;
        if (assignment.Value.AnswersFalse() || replay.Guards.FalseGate(property) is not { ReadBy.IsEmpty: false } fact || fact.ReadBy.Any(replay.Activity.Mentions))
            return null;

        return new FalseGate(assignment.Syntax.GetLocation(), Recorder.Unnamed, property.Name, fact.ReadBy[0], IsOpposite: false) { IsCertain = false };
    }
}
