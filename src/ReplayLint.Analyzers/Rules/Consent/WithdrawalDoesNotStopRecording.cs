using Microsoft.CodeAnalysis;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1005: consent can be given, and taking it back leaves the recorder running. Information where something else may stop it.</summary>
internal sealed class WithdrawalDoesNotStopRecording() : ConsentRule(Descriptors.RPL1005_WithdrawalDoesNotStopRecording)
{
    /// <inheritdoc />
    public override void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        if (usage is not Withdrawal withdrawal)
            return;

        var explanation = withdrawal.Member is { } member
            ? $"'{member}' does not stop it; call '{withdrawal.Stop}' there"
            : $"nothing in this project stops it; call '{withdrawal.Stop}' where consent is taken back";
        report(Create(
            withdrawal.Location,
            withdrawal.IsCertain ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info,
            [(FixProperties.Recorder, withdrawal.Recorder.Name), (FixProperties.Stop, withdrawal.Statement)],
            [],
            withdrawal.Recorder.Name,
            explanation));
    }
}
