using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Reporting;

/// <summary>How a recorder stands to a requirement.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="State">How it stands.</param>
/// <param name="Items">What that rests on: findings, or the evidence that it is met.</param>
internal sealed record RequirementResult(Requirement Requirement, RequirementState State, IReadOnlyList<LogItem> Items)
{
    /// <summary>Judges a requirement by what a log says of a recorder, and of the project where it names no recorder.</summary>
    public static RequirementResult Of(Requirement requirement, IReadOnlyList<LogItem> items)
    {
        if (requirement.Rules.Count == 0)
            return new RequirementResult(requirement, RequirementState.Checklist, []);

        var findings = items.Where(item => requirement.Rules.Contains(item.Rule)).ToList();
        var open = findings.Where(static item => item.Suppression is null).ToList();
        var definite = open.Where(static item => item.Severity >= DiagnosticSeverity.Warning).ToList();
        if (definite.Count > 0)
            return new RequirementResult(requirement, RequirementState.NotMet, definite);

        if (open.Count > 0)
            return new RequirementResult(requirement, RequirementState.Open, open);

        var hidden = findings.Concat(items.Where(item => item.IsA("hidden") && requirement.Rules.Contains(item[EvidenceProperties.Rules]))).ToList();
        if (hidden.Count > 0)
            return new RequirementResult(requirement, RequirementState.Suppressed, hidden);

        var proof = ProofOf(requirement.Id, items);
        return new RequirementResult(requirement, proof.Count > 0 ? RequirementState.Met : RequirementState.NoFinding, proof);
    }

    /// <summary>What shows that a requirement is met, for those of which code can show it.</summary>
    private static List<LogItem> ProofOf(string id, IReadOnlyList<LogItem> items)
    {
        switch (id)
        {
            case "SR-01":
                var starts = items.Where(static item => item.IsA("start")).ToList();
                return starts.TrueForAll(static start => start[EvidenceProperties.Consent] == "granted" || start[EvidenceProperties.Gated] == "true") ? starts : [];

            case "SR-12":
                return [.. items.Where(static item => item.IsA("stop"))];

            case "SR-13":
                return [.. items.Where(static item => item.IsA("setting") && item[EvidenceProperties.Protects] == "rate" && item[EvidenceProperties.Safe] == "true")];

            case "SR-15":
                return [.. items.Where(static item => item.IsA("setting") && item[EvidenceProperties.Protects] is "inputs" or "text" or "media" && item[EvidenceProperties.Safe] == "true")];

            case "SR-07" or "SR-23":
                return [.. items.Where(static item => item.IsA("policy"))];

            default:
                return [];
        }
    }
}
