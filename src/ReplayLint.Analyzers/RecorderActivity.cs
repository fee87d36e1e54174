using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint;

/// <summary>
/// Tells whether a project switches a recorder's replay on. A crash reporter that is never asked to record is not our
/// business, and whom it knows is not either.
/// </summary>
internal sealed class RecorderActivity(Compilation compilation)
{
    private readonly ConcurrentDictionary<Recorder, bool> _enabled = new();

    /// <summary>Whether any code of the project mentions what switches the recorder on.</summary>
    public bool IsEnabled(Recorder recorder) =>
        recorder.EnabledBy.IsEmpty || _enabled.GetOrAdd(recorder, r => TreeNames.AreMentioned(compilation, r.EnabledBy));
}
