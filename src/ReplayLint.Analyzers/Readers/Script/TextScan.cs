using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>Finds the texts of a script that cannot be parsed: comments and quotes are all that it understands.</summary>
internal static class TextScan
{
    /// <summary>The texts that look like addresses, and what the word before each says of its use.</summary>
    public static ImmutableArray<ScriptLoad> Loads(string text)
    {
        var loads = ImmutableArray.CreateBuilder<ScriptLoad>();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '/' when At(text, i + 1) == '/':
                    i = EndOf(text, i, "\n");
                    break;

                case '/' when At(text, i + 1) == '*':
                    i = EndOf(text, i + 2, "*/");
                    break;

                case '"' or '\'' or '`':
                    var end = EndOfQuote(text, i);
                    var content = text.Substring(i + 1, Math.Max(0, end - i - 1));
                    if (Address.IsLikely(content))
                        loads.Add(new ScriptLoad(TextSpan.FromBounds(i, Math.Min(end + 1, text.Length)), content, UseBefore(text, i)));

                    i = end;
                    break;
            }
        }

        return loads.ToImmutable();
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';

    private static int EndOf(string text, int start, string mark)
    {
        var end = start < text.Length ? text.IndexOf(mark, start, StringComparison.Ordinal) : -1;
        return end < 0 ? text.Length : end + mark.Length - 1;
    }

    /// <summary>The closing quote; a line ends a text that is not closed, so that one stray quote does not swallow the rest.</summary>
    private static int EndOfQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == text[start] || (text[i] == '\n' && text[start] != '`'))
                return i;
        }

        return text.Length;
    }

    private static LoadUse UseBefore(string text, int quote)
    {
        var i = quote - 1;
        while (i >= 0 && char.IsWhiteSpace(text[i]))
            i--;

        if (EndsWith(text, i, "import") || EndsWith(text, i, "from") || EndsWith(text, i, "import(") || EndsWith(text, i, "require("))
            return LoadUse.Import;

        if (i >= 0 && text[i] == '(')
            return LoadUse.CallArgument;

        if (i < 0 || text[i] != '=')
            return LoadUse.Other;

        do
            i--;
        while (i >= 0 && char.IsWhiteSpace(text[i]));

        return EndsWith(text, i, ".src") ? LoadUse.Src : LoadUse.Other;
    }

    private static bool EndsWith(string text, int last, string word) =>
        last + 1 >= word.Length && string.CompareOrdinal(text, last + 1 - word.Length, word, 0, word.Length) == 0;
}
