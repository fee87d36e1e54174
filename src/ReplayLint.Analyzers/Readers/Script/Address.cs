namespace ReplayLint.Readers.Script;

/// <summary>Tells which texts may name code on a server.</summary>
internal static class Address
{
    private const int MaximumLength = 10_000;

    /// <summary>Whether the text holds an absolute address, a host with a path, or the name of a script file.</summary>
    public static bool IsLikely(string text)
    {
        if (text.Length is < 4 or > MaximumLength)
            return false;

        var slashes = text.IndexOf("//", StringComparison.Ordinal);
        if (slashes >= 0 && slashes + 2 < text.Length && char.IsLetterOrDigit(text[slashes + 2]))
            return true;

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return false;
        }

        return IsHostWithPath(text) || NamesScript(text, ".js") || NamesScript(text, ".mjs");
    }

    private static bool IsHostWithPath(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 4)
            return false;

        var dot = text.LastIndexOf('.', slash);
        if (dot <= 0 || slash - dot < 3)
            return false;

        for (var i = 0; i < slash; i++)
        {
            var c = text[i];
            if (!(i > dot ? char.IsLetter(c) : char.IsLetterOrDigit(c) || c is '.' or '-' or '*'))
                return false;
        }

        return true;
    }

    private static bool NamesScript(string text, string extension)
    {
        var index = text.IndexOf(extension, StringComparison.OrdinalIgnoreCase);
        return index > 0 && (index + extension.Length == text.Length || text[index + extension.Length] is '?' or '#');
    }
}
