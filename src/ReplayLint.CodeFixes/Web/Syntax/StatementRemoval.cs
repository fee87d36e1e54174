using System.Collections.Immutable;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Takes a statement out of a script. Comments above it stay; one that follows it on its line goes with it.</summary>
internal static class StatementRemoval
{
    /// <summary>Removes the statement that an expression is; null when the expression is part of something else.</summary>
    /// <param name="script">The script.</param>
    /// <param name="path">The nodes around the expression, from the outside in.</param>
    /// <param name="index">Which of them the expression is.</param>
    public static IEnumerable<TextChange>? Of(WebScript script, ImmutableArray<Node> path, int index)
    {
        index--;
        while (index > 0 && path[index] is ChainExpression or AwaitExpression)
            index--;

        if (index <= 0 || path[index] is not ExpressionStatement statement)
            return null;

        var change = path[index - 1] is Program or BlockStatement or StaticBlock or SwitchCase or FunctionBody
            ? Remove(script, statement)
            : new TextChange(script.SpanOf(statement), "{ }");
        return script.Owns(change.Span) ? [change] : null;
    }

    private static TextChange Remove(WebScript script, ExpressionStatement statement)
    {
        var text = script.Text;
        var (start, end) = (statement.Start, statement.End);

        // Without it, what follows could become part of what is before.
        var next = ScriptTrivia.SkipTrivia(text, end);
        if (text[end - 1] == ';' && next < text.Length && text[next] is '(' or '[' or '/' or '+' or '-' or '`' && !EndsStatement(text, start))
            return Change(start, end, ";");

        if (ScriptTrivia.IndentationBefore(text, start) is not null && ScriptTrivia.RestOfLine(text, end) is { } rest && rest < text.Length)
            return Change(ScriptTrivia.StartOfLine(text, start), ScriptTrivia.SkipLineBreak(text, rest), "");

        while (end < text.Length && text[end] is ' ' or '\t')
            end++;

        return Change(start, end, "");

        TextChange Change(int from, int to, string written) => new(TextSpan.FromBounds(script.InFile(from), script.InFile(to)), written);
    }

    /// <summary>Whether what stands before a position is certainly complete.</summary>
    private static bool EndsStatement(string text, int position)
    {
        while (position > 0 && char.IsWhiteSpace(text[position - 1]))
            position--;

        return position == 0 || text[position - 1] is ';' or '{' or '}';
    }
}
