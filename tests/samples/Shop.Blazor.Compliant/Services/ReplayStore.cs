using System.Collections.Concurrent;

namespace Shop.Blazor.Services;

/// <summary>The recordings of the last thirty days.</summary>
public sealed class ReplayStore(TimeProvider time)
{
    private static readonly TimeSpan _retention = TimeSpan.FromDays(30);
    private readonly ConcurrentQueue<(DateTimeOffset At, string Recorded)> _events = [];

    public void Add(string recorded)
    {
        var now = time.GetUtcNow();
        _events.Enqueue((now, recorded));
        while (_events.TryPeek(out var oldest) && now - oldest.At > _retention)
            _events.TryDequeue(out _);
    }
}
