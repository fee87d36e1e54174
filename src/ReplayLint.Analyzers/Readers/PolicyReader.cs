using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Policy;

namespace ReplayLint.Readers;

/// <summary>Reads the policies that a project declares, and sees which of them have a recorder.</summary>
internal sealed class PolicyReader(ReplayContext replay, AnalyzerConfigOptionsProvider options)
{
    private const string Member = "SessionReplayPolicy";

    /// <summary>The policies that a file declares; without a file those that the project has as items.</summary>
    public IEnumerable<RecorderUsage> Read(SyntaxTree? tree)
    {
        foreach (var policy in replay.Policies.Own)
        {
            if (policy.Location.SourceTree == tree)
                yield return Create(UsageKind.Policy, policy, replay.Catalog.Find(policy.Recorder));
        }
    }

    /// <summary>What can be told when the whole project has been read: which recorders a general policy covers, and which policies have none.</summary>
    public IEnumerable<RecorderUsage> ReadUses(RecorderTraces traces)
    {
        foreach (var policy in replay.Policies.Own)
        {
            if (policy.IsForEveryRecorder)
            {
                foreach (var recorder in replay.Used.Where(recorder => replay.Policies.For(recorder.Name).Contains(policy)))
                    yield return Create(UsageKind.CoveredByPolicy, policy, recorder);
            }
            else if (replay.Catalog.Find(policy.Recorder) is { } recorder && !replay.Referenced.Contains(recorder) && !replay.Used.Contains(recorder) && !traces.Of(recorder))
            {
                yield return Create(UsageKind.UnusedPolicy, policy, recorder);
            }
        }
    }

    private RecorderUsage Create(UsageKind kind, PolicyDeclaration policy, Recorder? recorder) => new(kind, recorder ?? Recorder.Unnamed, Member, policy.Location)
    {
        Policy = new PolicyReading(policy, RetentionLimit.Of(policy.Profile, OptionsAt(policy.Location)))
        {
            IsKnown = recorder is not null || policy.IsForEveryRecorder,
            Closest = recorder is null ? ClosestName.Of(policy.Recorder, replay.Catalog.Recorders.Select(static r => r.Name)) : null,
            Purposes = string.Join(", ", replay.Catalog.Purposes.Keys.OrderBy(static name => name, StringComparer.Ordinal)),
            Contradicted = ContradictedBy(policy),
        },
    };

    /// <summary>The first policy for the same recorder and purpose, if another retention is declared here.</summary>
    private PolicyDeclaration? ContradictedBy(PolicyDeclaration policy)
    {
        var first = replay.Policies.Own.FirstOrDefault(other => other.Names(policy.Recorder) && other.Purpose == policy.Purpose && other.Days is not null);
        return policy.Days is not null && first?.Days != policy.Days ? first : null;
    }

    private AnalyzerConfigOptions OptionsAt(Location location) =>
        location.SourceTree is { } tree ? options.GetOptions(tree) : options.GlobalOptions;
}
