using Microsoft.CodeAnalysis;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1004: a start depends on a member that sounds like consent and is not.</summary>
internal sealed class NotAConsentGate() : ConsentRule(Descriptors.RPL1004_NotAConsentGate)
{
    /// <inheritdoc />
    public override void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        if (usage is not FalseGate gate)
            return;

        if (!gate.IsCertain)
        {
            report(Create(gate.Location, DiagnosticSeverity.Info, [], [], gate.Member, "a recorder", $"it only makes the framework ask; start recorders where '{gate.Instead}' is true"));
            return;
        }

        report(Create(
            gate.Location,
            gate.IsUnverified ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity,
            [
                (FixProperties.Recorder, gate.Recorder.Name),
                (FixProperties.Replacement, gate.Instead),
                (FixProperties.Argument, gate.Argument),
                (FixProperties.Negate, gate.Instead is not null && gate.IsOpposite ? "true" : null),
                (FixProperties.Missing, gate.MissingGate),
            ],
            gate.Options is { } options ? [options] : [],
            gate.Member,
            gate.Recorder.Name,
            gate.Use is { } use ? $"use {use}" : gate.Instead is { } instead ? $"ask '{instead}'" : "it does not hold the user's answer"));
    }
}
