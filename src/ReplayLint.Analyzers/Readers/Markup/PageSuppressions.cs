using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Finds the comments of a page or script that suppress findings, and what each covers.</summary>
internal static class PageSuppressions
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>The comments between the elements of a file in which nothing else has been read.</summary>
    public static IEnumerable<SuppressionComment> InFile(WebFile file) =>
        file.Kind != WebFileKind.Script && file.Text.IndexOf(SuppressionComment.Directive, StringComparison.OrdinalIgnoreCase) >= 0 ? InMarkup(file.Document) : [];

    /// <summary>The comments between the elements of a page; each covers the element that follows.</summary>
    public static IEnumerable<SuppressionComment> InMarkup(MarkupDocument page)
    {
        foreach (var comment in page.Descendants().OfType<MarkupComment>())
        {
            if (SuppressionComment.Read(Words(comment), comment.Span, FollowingElement(comment)) is { } suppression)
                yield return suppression;
        }
    }

    /// <summary>The line comments of a script; each covers what starts in the line that follows.</summary>
    /// <param name="text">The text that holds the script.</param>
    /// <param name="script">Where in the text the script is.</param>
    /// <param name="places">What the script does, with spans of the text.</param>
    public static IEnumerable<SuppressionComment> InScript(string text, TextSpan script, ImmutableArray<TextSpan> places)
    {
        var position = script.Start;
        while ((position = text.IndexOf("//", position, script.End - position, StringComparison.Ordinal)) >= 0)
        {
            var end = text.IndexOfAny(LineEnds, position, script.End - position);
            end = end < 0 ? script.End : end;
            if (SuppressionComment.Read(text.Substring(position + 2, end - position - 2), TextSpan.FromBounds(position, end), FollowingLine(text, end, script.End, places)) is { } suppression)
                yield return suppression;

            position = end;
        }
    }

    private static string Words(MarkupComment comment)
    {
        // <!-- … -->, @* … *@: the marks are four and three, or two and two characters long.
        var marks = comment.Kind == MarkupCommentKind.Razor ? (Start: 2, End: 2) : (Start: 4, End: 3);
        var text = comment.Text;
        return text.Length > marks.Start + marks.End ? text.Substring(marks.Start, text.Length - marks.Start - marks.End) : "";
    }

    private static TextSpan FollowingElement(MarkupNode comment)
    {
        var isAfter = false;
        if (comment.Parent is MarkupContainer parent)
        {
            foreach (var sibling in parent.Children)
            {
                if (isAfter && sibling is MarkupElement)
                    return sibling.Span;

                isAfter |= sibling == comment;
            }
        }

        return new TextSpan(comment.Span.End, 0);
    }

    private static TextSpan FollowingLine(string text, int lineEnd, int scriptEnd, ImmutableArray<TextSpan> places)
    {
        var start = lineEnd;
        while (start < scriptEnd && char.IsWhiteSpace(text[start]))
            start++;

        var end = text.IndexOfAny(LineEnds, start, scriptEnd - start);
        end = end < 0 ? scriptEnd : end;
        foreach (var place in places)
        {
            if (place.Start >= start && place.Start < end)
                end = Math.Max(end, place.End);
        }

        return TextSpan.FromBounds(start, end);
    }
}
