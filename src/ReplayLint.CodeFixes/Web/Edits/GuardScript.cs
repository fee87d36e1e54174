using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web.Syntax;
using ReplayLint.Readers.Markup;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>
/// Puts the script element of a view behind a condition that means consent. That is done where the recorder is loaded, not
/// where its view is included: one edit then holds for every inclusion, also for one that someone adds later.
/// </summary>
internal sealed class GuardScript() : WebEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent, Descriptors.RPL1002_ConsentMayBeMissing)
{
    internal const string Key = nameof(GuardScript);

    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (finding.Get(FixProperties.Guard) is not { } guard
            || source.Page is not { IsRazor: true } page
            || ScriptElements.At(source, finding.Span) is not { EndTagSpan: not null } element
            || Wrap(source, element, guard) is not { } changes)
            yield break;

        // They come first, also where the script stands at the very beginning.
        if (RazorDirectiveList.Insert(page, finding.Get(FixProperties.Directives)?.Split('\n') ?? [], source.EndOfLine) is { } directives)
            changes = changes.Prepend(directives);

        yield return new WebOffer(Key, $"Run the script only if '{guard}'", changes);
    }

    private static IEnumerable<TextChange>? Wrap(WebSource source, MarkupElement element, string guard)
    {
        // In C# a statement needs no sign, and a line of markup in it ends where the line does.
        if (element.Ancestors().Any(static node => node is RazorLine or MarkupAttribute))
            return null;

        var text = source.Text;
        var (start, end) = (element.Span.Start, element.Span.End);
        var isInCode = element.Parent is RazorBranch or RazorCode;
        var question = $"{(isInCode ? "" : "@")}if ({guard})";
        if (ScriptTrivia.IndentationBefore(text, start) is not { } indentation || !EndsLine(text, end))
        {
            // Behind a letter or digit the sign would be one of an e-mail address.
            return !isInCode && start > 0 && char.IsLetterOrDigit(text[start - 1])
                ? null
                : [new TextChange(new TextSpan(start, 0), question + " { "), new TextChange(new TextSpan(end, 0), " }")];
        }

        // Only a single line moves to the right: what is in a script may be text in which every blank counts.
        var isOneLine = !ScriptTrivia.HasLineBreak(text, start, end);
        var inner = indentation + (isOneLine ? StepOf(text) : "");
        var newLine = source.EndOfLine;
        return
        [
            new TextChange(new TextSpan(start, 0), question + newLine + indentation + "{" + newLine + inner),
            new TextChange(new TextSpan(end, 0), newLine + indentation + "}"),
        ];
    }

    private static bool EndsLine(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;

        return position == text.Length || text[position] is '\r' or '\n';
    }

    /// <summary>By how much the file indents: the first indentation in it.</summary>
    private static string StepOf(string text)
    {
        for (var position = 0; position >= 0 && position < text.Length; position = text.IndexOf('\n', position) + 1)
        {
            var end = position;
            while (end < text.Length && text[end] is ' ' or '\t')
                end++;

            if (end > position && end < text.Length && text[end] is not ('\r' or '\n'))
                return text[position] == '\t' ? "\t" : text.Substring(position, Math.Min(end - position, 4));

            if (text.IndexOf('\n', position) < 0)
                break;
        }

        return "    ";
    }
}
