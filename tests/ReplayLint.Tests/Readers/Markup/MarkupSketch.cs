using ReplayLint.Readers.Markup;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>A tree on one line, so that a test shows the shape it expects. White space alone is left out.</summary>
internal static class MarkupSketch
{
    public static string Of(string text, MarkupLanguage language) => Children(MarkupInvariants.ParseAndCheck(text, language).Children);

    public static string Of(MarkupNode node) => node switch
    {
        MarkupText or RazorStatement => $"'{node.Text.Trim()}'",
        MarkupElement e => $"{e.Name}{Tag(e)}[{Children(e.Children)}]",
        MarkupAttribute { ValueSpan: null } a => a.Name,
        MarkupAttribute a => $"{a.Name}={Children(a.Children)}",
        MarkupComment c => $"{c.Kind}Comment",
        MarkupDeclaration d => d.Kind.ToString(),
        RawText r => $"raw({Children(r.Children)})",
        RazorExpression e => $"@({e.Code})",
        RazorBlock b => $"@{{{Children(b.Children)}}}",
        RazorBranch b => $"{b.Keyword}{(b.HeaderSpan is null ? "" : $"({b.Header})")}[{Children(b.Children)}]",
        RazorCode c => $"code {c.Header}[{Children(c.Children)}]",
        RazorLine l => $"line[{Children(l.Children)}]",
        RazorDirective d => $"{d.Keyword}({d.Argument})[{Children(d.Children)}]",
        _ => node.GetType().Name,
    };

    private static string Tag(MarkupElement element) =>
        element.TagNodes.Count == 0 ? "" : $"({string.Join(", ", element.TagNodes.Select(Of))})";

    private static string Children(IEnumerable<MarkupNode> nodes) =>
        string.Join(" ", nodes.Where(static n => n is not MarkupText || !string.IsNullOrWhiteSpace(n.Text)).Select(Of));
}
