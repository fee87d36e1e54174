using Microsoft.CodeAnalysis;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1008: a member whose truth counts as consent is true, or answers another question, whatever the user said.</summary>
internal sealed class GuardDoesNotCheckConsent() : ConsentRule(Descriptors.RPL1008_GuardDoesNotCheckConsent)
{
    /// <inheritdoc />
    public override void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        if (usage is not GuardDeclaration guard)
            return;

        var answer = guard.Answer switch
        {
            GuardAnswer.AlwaysTrue => "it is always true",
            GuardAnswer.InitiallyTrue => "it is true until something else is written to it",
            _ => $"it only says what '{guard.StandIn}' says, which is another question",
        };
        report(Create(guard.Location, [], [], guard.Member, answer));
    }
}
