using ReplayLint.Readers.Markup;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>What is true of the tree of any text whatever.</summary>
internal static class MarkupInvariants
{
    public static MarkupDocument ParseAndCheck(string text, MarkupLanguage language)
    {
        var document = MarkupDocument.Parse(text, language);
        Check(document);
        foreach (var node in document.Descendants())
            Check(node);

        return document;
    }

    private static void Check(MarkupNode node)
    {
        var end = node.Span.Start;
        for (var i = 0; i < node.NodeCount; i++)
        {
            var child = node.NodeAt(i);
            Require(ReferenceEquals(child.Parent, node), child, "knows its parent");
            Require(child.Span.Start >= end, child, "starts after the one before it");
            Require(child.Span.End <= node.Span.End, child, "ends inside its parent");
            end = child.Span.End;
        }

        switch (node)
        {
            case MarkupText or RazorStatement:
                Require(!node.Span.IsEmpty, node, "is not empty");
                break;

            case MarkupElement element:
                Require(element.ContentSpan.Start == element.StartTagSpan.End, node, "has its content after the start tag");
                Require(element.ContentSpan.End == (element.EndTagSpan?.Start ?? element.Span.End), node, "has its content before the end tag");
                Require((element.EndTagSpan?.End ?? element.Span.End) == element.Span.End, node, "ends with its end tag");
                break;

            case RawText raw:
                CheckScript(raw, raw.ToScript());
                break;

            case MarkupAttribute attribute:
                CheckScript(attribute, attribute.ToScript());
                break;
        }

        if (node is MarkupContainer container and not RazorBlock)
            CheckCover(container);
    }

    /// <summary>Between statements there is white space; everywhere else every character belongs to a child.</summary>
    private static void CheckCover(MarkupContainer container)
    {
        var source = container.Document.Source;
        var position = container.ContentSpan.Start;
        foreach (var child in container.Children)
        {
            RequireGap(child.Span.Start);
            position = child.Span.End;
        }

        RequireGap(container.ContentSpan.End);

        void RequireGap(int end)
        {
            Require(position <= end, container, "has its children in its content");
            if (container is RazorCode or RazorBranch)
                Require(string.IsNullOrWhiteSpace(source[position..end]), container, "has no code outside of its statements");
            else
                Require(position == end, container, "is covered by its children");
        }
    }

    private static void CheckScript(MarkupContainer container, string script)
    {
        var source = container.Document.TextOf(container.ContentSpan);
        Require(script.Length == source.Length, container, "is as long as a script");
        for (var i = 0; i < source.Length; i++)
            Require((source[i] is '\r' or '\n') == (script[i] is '\r' or '\n'), container, "has the same lines as a script");
    }

    // The message is only made when it is needed: this runs some millions of times.
    private static void Require(bool condition, MarkupNode node, string what)
    {
        if (!condition)
            Assert.Fail($"{node.GetType().Name} {node.Span} {what}:\n{node}\nin:\n{node.Document.Source}");
    }
}
