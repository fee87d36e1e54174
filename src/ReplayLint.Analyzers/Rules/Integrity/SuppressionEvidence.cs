using Microsoft.CodeAnalysis;
using ReplayLint.Justifications;
using ReplayLint.Readers.Suppressions;

namespace ReplayLint.Rules.Integrity;

/// <summary>RPL9009: where a project silences rules, and why it says that it does.</summary>
internal sealed class SuppressionEvidence() : SuppressionRule(Descriptors.RPL9009_Evidence)
{
    /// <inheritdoc />
    public override void Check(SuppressionUsage usage, Action<Diagnostic> report)
    {
        var reason = usage.Justification.IsGiven ? usage.Justification.Text : null;
        report(Create(
            usage.Location,
            [
                (EvidenceProperties.Kind, "suppression"),
                (EvidenceProperties.Rules, string.Join(";", usage.Rules)),
                (EvidenceProperties.Form, usage.Kind.ToString().ToLowerInvariant()),
                (EvidenceProperties.Justification, reason),
                (EvidenceProperties.Until, usage.Justification.Until),
            ],
            [],
            (usage.Way is null ? usage.DisplayName : $"{usage.Rules[0]} is {usage.Way}") + (reason is null ? ", without a reason" : $": {reason}")));
    }

    /// <summary>Keeps a finding that a comment or the baseline hides.</summary>
    public void CheckHidden(Diagnostic finding, SuppressionKind kind, Justification justification, Action<Diagnostic> report)
    {
        var message = finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        finding.Properties.TryGetValue(EvidenceProperties.Recorder, out var recorder);
        report(Create(
            finding.Location,
            [
                (EvidenceProperties.Kind, "hidden"),
                (EvidenceProperties.Recorder, recorder),
                (EvidenceProperties.Rules, finding.Id),
                (EvidenceProperties.Form, kind.ToString().ToLowerInvariant()),
                (EvidenceProperties.Justification, justification.Text),
                (EvidenceProperties.Until, justification.Until),
                (EvidenceProperties.Finding, message),
            ],
            [],
            $"{(kind == SuppressionKind.Comment ? "a comment" : "the baseline")} hides {finding.Id} ({message}): {justification.Text}"));
    }
}
