using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Writes members at the end of an object literal.</summary>
internal sealed class MemberInsertion(WebScript script, ObjectExpression literal, string endOfLine)
{
    private readonly string _text = script.Text;

    /// <summary>The last member, whatever it is; null in an empty object.</summary>
    private readonly Node? _last = literal.Properties.Count == 0 ? null : literal.Properties[literal.Properties.Count - 1];

    private bool IsCompact { get; } = literal.Properties.OfType<Property>().LastOrDefault(static property => property is { Shorthand: false, Method: false, Kind: PropertyKind.Init }) is { } property
        && !char.IsWhiteSpace(script.Text[property.Value.Start - 1])
        && script.Text[property.Value.Start - 1] == ':';

    private bool IsPadded => _last is null || char.IsWhiteSpace(_text[literal.Start + 1]);

    private char? KeyQuote { get; } = script.IsJson ? '"' : literal.Properties.OfType<Property>().LastOrDefault()?.Key is StringLiteral key && script.Text[key.Start] is '"' or '\'' ? script.Text[literal.Properties.OfType<Property>().Last().Key.Start] : null;

    public IEnumerable<TextChange> Insert(List<OptionTree> members)
    {
        var quote = ScriptStyle.QuoteAt(script, literal);
        var written = members.ConvertAll(member => member.WriteMember(quote, IsCompact, IsPadded, KeyQuote));
        if (_last is null)
            return IntoEmpty(written);

        var comma = ScriptTrivia.SkipTrivia(_text, _last.End);
        int? behindComma = comma < literal.End && _text[comma] == ',' ? comma + 1 : null;
        return ScriptTrivia.IndentationBefore(_text, _last.Start) is { } indentation && ScriptTrivia.HasLineBreak(_text, literal.Start, _last.Start)
            ? OnLines(written, indentation, behindComma)
            : InLine(written, behindComma);
    }

    private IEnumerable<TextChange> IntoEmpty(List<string> written)
    {
        var content = string.Join(", ", written);
        var inside = TextSpan.FromBounds(literal.Start + 1, literal.End - 1);
        if (_text.Substring(inside.Start, inside.Length).Trim().Length == 0)
            yield return Change(inside.Start, inside.End, " " + content + " ");
        else
            yield return Change(inside.Start, inside.Start, " " + content);
    }

    private IEnumerable<TextChange> InLine(List<string> written, int? behindComma)
    {
        var gap = IsCompact ? "" : " ";
        var content = string.Join("," + gap, written);
        if (behindComma is { } position)
            yield return Change(position, position, gap + content + ",");
        else
            yield return Change(_last!.End, _last.End, "," + gap + content);
    }

    /// <summary>A comment behind the last member stays with it.</summary>
    private IEnumerable<TextChange> OnLines(List<string> written, string indentation, int? behindComma)
    {
        var behind = behindComma ?? _last!.End;
        var end = ScriptTrivia.RestOfLine(_text, behind) ?? behind;
        var lines = string.Join(",", written.Select(member => endOfLine + indentation + member)) + (behindComma is null ? "" : ",");
        if (behindComma is null && end > behind)
            yield return Change(behind, behind, ",");
        else if (behindComma is null)
            lines = "," + lines;

        yield return Change(end, end, lines);
    }

    private TextChange Change(int start, int end, string text) => new(TextSpan.FromBounds(script.InFile(start), script.InFile(end)), text);
}
