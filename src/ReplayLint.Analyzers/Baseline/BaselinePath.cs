using System.Text;

namespace ReplayLint.Baseline;

/// <summary>Paths as a baseline writes them: from its own folder, with <c>/</c>, and without spaces.</summary>
internal static class BaselinePath
{
    /// <summary>Capitals do not tell files apart: a drive is <c>c:</c> in an editor and <c>C:</c> in a build.</summary>
    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    /// <summary>The path with <c>/</c>, and without steps up and down again: a build may hand a linked file over as <c>App/../Shared/A.cs</c>.</summary>
    public static string Normalize(string path)
    {
        path = path.Replace('\\', '/');
        if (path.IndexOf("/.", StringComparison.Ordinal) < 0 && path.IndexOf("//", StringComparison.Ordinal) < 0)
            return path;

        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            var isRoot = parts.TrueForAll(static above => above.Length == 0);
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
                parts.RemoveRange(parts.Count - 1, isRoot ? 0 : 1);
            else if (part != "." && (part.Length > 0 || isRoot))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    /// <summary>The folder of a file, with the slash at its end; empty where the path names none.</summary>
    public static string FolderOf(string path)
    {
        var normalized = Normalize(path);
        return normalized.Substring(0, normalized.LastIndexOf('/') + 1);
    }

    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The file that is written as a path from a folder.</summary>
    public static string Resolve(string folder, string written)
    {
        var path = Uri.UnescapeDataString(written).Replace('\\', '/');
        var isRooted = path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') == 1;
        return Normalize(isRooted ? path : folder.TrimEnd('/', '\\') + "/" + path);
    }

    /// <summary>How a file is written as a path from a folder.</summary>
    public static string Write(string folder, string path)
    {
        var from = Normalize(folder).TrimEnd('/').Split('/');
        var to = Normalize(path).Split('/');
        var shared = 0;
        while (shared < from.Length && shared < to.Length - 1 && Comparer.Equals(from[shared], to[shared]))
            shared++;

        // Without a common root, as on another drive, there is no way from one to the other.
        var parts = shared == 0 ? to : Enumerable.Repeat("..", from.Length - shared).Concat(to.Skip(shared));
        return Escape(string.Join("/", parts));
    }

    /// <summary>Words end at white space, and a word that begins with a number sign is a comment.</summary>
    private static string Escape(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var c in path)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '%' || (c == '#' && text.Length == 0))
                text.Append(Uri.EscapeDataString(c.ToString()));
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
