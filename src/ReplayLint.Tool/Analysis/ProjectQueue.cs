using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace ReplayLint.Tool.Analysis;

/// <summary>
/// Hands out the projects of a solution, each after those that it references. What has been analysed is replaced by its
/// metadata, as in a build: a solution of a hundred projects needs no more memory than its largest.
/// </summary>
internal sealed class ProjectQueue
{
    private static readonly EmitOptions MetadataOnly = new(metadataOnly: true, tolerateErrors: true);

    private readonly Queue<ProjectId> _waiting;
    private Solution _solution;

    public ProjectQueue(Solution solution)
    {
        _solution = solution;
        _waiting = new(solution.GetProjectDependencyGraph().GetTopologicallySortedProjects());
        Count = _waiting.Count;
    }

    /// <summary>How many projects there were.</summary>
    public int Count { get; }

    /// <summary>The next project; null when there is none.</summary>
    public Project? Next() => _waiting.TryDequeue(out var id) ? _solution.GetProject(id) : null;

    /// <summary>Lets go of a project that is done with.</summary>
    public async Task ReleaseAsync(Project project, CancellationToken cancellation)
    {
        var references = _solution.Projects
            .SelectMany(user => user.ProjectReferences.Where(reference => reference.ProjectId == project.Id).Select(reference => (user.Id, Reference: reference)))
            .ToList();
        if (references.Count > 0)
        {
            var metadata = MetadataOf((await project.GetCompilationAsync(cancellation))!, cancellation);
            foreach (var (user, reference) in references)
            {
                _solution = _solution
                    .RemoveProjectReference(user, reference)
                    .AddMetadataReference(user, metadata.WithProperties(new MetadataReferenceProperties(MetadataImageKind.Assembly, reference.Aliases, reference.EmbedInteropTypes)));
            }
        }

        _solution = _solution.RemoveProject(project.Id);
    }

    /// <summary>The metadata of a compilation, as far as it has any; where nothing can be written, the compilation itself.</summary>
    private static MetadataReference MetadataOf(Compilation compilation, CancellationToken cancellation)
    {
        using var image = new MemoryStream();
        if (!compilation.Emit(image, options: MetadataOnly, cancellationToken: cancellation).Success)
            return compilation.ToMetadataReference();

        image.Position = 0;
        return MetadataReference.CreateFromStream(image);
    }
}
