using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.Markup;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>The directives at the top of a view.</summary>
internal static class RazorDirectiveList
{
    /// <summary>Adds the directives that are missing, each on a line: after those at the top, or before everything. Null when none is.</summary>
    public static TextChange? Insert(MarkupDocument page, IEnumerable<string> directives, string endOfLine)
    {
        var missing = directives.Where(wanted => !page.Children.Any(node => node is RazorDirective && node.Text.Trim() == wanted)).ToList();
        if (missing.Count == 0)
            return null;

        var text = page.Source;
        var last = LastAtTop(page);
        var lines = string.Join(endOfLine, missing);
        if (last is null)
            return new TextChange(new TextSpan(0, 0), lines + endOfLine);

        var end = last.Span.End;
        while (end > last.Span.Start && char.IsWhiteSpace(text[end - 1]))
            end--;

        return new TextChange(new TextSpan(end, 0), endOfLine + lines);
    }

    private static RazorDirective? LastAtTop(MarkupDocument page)
    {
        RazorDirective? last = null;
        foreach (var node in page.Children)
        {
            if (node is RazorDirective { Keyword: not "section" } directive)
                last = directive;
            else if (node is not MarkupComment && !(node is MarkupText && node.Text.Trim().Length == 0))
                break;
        }

        return last;
    }
}
