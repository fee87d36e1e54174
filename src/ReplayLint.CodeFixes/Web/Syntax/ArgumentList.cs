using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Edits of the arguments of a call.</summary>
internal static class ArgumentList
{
    /// <summary>Gives a call an object with options as its last argument; null when the call has not the shape for it.</summary>
    public static IEnumerable<TextChange>? AddObject(WebScript script, Node call, in NodeList<Expression> arguments, IEnumerable<(string Path, string Value)> options)
    {
        var text = script.Text;
        var close = call.End - 1;
        if (text[close] != ')' || arguments.Any(static argument => argument is SpreadElement or ArrayExpression))
            return null;

        var written = OptionTree.Of(options).Write(ScriptStyle.QuoteAt(script, call), isCompact: false, isPadded: true, keyQuote: null);
        if (arguments.Count == 0)
            return [Insert(close, written)];

        // Parentheses around the last argument belong to it.
        var end = arguments[arguments.Count - 1].End;
        for (var next = ScriptTrivia.SkipTrivia(text, end); next < close && text[next] == ')'; next = ScriptTrivia.SkipTrivia(text, end))
            end = next + 1;

        var comma = ScriptTrivia.SkipTrivia(text, end);
        return [text[comma] == ',' ? Insert(comma + 1, " " + written) : Insert(end, ", " + written)];

        TextChange Insert(int position, string added) => new(new TextSpan(script.InFile(position), 0), added);
    }
}
