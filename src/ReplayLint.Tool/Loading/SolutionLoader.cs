using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;

namespace ReplayLint.Tool.Loading;

/// <summary>
/// Loads solutions and projects as the compiler would get them. To those that do not reference the package, the package's own
/// properties and targets are added, so that the analyzers read the same files with the same settings.
/// </summary>
/// <param name="properties">MSBuild properties that the user gives.</param>
/// <param name="report">Is told of each project that is being read.</param>
internal sealed class SolutionLoader(IReadOnlyDictionary<string, string> properties, Action<string> report)
{
    private static readonly string Settings = Path.Combine(AppContext.BaseDirectory, "settings", "ReplayLint.Tool.targets");

    /// <summary>Loads one solution, or projects with what they reference.</summary>
    public async Task<LoadedSolution> LoadAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var workspace = new AdhocWorkspace(MSBuildMefHostServices.DefaultServices);
        var messages = new ConcurrentQueue<WorkspaceDiagnostic>();
        using var subscription = workspace.RegisterWorkspaceFailedHandler(args => messages.Enqueue(args.Diagnostic));

        var loader = new MSBuildProjectLoader(workspace, properties.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase).SetItem("CustomAfterDirectoryBuildTargets", Settings));
        var info = SolutionFinder.IsSolution(paths[0])
            ? await loader.LoadSolutionInfoAsync(paths[0], new Progress(report), cancellationToken: cancellation)
            : SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Default, projects: await LoadProjectsAsync(loader, paths, cancellation));

        var solution = workspace.AddSolution(info);
        if (solution.Projects.Any(static project => !ProjectSettings.FindsNewFiles(project)))
        {
            workspace = new AdhocWorkspace(MSBuildMefHostServices.DefaultServices, WorkspaceKind.MSBuild);
            solution = workspace.AddSolution(info);
        }

        // Who holds the solution decides what of it is kept; the workspace would keep all.
        workspace.ClearSolution();

        if (!SolutionFinder.IsSolution(paths[0]))
            solution = OnlyReferenced(solution, paths);

        var (problems, skipped) = LoadMessages.Sort(messages, paths[0]);
        var others = solution.Projects.Where(static project => project.Language != LanguageNames.CSharp).ToList();
        return new LoadedSolution(
            others.Aggregate(solution, static (rest, project) => rest.RemoveProject(project.Id)),
            problems,
            [.. skipped, .. others.Select(static project => LoadMessages.NotOurs(project.FilePath!)).Where(problem => !skipped.Contains(problem))]);
    }

    private async Task<IReadOnlyList<ProjectInfo>> LoadProjectsAsync(MSBuildProjectLoader loader, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var projects = new Dictionary<ProjectId, ProjectInfo>();
        var known = ProjectMap.Create();
        foreach (var path in paths)
        {
            foreach (var project in await loader.LoadProjectInfoAsync(path, known, new Progress(report), cancellationToken: cancellation))
                projects[project.Id] = project;
        }

        return [.. projects.Values];
    }

    /// <summary>The projects that were asked for and those that their code uses; not those that only work on the build, such as analyzers.</summary>
    private static Solution OnlyReferenced(Solution solution, IReadOnlyList<string> paths)
    {
        var graph = solution.GetProjectDependencyGraph();
        var wanted = solution.Projects.Where(project => paths.Contains(project.FilePath, StringComparer.OrdinalIgnoreCase)).Select(static project => project.Id).ToList();
        var needed = wanted.Concat(wanted.SelectMany(graph.GetProjectsThatThisProjectTransitivelyDependsOn)).ToHashSet();
        return solution.ProjectIds.Where(id => !needed.Contains(id)).Aggregate(solution, static (rest, id) => rest.RemoveProject(id));
    }

    /// <summary>Unlike the usual one, it tells at once and in order.</summary>
    private sealed class Progress(Action<string> report) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value)
        {
            if (value.Operation == ProjectLoadOperation.Evaluate)
                report(value.FilePath);
        }
    }
}
