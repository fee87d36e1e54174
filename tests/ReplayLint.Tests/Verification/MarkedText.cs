using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Tests.Verification;

/// <summary>A text in which <c>{|RPL1001:…|}</c> marks each finding, and where the marks stand once they are taken out.</summary>
internal sealed record MarkedText(string Text, List<(string Id, TextSpan Span)> Marks)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var marks = new List<(string Id, TextSpan Span)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "{|RPL", 0, 5) == 0)
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (string.CompareOrdinal(marked, i, "|}", 0, 2) == 0 && open.Count > 0)
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        marks.Sort(static (a, b) => (a.Span.Start, a.Id).CompareTo((b.Span.Start, b.Id)));
        return new MarkedText(text.ToString(), marks);
    }
}
