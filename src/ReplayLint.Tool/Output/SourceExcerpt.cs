using ReplayLint.Tool.Analysis;

namespace ReplayLint.Tool.Output;

/// <summary>A line of source with a mark under what a finding is about.</summary>
/// <param name="Text">The line, cut off to the part around the place, with spaces for tabs.</param>
/// <param name="Caret">As many spaces as stand before the place, and a caret for each of its characters.</param>
internal sealed record SourceExcerpt(string Text, string Caret)
{
    // A minified script is one line of a megabyte.
    private const int Longest = 160;
    private const int Before = 60;
    private const string Cut = "…";

    /// <summary>Cuts the excerpt out of a line.</summary>
    public static SourceExcerpt Of(string line, FindingPlace place)
    {
        var start = Math.Clamp(place.Column - 1, 0, line.Length);
        var end = place.EndLine > place.Line ? line.Length : Math.Clamp(place.EndColumn - 1, start, line.Length);
        var indent = line.Length - line.TrimStart().Length;
        var from = line.Length - indent <= Longest ? Math.Min(indent, start) : Math.Max(Math.Min(indent, start), start - Before);
        var to = Math.Min(line.Length, from + Longest);

        var head = from > indent ? Cut : "";
        var text = head + line[from..to].TrimEnd().Replace('\t', ' ') + (to < line.Length ? Cut : "");
        return new SourceExcerpt(text, new string(' ', head.Length + start - from) + new string('^', Math.Max(1, Math.Min(end, to) - start)));
    }
}
