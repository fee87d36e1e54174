using System.Collections.Concurrent;
using ReplayLint.Catalog;

namespace ReplayLint;

/// <summary>
/// Tells whether a project switches a recorder's replay on. A crash reporter that is never asked to record is not our
/// business, and whom it knows is not either.
/// </summary>
internal sealed class RecorderActivity(SemanticModels models)
{
    private readonly ConcurrentDictionary<Recorder, bool> _enabled = new();

    /// <summary>Whether any code of the project mentions what switches the recorder on.</summary>
    public bool IsEnabled(Recorder recorder) =>
        recorder.EnabledBy.IsEmpty || _enabled.GetOrAdd(recorder, IsMentioned);

    /// <summary>Whether any code of the project mentions the name.</summary>
    public bool Mentions(string name) => models.Names.Mention(name);

    /// <summary>Whether some file mentions a static member, and its type with it.</summary>
    public bool MentionsWithType(Fact fact) =>
        models.Names.PlacesOf(fact.SimpleName).Any(file => TreeNames.Mentions(file.Tree, MemberId.SimpleName(fact.ContainingTypeId)));

    private bool IsMentioned(Recorder recorder) => recorder.EnabledBy.Any(Mentions);
}
