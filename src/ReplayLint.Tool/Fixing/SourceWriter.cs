namespace ReplayLint.Tool.Fixing;

/// <summary>
/// Writes what fixes have changed. A file is written as a whole or not at all, in the encoding that it has; one that changed
/// since it was read, or that could not be written back as it is, is left alone.
/// </summary>
internal static class SourceWriter
{
    /// <summary>Writes a changed file; the result says why it was left alone, and is null when it was written.</summary>
    public static string? Write(FileChange change)
    {
        try
        {
            return change.Before is { } before ? Replace(change.Path, before, change.After) : Create(change.Path, change.After);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static string? Replace(string path, string before, string after)
    {
        // A link stays a link.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (SourceFile.Read(File.ReadAllBytes(target)) is not { } file)
            return "its encoding is not known, and writing could change what was not edited.";

        if (file.Text != before)
            return "it has changed since it was read.";

        if (file.Encode(after) is not { } bytes)
            return "its encoding cannot hold what a fix would write.";

        WriteAtOnce(target, bytes, static (temporary, path) =>
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));

            File.Move(temporary, path, overwrite: true);
        });
        return null;
    }

    private static string? Create(string path, string text)
    {
        if (File.Exists(path))
            return "a file of that name is there already, and is not part of the project.";

        WriteAtOnce(path, new System.Text.UTF8Encoding(false).GetBytes(text), static (temporary, path) => File.Move(temporary, path));
        return null;
    }

    /// <summary>Whoever reads the file meanwhile, or finds it after a crash, sees the old one or the new one.</summary>
    public static void WriteAtOnce(string path, byte[] bytes, Action<string, string> put)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            put(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
