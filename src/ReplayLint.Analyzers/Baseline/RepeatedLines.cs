using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Baseline;

/// <summary>Which lines of a file say the same. A file is read once, and only one in which that matters.</summary>
internal sealed class RepeatedLines
{
    private static readonly int[] None = [];

    private readonly ConcurrentDictionary<string, Dictionary<string, List<int>>> _files = new(BaselinePath.Comparer);

    /// <summary>The numbers of the lines that say the same as that of a finding, which is one of them, in order.</summary>
    public IReadOnlyList<int> Like(FindingLine line) =>
        line.Source is { } text && _files.GetOrAdd(line.Path, _ => Read(text)).TryGetValue(line.Words, out var numbers) ? numbers : None;

    private static Dictionary<string, List<int>> Read(SourceText text)
    {
        var lines = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var line in text.Lines)
        {
            var words = Fingerprint.Normalize(line.ToString());
            if (!lines.TryGetValue(words, out var numbers))
                lines.Add(words, numbers = []);

            numbers.Add(line.LineNumber);
        }

        return lines;
    }
}
