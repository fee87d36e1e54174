using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Fuzz.Properties;

/// <summary>Whether an edit kept what it was not about: code outside of the members that the finding names, comments, and line ends.</summary>
internal static class EditCheck
{
    public static void Check(SyntaxNode before, SyntaxNode after, Diagnostic finding, string fix)
    {
        var places = finding.AdditionalLocations.Where(location => location.SourceTree == before.SyntaxTree).Prepend(finding.Location).Select(location => PlaceOf(before, location.SourceSpan)).ToList();
        var lostLines = new HashSet<int>();
        foreach (var lost in TokenDiff.Lost([.. TokensOf(before)], [.. TokensOf(after)]))
        {
            lostLines.Add(lost.GetLocation().GetLineSpan().EndLinePosition.Line);
            if (!places.Exists(place => place.Contains(lost.Span)))
                throw new InvalidOperationException($"{fix} takes away '{lost}' at {lost.GetLocation().GetLineSpan().StartLinePosition}:\n{after.ToFullString()}");
        }

        var comments = CommentsOf(after).ToLookup(static comment => comment);

        // What is said behind something goes with it.
        foreach (var comment in CommentsOf(before, trivia => !lostLines.Contains(trivia.GetLocation().GetLineSpan().StartLinePosition.Line)).GroupBy(static comment => comment))
        {
            if (comments[comment.Key].Count() < comment.Count())
                throw new InvalidOperationException($"{fix} loses the comment '{comment.Key}':\n{after.ToFullString()}");
        }

        var source = before.ToFullString();
        var text = after.ToFullString();
        if (source.Contains("\r\n", StringComparison.Ordinal) && !HasBareLineFeed(source) && HasBareLineFeed(text))
            throw new InvalidOperationException($"{fix} mixes line ends:\n{text}");

        if (!source.Contains('\r', StringComparison.Ordinal) && text.Contains('\r', StringComparison.Ordinal))
            throw new InvalidOperationException($"{fix} brings carriage returns:\n{text}");
    }

    /// <summary>The member that a place is in, or the attributes.</summary>
    private static TextSpan PlaceOf(SyntaxNode root, TextSpan place) =>
        root.FindNode(place, getInnermostNodeForTie: true).AncestorsAndSelf().FirstOrDefault(static around => around is MemberDeclarationSyntax or AttributeListSyntax)?.FullSpan ?? root.FullSpan;

    private static IEnumerable<SyntaxToken> TokensOf(SyntaxNode root) => root.DescendantTokens().Where(static token => !token.Span.IsEmpty);

    private static IEnumerable<string> CommentsOf(SyntaxNode root, Func<SyntaxTrivia, bool>? counts = null) =>
        root.DescendantTrivia(descendIntoTrivia: false)
            .Where(trivia => (counts?.Invoke(trivia) ?? true) && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            .Select(static trivia => trivia.ToString().Trim());

    private static bool HasBareLineFeed(string text) => text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal);
}
