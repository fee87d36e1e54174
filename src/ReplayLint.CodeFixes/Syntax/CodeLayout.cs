using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>
/// How the code around a node is laid out. A fix that breaks lines writes them itself: a formatter would use its own line
/// ending and touch its neighbours.
/// </summary>
internal sealed class CodeLayout
{
    private const string DefaultStep = "    ";

    private CodeLayout(string indent, string step, SyntaxTrivia endOfLine, bool startsLine)
    {
        Indent = indent;
        Step = step;
        EndOfLine = endOfLine;
        StartsLine = startsLine;
    }

    /// <summary>The white space at the start of the line on which the node starts.</summary>
    public string Indent { get; }

    /// <summary>What one level more is indented by.</summary>
    public string Step { get; }

    public SyntaxTrivia EndOfLine { get; }

    /// <summary>Whether nothing stands before the node on its line.</summary>
    public bool StartsLine { get; }

    /// <summary>Reads the layout at a node, which must be part of a file.</summary>
    public static CodeLayout Of(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart);
        var text = line.ToString();
        var indent = text.Substring(0, text.Length - text.TrimStart().Length);
        return new CodeLayout(indent, StepOf(root), Syntax.EndOfLine.Of(root), line.Start + indent.Length == node.SpanStart);
    }

    /// <summary>White space as trivia; none when it is empty.</summary>
    public static SyntaxTriviaList White(string text) =>
        text.Length == 0 ? SyntaxTriviaList.Empty : SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(text));

    /// <summary>The trivia, with a line ending after it unless it has one.</summary>
    public static SyntaxTriviaList EndLine(SyntaxTriviaList trivia, SyntaxTrivia endOfLine)
    {
        if (trivia.Any(SyntaxKind.EndOfLineTrivia))
            return trivia;

        var kept = trivia.Reverse().SkipWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();
        return SyntaxFactory.TriviaList(kept.Append(endOfLine));
    }

    /// <summary>Moves the lines of a node from one indentation to another. Texts that span lines stay as they are.</summary>
    /// <param name="first">Whether the first line is moved too; otherwise its indentation is the caller's.</param>
    public static T Reindent<T>(T node, string from, string to, bool first)
        where T : SyntaxNode
    {
        var firstToken = node.GetFirstToken(includeZeroWidth: true);
        return node.ReplaceTokens(node.DescendantTokens(), (token, _) =>
        {
            var startsLine = token == firstToken ? first : token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
            return token == firstToken && !first ? token : token.WithLeadingTrivia(Reindent(token.LeadingTrivia, startsLine, from, to, token.Span.Length > 0));
        });
    }

    /// <summary>Moves the lines that start in trivia, and the line of the token after it.</summary>
    public static SyntaxTriviaList Reindent(SyntaxTriviaList trivia, bool startsLine, string from, string to, bool isBeforeToken)
    {
        var moved = new List<SyntaxTrivia>(trivia.Count + 1);
        for (var i = 0; i < trivia.Count; i++)
        {
            var current = trivia[i];
            if (startsLine && current.IsKind(SyntaxKind.WhitespaceTrivia) && !EndsLineOrIsDirective(trivia, i + 1) && current.ToString() is var white && white.StartsWith(from, StringComparison.Ordinal))
            {
                moved.AddRange(White(to + white.Substring(from.Length)));
                startsLine = false;
                continue;
            }

            if (startsLine && from.Length == 0 && IsComment(current))
                moved.AddRange(White(to));

            moved.Add(current);
            startsLine = current.IsKind(SyntaxKind.EndOfLineTrivia) || current.IsDirective || current.IsKind(SyntaxKind.DisabledTextTrivia);
        }

        if (startsLine && from.Length == 0 && isBeforeToken)
            moved.AddRange(White(to));

        return SyntaxFactory.TriviaList(moved);
    }

    /// <summary>Splits what stands before a node: the empty lines that make a paragraph, and the rest.</summary>
    public static (SyntaxTriviaList Empty, SyntaxTriviaList Following) SplitEmptyLines(SyntaxTriviaList trivia)
    {
        var length = 0;
        for (var i = 0; i < trivia.Count && (trivia[i].IsKind(SyntaxKind.WhitespaceTrivia) || trivia[i].IsKind(SyntaxKind.EndOfLineTrivia)); i++)
        {
            if (trivia[i].IsKind(SyntaxKind.EndOfLineTrivia))
                length = i + 1;
        }

        return (SyntaxFactory.TriviaList(trivia.Take(length)), SyntaxFactory.TriviaList(trivia.Skip(length)));
    }

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool EndsLineOrIsDirective(SyntaxTriviaList trivia, int index) =>
        index < trivia.Count && (trivia[index].IsKind(SyntaxKind.EndOfLineTrivia) || trivia[index].IsDirective);

    /// <summary>The first line that is indented at all is indented by one step.</summary>
    private static string StepOf(SyntaxNode root)
    {
        foreach (var token in root.DescendantTokens())
        {
            if (token.LeadingTrivia.Count == 0
                || token.LeadingTrivia.Last() is not { RawKind: (int)SyntaxKind.WhitespaceTrivia } white
                || !token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            {
                continue;
            }

            var text = white.ToString();
            if (text[0] == '\t')
                return "\t";
            if (text.Length > 1)
                return text;
        }

        return DefaultStep;
    }
}
