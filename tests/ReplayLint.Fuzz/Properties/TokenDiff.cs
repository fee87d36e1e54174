using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Fuzz.Properties;

/// <summary>Compares the tokens of a source before and after an edit.</summary>
internal static class TokenDiff
{
    /// <summary>The tokens of the one that a longest common sequence of both does not hold.</summary>
    public static ImmutableArray<SyntaxToken> Lost(ImmutableArray<SyntaxToken> before, ImmutableArray<SyntaxToken> after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start].Text == after[start].Text)
            start++;

        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)].Text == after[^(end + 1)].Text)
            end++;

        return LostBetween(before[start..^end], after[start..^end]);
    }

    private static ImmutableArray<SyntaxToken> LostBetween(ImmutableArray<SyntaxToken> before, ImmutableArray<SyntaxToken> after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i].Text == after[j].Text ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lost = ImmutableArray.CreateBuilder<SyntaxToken>();
        for (int i = 0, j = 0; i < before.Length;)
        {
            if (j < after.Length && before[i].Text == after[j].Text)
                (i, j) = (i + 1, j + 1);
            else if (j >= after.Length || common[i + 1, j] >= common[i, j + 1])
                lost.Add(before[i++]);
            else
                j++;
        }

        return lost.ToImmutable();
    }
}
