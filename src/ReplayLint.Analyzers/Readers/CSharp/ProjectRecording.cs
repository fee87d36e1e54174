using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>What only the whole project shows: a recorder that it starts and nothing in it can stop.</summary>
internal sealed class ProjectRecording(Compilation compilation)
{
    private readonly ConcurrentDictionary<Recorder, ConcurrentBag<Location>> _starts = new();
    private readonly ConcurrentDictionary<Recorder, bool> _stopped = new();

    public void Note(RecorderUsage usage)
    {
        // Behind a consent switch recording starts when the switch is opened, which is a start of its own.
        if (usage is { Kind: UsageKind.Start, IsGated: false })
            _starts.GetOrAdd(usage.Recorder, static _ => []).Add(usage.Location);
        else if (usage.Kind == UsageKind.Stop)
            _stopped[usage.Recorder] = true;
    }

    /// <summary>A withdrawal that leaves the recorder running was found already: one finding is enough.</summary>
    public void Note(Withdrawal withdrawal) => _stopped[withdrawal.Recorder] = true;

    /// <summary>The recorders that nothing stops, each at the first of its starts.</summary>
    public IEnumerable<Withdrawal> Read()
    {
        // Another project may hold the stop of a library, as it may hold the withdrawal.
        var isApplication = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        foreach (var pair in _starts)
        {
            if (_stopped.ContainsKey(pair.Key) || pair.Key.Facts.OfType<StopFact>().FirstOrDefault() is not { } stop)
                continue;

            var first = pair.Value.OrderBy(static l => l.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static l => l.SourceSpan.Start).First();
            yield return new Withdrawal(first, pair.Key, Member: null, stop.DisplayName, Statement: null, isApplication);
        }
    }
}
