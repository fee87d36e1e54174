using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Edits of the members of an object that keep their layout: one line stays one line, one member a line stays so.</summary>
internal static class InitializerSyntax
{
    /// <summary>Adds a member at the end, laid out like the member before it.</summary>
    public static InitializerExpressionSyntax Add(InitializerExpressionSyntax initializer, ExpressionSyntax member) =>
        initializer.WithExpressions(Add(initializer.Expressions, member));

    /// <inheritdoc cref="Add(InitializerExpressionSyntax, ExpressionSyntax)" />
    public static SeparatedSyntaxList<T> Add<T>(SeparatedSyntaxList<T> members, T member)
        where T : SyntaxNode
    {
        if (members.Count == 0)
            return members.Add(member);

        var nodesAndTokens = members.GetWithSeparators();
        var last = members[members.Count - 1];
        if (members.SeparatorCount == members.Count)
        {
            // A trailing comma already ends the line; the new member gets one too.
            var comma = members.GetSeparator(members.Count - 1);
            var added = member.WithLeadingTrivia(Indentation.Of(last)).WithoutTrailingTrivia();
            return SyntaxFactory.SeparatedList<T>(nodesAndTokens.Add(added).Add(comma.WithLeadingTrivia()));
        }

        // What follows the last member moves behind the new one, save a comment that speaks of the last.
        var trailing = last.GetTrailingTrivia();
        var breaksLine = trailing.Any(SyntaxKind.EndOfLineTrivia);
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken);
        separator = breaksLine ? separator.WithTrailingTrivia(trailing) : separator.WithTrailingTrivia(SyntaxFactory.Space);
        var next = breaksLine
            ? member.WithLeadingTrivia(Indentation.Of(last)).WithTrailingTrivia(trailing.Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)))
            : member.WithoutLeadingTrivia().WithTrailingTrivia(trailing);

        nodesAndTokens = nodesAndTokens.Replace(last, last.WithoutTrailingTrivia());
        return SyntaxFactory.SeparatedList<T>(nodesAndTokens.Add(separator).Add(next));
    }

    /// <summary>Removes a member with its comma and its line; the lines around it keep their place.</summary>
    public static InitializerExpressionSyntax RemoveAt(InitializerExpressionSyntax initializer, int index) =>
        initializer.WithExpressions(RemoveAt(initializer.Expressions, index));

    /// <inheritdoc cref="RemoveAt(InitializerExpressionSyntax, int)" />
    public static SeparatedSyntaxList<T> RemoveAt<T>(SeparatedSyntaxList<T> members, int index)
        where T : SyntaxNode
    {
        if (members.Count > 1 && index == members.Count - 1 && members.SeparatorCount < members.Count)
        {
            // The last member has no comma: the one before it loses its own and takes over what ended the line.
            var previous = members[index - 1];
            var ending = members[index].GetTrailingTrivia();
            members = members.RemoveAt(index);
            return members.Replace(members[index - 1], previous.WithTrailingTrivia(previous.GetTrailingTrivia().AddRange(ending)));
        }

        return members.RemoveAt(index);
    }
}
