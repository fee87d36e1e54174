using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Takes a member out of an object literal. What stands around it, comments above it included, stays.</summary>
internal static class MemberRemoval
{
    public static IReadOnlyList<TextChange> Of(WebScript script, ObjectExpression literal, Node member)
    {
        var text = script.Text;
        var index = literal.Properties.ToList().IndexOf(member);
        var previous = index > 0 ? literal.Properties[index - 1] : null;
        var isLast = index == literal.Properties.Count - 1;
        var comma = ScriptTrivia.SkipTrivia(text, member.End);
        var hasComma = comma < literal.End && text[comma] == ',';
        var end = hasComma ? comma + 1 : member.End;

        // Alone on its lines: they go as a whole, with a comment at the end that speaks of the member.
        var isOnLines = ScriptTrivia.IndentationBefore(text, member.Start) is not null;
        if (isOnLines && ScriptTrivia.RestOfLine(text, end) is { } rest && rest < text.Length)
        {
            var lines = TextSpan.FromBounds(ScriptTrivia.StartOfLine(text, member.Start), ScriptTrivia.SkipLineBreak(text, rest));
            return isLast && !hasComma && previous is not null ? [Comma(previous), Delete(lines.Start, lines.End)] : [Delete(lines.Start, lines.End)];
        }

        if (!isLast)
            return [Delete(member.Start, SkipSpaces(end))];

        if (previous is null)
            return [IsBlank(literal.Start + 1, member.Start) && IsBlank(end, literal.End - 1) ? Delete(literal.Start + 1, literal.End - 1) : Delete(member.Start, end)];

        // The last one on a line with others: a comma that is left at the end would not look like the rest.
        var before = ScriptTrivia.SkipTrivia(text, previous.End);
        if (hasComma)
            return [Delete(SkipSpacesBack(member.Start), end)];

        return IsBlank(before + 1, member.Start) ? [Delete(before, end)] : [Comma(previous), Delete(member.Start, end)];

        TextChange Comma(Node node)
        {
            var position = ScriptTrivia.SkipTrivia(text, node.End);
            return Delete(position, position + 1);
        }

        TextChange Delete(int start, int stop) => new(TextSpan.FromBounds(script.InFile(start), script.InFile(stop)), "");

        bool IsBlank(int start, int stop) => text.Substring(start, stop - start).Trim().Length == 0;

        int SkipSpaces(int position)
        {
            while (position < text.Length && text[position] is ' ' or '\t')
                position++;

            return position;
        }

        int SkipSpacesBack(int position)
        {
            while (position > 0 && text[position - 1] is ' ' or '\t')
                position--;

            return position;
        }
    }
}
