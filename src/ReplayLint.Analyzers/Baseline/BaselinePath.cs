using System.Text;

namespace ReplayLint.Baseline;

/// <summary>Paths as a baseline writes them: from its own folder, with <c>/</c>, and without spaces.</summary>
internal static class BaselinePath
{
    /// <summary>Capitals do not tell files apart: a drive is <c>c:</c> in an editor and <c>C:</c> in a build.</summary>
    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    public static string Normalize(string path) => path.Replace('\\', '/');

    /// <summary>The folder of a file, with the slash at its end; empty where the path names none.</summary>
    public static string FolderOf(string path)
    {
        var normalized = Normalize(path);
        return normalized.Substring(0, normalized.LastIndexOf('/') + 1);
    }

    public static string NameOf(string path) => path.Substring(FolderOf(path).Length);

    /// <summary>The file that is written as a path from a folder.</summary>
    public static string Resolve(string folder, string written)
    {
        var path = Normalize(Uri.UnescapeDataString(written));
        var isRooted = path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') == 1;
        var start = isRooted ? "" : FolderOf(Normalize(folder) + "/");
        var parts = new List<string>();
        foreach (var part in (start + path).Split('/'))
        {
            if (part == ".." && parts.Count > 1)
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." && !(part.Length == 0 && parts.Count > 0))
                parts.Add(part);
        }

        return string.Join("/", parts);
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
