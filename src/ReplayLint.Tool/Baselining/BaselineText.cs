using Microsoft.CodeAnalysis.Text;
using ReplayLint.Baseline;

namespace ReplayLint.Tool.Baselining;

/// <summary>
/// Writes a baseline. What people wrote stays: comments at the head of the file, and those before an entry, which go where it goes.
/// </summary>
internal static class BaselineText
{
    private static readonly string[] Head =
    [
        "# Findings of ReplayLint that may stay, each for a reason; whatever is new is reported.",
        "# A line: the rule, the fingerprint of the line of code, the file, and why. A reason may end with a day: until 2027-03-31.",
        "# 'replaylint baseline' writes this file and takes out what is fixed.",
        "",
    ];

    /// <summary>The text with the given lines in place of the old entries.</summary>
    /// <param name="before">The old baseline; null when there is none.</param>
    /// <param name="path">Its path.</param>
    /// <param name="lines">The entries, in order.</param>
    public static string Write(BaselineFile? before, string path, IReadOnlyList<BaselineLine> lines)
    {
        var folder = Path.GetDirectoryName(path)!;
        var (head, comments, end) = before is null ? (Head, [], []) : ReadComments(before);
        var text = head.Concat(lines.SelectMany(line => (line.Before is { } old ? comments[old.Span] : []).Append(line.Entry.Write(folder)))).Concat(end);
        var endOfLine = before is not null && before.Text.ToString().Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return string.Concat(text.Select(line => line + endOfLine));
    }

    /// <summary>The lines that are no entries: those at the head of the file, those before each entry, and those at the end.</summary>
    private static (IReadOnlyList<string> Head, Dictionary<TextSpan, IReadOnlyList<string>> Comments, IReadOnlyList<string> End) ReadComments(BaselineFile file)
    {
        var comments = new Dictionary<TextSpan, IReadOnlyList<string>>();
        var head = new List<string>();
        var waiting = new List<string>();
        var next = 0;
        foreach (var line in file.Text.Lines)
        {
            if (next < file.Entries.Length && line.Span.Contains(file.Entries[next].Span))
            {
                // What an empty line parts from the first entry is about the whole file.
                if (next == 0)
                    head = Cut(waiting, waiting.FindLastIndex(string.IsNullOrWhiteSpace) + 1);

                comments.Add(file.Entries[next++].Span, waiting);
                waiting = [];
            }
            else if (line.EndIncludingLineBreak > line.Start)
            {
                waiting.Add(line.ToString());
            }
        }

        return next == 0 ? (waiting, comments, []) : (head, comments, waiting);
    }

    private static List<string> Cut(List<string> lines, int count)
    {
        var cut = lines.GetRange(0, count);
        lines.RemoveRange(0, count);
        return cut;
    }
}
