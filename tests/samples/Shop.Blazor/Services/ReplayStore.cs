using System.Collections.Concurrent;

namespace Shop.Blazor.Services;

/// <summary>The recordings, for as long as the shop runs.</summary>
public sealed class ReplayStore
{
    private readonly ConcurrentQueue<string> _events = [];

    public void Add(string recorded) => _events.Enqueue(recorded);
}
