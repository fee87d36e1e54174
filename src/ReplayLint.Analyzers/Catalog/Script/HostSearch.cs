using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog.Script;

/// <summary>Finds addresses in a text, by the first characters of their patterns.</summary>
internal sealed class HostSearch(ImmutableArray<HostPattern> patterns)
{
    private readonly AnchorSearch _anchors = new(patterns.Select(static pattern => pattern.Anchor).ToImmutableArray());

    /// <summary>Patterns and where they stand, in the order in which their anchors end; null when there are none.</summary>
    public List<(int Pattern, TextSpan Span)>? Find(string text)
    {
        List<(int, TextSpan)>? found = null;
        int position = 0, row = 0;
        while (_anchors.Next(text, ref position, ref row) is { } ending)
        {
            foreach (var pattern in ending)
            {
                if (patterns[pattern].TryMatch(text, position, out var span))
                    (found ??= []).Add((pattern, span));
            }
        }

        return found;
    }
}
