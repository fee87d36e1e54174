using System.Text;

namespace ReplayLint.Readers;

/// <summary>The words that a name in code is made of.</summary>
internal static class NameWords
{
    /// <summary>Joins the words in lower case: <c>UserName</c>, <c>user_name</c> and <c>userName</c> give <c>user-name</c>.</summary>
    public static string Join(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var character = name[i];
            if (!char.IsLetterOrDigit(character))
            {
                Separate(words);
                continue;
            }

            // "userID" is two words and "HTMLName" is "html-name".
            if (char.IsUpper(character) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                Separate(words);

            words.Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }

    private static void Separate(StringBuilder words)
    {
        if (words.Length > 0 && words[words.Length - 1] != '-')
            words.Append('-');
    }
}
