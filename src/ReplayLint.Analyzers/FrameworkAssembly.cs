namespace ReplayLint;

/// <summary>The assemblies of which .NET consists: none of them records anything.</summary>
internal static class FrameworkAssembly
{
    private static readonly string[] Names = ["mscorlib", "netstandard", "System", "WindowsBase", "Microsoft.AspNetCore", "Microsoft.CSharp", "Microsoft.JSInterop", "Microsoft.Net.Http.Headers", "Microsoft.VisualBasic"];
    private static readonly string[] Families = ["System.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Microsoft.VisualBasic.", "Microsoft.Win32."];

    /// <summary>Whether a file is one of them, by its name.</summary>
    public static bool Is(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var length = path.Length - start - (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ".dll".Length : 0);
        foreach (var family in Families)
        {
            if (length > family.Length && string.CompareOrdinal(path, start, family, 0, family.Length) == 0)
                return true;
        }

        foreach (var name in Names)
        {
            if (length == name.Length && string.CompareOrdinal(path, start, name, 0, length) == 0)
                return true;
        }

        return false;
    }
}
