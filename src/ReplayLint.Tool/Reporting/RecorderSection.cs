using ReplayLint.Catalog;

namespace ReplayLint.Tool.Reporting;

/// <summary>What a log says of one recorder.</summary>
/// <param name="Name">The recorder.</param>
/// <param name="Items">Findings and evidence about it, and findings about consent that name no recorder.</param>
/// <param name="Requirements">How it stands to each requirement.</param>
internal sealed record RecorderSection(string Name, IReadOnlyList<LogItem> Items, IReadOnlyList<RequirementResult> Requirements)
{
    /// <summary>For how long the vendor keeps recordings; null when no source says.</summary>
    public VendorRetention? VendorRetention => RecorderCatalog.BuiltIn.Find(Name)?.Retention;

    /// <summary>Evidence of these kinds, in order of place.</summary>
    public IEnumerable<LogItem> Evidence(params string[] kinds) => Items.Where(item => item.IsEvidence && kinds.Contains(item[EvidenceProperties.Kind]));

    /// <summary>Takes from a log what concerns a recorder.</summary>
    public static RecorderSection Of(ReplayLog log, string recorder)
    {
        var items = log.Items.Where(item => item.Recorder == recorder || (item.Recorder is null && Concerns(item))).ToList();
        return new RecorderSection(recorder, items, [.. Requirement.All.Select(requirement => RequirementResult.Of(requirement, items))]);
    }

    /// <summary>What names no recorder concerns all: policies for every one, guards, and how long a choice is kept.</summary>
    private static bool Concerns(LogItem item) => !item.IsEvidence || item.IsA("policy") || item.IsA("lifetime") || item.IsA("hidden");
}
