using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Markup;

/// <summary>A script of a page, and where in the page it stands.</summary>
internal sealed class PageScript(string text, int start, RazorState state, RawText? raw, RecorderCatalog catalog)
{
    private readonly Lazy<ScriptDocument> _document = new(() => ScriptDocument.Parse(text, catalog));

    /// <summary>The script, as long as in the page, with what the page's own language writes replaced.</summary>
    public string Text { get; } = text;

    public int Start { get; } = start;

    /// <summary>The state in which the page runs it.</summary>
    public RazorState State { get; } = state;

    /// <summary>The category of a consent platform that makes it run without consent.</summary>
    public ScriptCategory? Category { get; init; }

    public ScriptDocument Document => _document.Value;

    /// <summary>A span of the script as one of the page.</summary>
    public TextSpan Shift(TextSpan span) => new(span.Start + Start, span.Length);

    /// <summary>The code that writes a part of the script when the page is made, or null.</summary>
    public string? CodeIn(TextSpan span)
    {
        if (raw is null)
            return null;

        var inPage = Shift(span);
        foreach (var node in raw.Descendants())
        {
            if (node is RazorExpression expression && inPage.Contains(expression.Span))
                return expression.Code;
        }

        return null;
    }
}
