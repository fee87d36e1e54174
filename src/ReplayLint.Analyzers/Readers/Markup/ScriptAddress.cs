namespace ReplayLint.Readers.Markup;

/// <summary>Tells whether an address in a page, a script or code means a script file of the project.</summary>
internal static class ScriptAddress
{
    private const string Content = "_content/";

    /// <summary>The file's name without its ending: every address of it holds that.</summary>
    public static string NameOf(string file)
    {
        var start = file.LastIndexOfAny(['/', '\\']) + 1;
        var dot = file.LastIndexOf('.');
        return dot > start ? file.Substring(start, dot - start) : file.Substring(start);
    }

    /// <summary>Whether the text is, or holds, the address of the file.</summary>
    /// <param name="text">The text: an address, or code that makes one.</param>
    /// <param name="from">The script that imports it, to whose place <c>./</c> is relative; null where addresses are relative to the site.</param>
    /// <param name="file">The path of the file.</param>
    public static bool Means(string text, string? from, string file)
    {
        var name = NameOf(file);
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = at;
            while (start > 0 && IsPartOfAddress(text[start - 1]))
                start--;

            var end = at + name.Length;
            while (end < text.Length && IsPartOfAddress(text[end]))
                end++;

            if (IsPathOf(text.Substring(start, end - start), from, file.Replace('\\', '/')))
                return true;
        }

        return false;
    }

    private static bool IsPartOfAddress(char letter) => char.IsLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_' or '~' or '\\';

    private static bool IsPathOf(string address, string? from, string file)
    {
        address = address.Replace('\\', '/');
        var ending = file.Substring(file.LastIndexOf('.'));
        if (!address.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            address += ending;

        if (from is not null && address.StartsWith(".", StringComparison.Ordinal))
            return string.Equals(Resolve(from.Replace('\\', '/'), address), file, StringComparison.OrdinalIgnoreCase);

        // Another site's script, or the address of its root.
        if (address.StartsWith("//", StringComparison.Ordinal))
            return false;

        var path = address.TrimStart('~', '.', '/');
        if (path.StartsWith(Content, StringComparison.OrdinalIgnoreCase) && path.IndexOf('/', Content.Length) is var slash and > 0)
            path = path.Substring(slash + 1);

        return file.EndsWith("/" + path, StringComparison.OrdinalIgnoreCase) || string.Equals(file, path, StringComparison.OrdinalIgnoreCase);
    }

    private static string Resolve(string from, string address)
    {
        var parts = from.Split('/').ToList();
        parts.RemoveAt(parts.Count - 1);
        foreach (var part in address.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or ""))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
