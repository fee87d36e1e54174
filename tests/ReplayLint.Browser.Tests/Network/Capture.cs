using System.Diagnostics;

namespace ReplayLint.Browser.Tests.Network;

/// <summary>Everything that one visit to a page sent.</summary>
internal sealed class Capture(Func<string, byte[], Answer> answer)
{
    private readonly List<CapturedRequest> _requests = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<CapturedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public void Add(CapturedRequest request)
    {
        lock (_lock)
            _requests.Add(request);
    }

    /// <summary>Waits until what was sent fulfils a condition; it is asked for again only where something more was sent.</summary>
    /// <returns>Whether it did in time.</returns>
    public async Task<bool> WaitAsync(Func<bool> condition, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        for (var asked = -1; ; await Task.Delay(25))
        {
            if (Requests.Count is var count && count != asked && condition())
                return true;

            if (clock.Elapsed > limit)
                return false;

            asked = count;
        }
    }

    /// <summary>What whoever is asked answers.</summary>
    public Answer AnswerTo(string url, byte[] body) => answer(url, body);
}

/// <summary>What a server answers.</summary>
internal sealed record Answer(string ContentType, byte[] Body)
{
    /// <summary>Further headers, which the page may read.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Json(string text) => new("application/json", System.Text.Encoding.UTF8.GetBytes(text));

    public static Answer Html(string text) => new("text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text));

    public static Answer Script(byte[] text) => new("text/javascript; charset=utf-8", text);
}
