namespace ReplayLint.Tool.Output;

/// <summary>Paths as they are shown: relative to a folder, with <c>/</c>.</summary>
internal sealed class DisplayPath(string folder)
{
    /// <summary>The path below the folder; the whole path where it is not below.</summary>
    public string Of(string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
