using Microsoft.CodeAnalysis;
using ReplayLint.Readers;
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

    /// <summary>Keeps a finding that a comment hides.</summary>
    public void CheckHidden(Diagnostic finding, SuppressionComment comment, Action<Diagnostic> report)
    {
        var message = finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        finding.Properties.TryGetValue(EvidenceProperties.Recorder, out var recorder);
        report(Create(
            finding.Location,
            [
                (EvidenceProperties.Kind, "hidden"),
                (EvidenceProperties.Recorder, recorder),
                (EvidenceProperties.Rules, finding.Id),
                (EvidenceProperties.Form, nameof(SuppressionKind.Comment).ToLowerInvariant()),
                (EvidenceProperties.Justification, comment.Reason),
                (EvidenceProperties.Finding, message),
            ],
            [],
            $"a comment hides {finding.Id} ({message}): {comment.Reason}"));
    }
}
