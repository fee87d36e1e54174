using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>A word or line of a catalogue file that cannot be used, and why.</summary>
internal sealed record CatalogError(TextSpan Span, string Message)
{
    /// <summary>What could stand in the place of a word: the known one that it was probably meant to be, or all of them.</summary>
    public static string Advice(string written, IEnumerable<string> known, string ending = "")
    {
        var words = known.ToList();
        return ClosestName.Of(written, words) is { } closest ? $"did you mean '{closest}{ending}'?" : $"expected {string.Join(", ", words.Select(word => word + (ending.Length == 0 ? "" : ending + "…")))}";
    }
}
