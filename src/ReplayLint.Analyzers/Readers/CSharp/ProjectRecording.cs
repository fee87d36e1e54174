using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>What only the whole project shows: a recorder that it starts and nothing in it can stop, or that what it calls as a gate does not hold back.</summary>
internal sealed class ProjectRecording(Compilation compilation)
{
    private readonly ConcurrentDictionary<Recorder, ConcurrentBag<Location>> _starts = new();
    private readonly ConcurrentDictionary<Recorder, bool> _stopped = new();
    private readonly ConcurrentDictionary<Recorder, bool> _ungated = new();
    private readonly ConcurrentBag<FalseGate> _lookAlikes = [];
    private readonly ConcurrentDictionary<Location, bool> _asked = new();

    public void Note(RecorderUsage usage)
    {
        // Behind a consent switch recording starts when the switch is opened, which is a start of its own.
        if (usage is { Kind: UsageKind.Start, IsGated: false })
            _starts.GetOrAdd(usage.Recorder, static _ => []).Add(usage.Location);
        else if (usage.Kind == UsageKind.Stop)
            _stopped[usage.Recorder] = true;

        foreach (var gate in usage.FalseGates)
            _asked[gate.Location] = true;

        if (usage is { Kind: UsageKind.Start, IsGated: false, IsCertain: true, Consent: ConsentState.NotGranted })
            _ungated[usage.Recorder] = true;
        else if (usage.LookAlike is { } lookAlike)
            _lookAlikes.Add(lookAlike);
    }

    /// <summary>A withdrawal that leaves the recorder running was found already: one finding is enough.</summary>
    public void Note(Withdrawal withdrawal) => _stopped[withdrawal.Recorder] = true;

    /// <summary>What is called as if it held back a recorder that the project starts without consent; where a start asks for its answer, that was said.</summary>
    public IEnumerable<FalseGate> ReadFalseGates() => _lookAlikes.Where(gate => _ungated.ContainsKey(gate.Recorder) && !_asked.Keys.Any(asked => asked.SourceTree == gate.Location.SourceTree && asked.SourceSpan.Contains(gate.Location.SourceSpan)));

    /// <summary>The recorders that nothing stops, each at the first of its starts.</summary>
    public IEnumerable<Withdrawal> Read()
    {
        // Another project may hold the stop of a library, as it may hold the withdrawal.
        var isApplication = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        foreach (var pair in _starts)
        {
            if (_stopped.ContainsKey(pair.Key) || StopStatement.FirstOf(pair.Key, compilation) is not { } stop)
                continue;

            var first = pair.Value.OrderBy(static l => l.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static l => l.SourceSpan.Start).First();
            yield return new Withdrawal(first, pair.Key, Member: null, stop.DisplayName, Statement: null, isApplication && !stop.IsUnverified);
        }
    }
}
