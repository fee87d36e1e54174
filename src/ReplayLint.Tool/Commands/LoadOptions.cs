using System.CommandLine;
using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Terminal;

namespace ReplayLint.Tool.Commands;

/// <summary>The options that say how projects are loaded, and the loading itself.</summary>
internal sealed class LoadOptions
{
    private readonly Option<bool> _noBuild = SharedOptions.NoBuild();
    private readonly Option<bool> _noRestore = SharedOptions.NoRestore();
    private readonly Option<string[]> _properties = SharedOptions.Properties();

    public IEnumerable<Option> All => [_noBuild, _noRestore, _properties];

    /// <summary>Loads what a path stands for. A project that cannot be restored is loaded as far as it goes.</summary>
    /// <param name="path">A solution, project or folder.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Is told how far the work has come.</param>
    /// <param name="added">MSBuild properties besides those of the user.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<LoadedSolution> LoadAsync(string path, ParseResult arguments, UserTerminal terminal, IReadOnlyDictionary<string, string> added, CancellationToken cancellation)
    {
        if (arguments.GetValue(_noBuild))
            return Task.FromResult(FolderLoader.Load(path, added));

        var files = SolutionFinder.Find(path);
        var properties = new Dictionary<string, string>(added, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in SharedOptions.Read(arguments.GetValue(_properties)))
            properties[name] = value;

        return WorkProgress.RunAsync(terminal, "Loading", async progress =>
        {
            var unrestored = new List<ProjectProblem>();
            foreach (var file in arguments.GetValue(_noRestore) ? [] : files)
            {
                progress.Begin($"Restoring {Path.GetFileName(file)}");
                if (await PackageRestore.RunAsync(file, properties, cancellation) is { } problem)
                    unrestored.Add(problem);
            }

            var loader = new SolutionLoader(properties, file => progress.Begin($"Loading {Path.GetFileName(file)}"));
            var loaded = await loader.LoadAsync(files, cancellation);
            return new LoadedSolution(loaded.Take(), [.. unrestored, .. loaded.Problems], loaded.Skipped);
        });
    }
}
