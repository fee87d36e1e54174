namespace ReplayLint.Readers.Markup;

/// <summary>
/// Text that Razor writes, as JavaScript of the same length and the same lines. Which parts stay is simple, so that
/// the result can be foreseen: literal text does, an expression is a name, and all else is blank.
/// </summary>
internal static class ScriptText
{
    private const char Placeholder = '_';

    public static string Of(MarkupContainer container)
    {
        var source = container.Document.Source;
        var span = container.ContentSpan;
        if (span.IsEmpty)
            return "";

        var script = new char[span.Length];
        for (var i = 0; i < script.Length; i++)
            script[i] = IsLineBreak(source[span.Start + i]) ? source[span.Start + i] : ' ';

        foreach (var node in container.Descendants())
        {
            // The attributes of a tag inside a script are not part of it.
            if (node.Parent is MarkupAttribute && node.Parent != container)
                continue;

            if (node is MarkupText)
                CopyText(node, script, span.Start);
            else if (node is RazorExpression)
                NameExpression(node, script, span.Start);
        }

        return new string(script);
    }

    private static void CopyText(MarkupNode text, char[] script, int offset)
    {
        var source = text.Document.Source;
        source.CopyTo(text.Span.Start, script, text.Span.Start - offset, text.Span.Length);
        if (!text.Document.IsRazor)
            return;

        for (var i = text.Span.Start; i < text.Span.End - 1; i++)
        {
            if (source[i] == '@' && source[i + 1] == '@')
                script[i++ - offset] = ' ';
        }
    }

    /// <summary>A name has no line break: of an expression on several lines, the first line becomes one.</summary>
    private static void NameExpression(MarkupNode expression, char[] script, int offset)
    {
        for (var i = expression.Span.Start; i < expression.Span.End && !IsLineBreak(script[i - offset]); i++)
            script[i - offset] = Placeholder;
    }

    private static bool IsLineBreak(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';
}
