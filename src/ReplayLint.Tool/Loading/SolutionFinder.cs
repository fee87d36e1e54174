namespace ReplayLint.Tool.Loading;

/// <summary>Finds the solution or the projects that a path stands for.</summary>
internal static class SolutionFinder
{
    private static readonly string[] Solutions = [".sln", ".slnx", ".slnf"];
    private static readonly string[] Projects = [".csproj"];
    private static readonly HashSet<string> Ignored = new(["bin", "obj", "node_modules"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A solution or project file itself; for a folder the one solution or project in it, or else every project below it.
    /// </summary>
    public static IReadOnlyList<string> Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return Has(full, Solutions) || Has(full, Projects)
                ? [full]
                : throw new UserErrorException($"'{path}' is no solution, C# project or folder. For single views and scripts, give their folder and --no-build.");
        }

        if (!Directory.Exists(full))
            throw new UserErrorException($"'{path}' does not exist.");

        foreach (var endings in new[] { Solutions[..2], Projects })
        {
            var here = Directory.EnumerateFiles(full).Where(file => Has(file, endings)).ToList();
            if (here.Count == 1)
                return here;
        }

        var below = ProjectsBelow(full).Order(StringComparer.Ordinal).ToList();
        return below.Count > 0
            ? below
            : throw new UserErrorException($"There is no solution and no C# project in '{path}'. To read its views, pages and scripts alone, add --no-build.");
    }

    public static bool IsSolution(string path) => Has(path, Solutions);

    /// <summary>The projects in a folder and in those below.</summary>
    public static IEnumerable<string> ProjectsBelow(string folder) => ProjectsBelow(new DirectoryInfo(folder));

    /// <summary>What a package manager, a build or a version control keeps is nobody's own project; a link may lead round in a circle.</summary>
    private static IEnumerable<string> ProjectsBelow(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(static file => Has(file.Name, Projects)))
            yield return file.FullName;

        foreach (var inner in folder.EnumerateDirectories())
        {
            if (Ignored.Contains(inner.Name) || inner.Name.StartsWith('.') || inner.LinkTarget is not null)
                continue;

            foreach (var project in ProjectsBelow(inner))
                yield return project;
        }
    }

    private static bool Has(string path, string[] endings) => endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
