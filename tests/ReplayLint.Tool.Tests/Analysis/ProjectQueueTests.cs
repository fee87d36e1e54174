using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tool.Analysis;
using Xunit;

namespace ReplayLint.Tool.Tests.Analysis;

/// <summary>The order in which projects are analysed, and what is kept of them.</summary>
public class ProjectQueueTests
{
    [Fact]
    public async Task A_project_comes_after_those_that_it_uses_and_sees_their_metadata()
    {
        var queue = Create();
        Assert.Equal(2, queue.Count);

        var library = queue.Next()!;
        Assert.Equal("Library", library.Name);
        await queue.ReleaseAsync(library, CancellationToken.None);

        var app = queue.Next()!;
        var compilation = (await app.GetCompilationAsync())!;
        Assert.Empty(app.ProjectReferences);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(compilation.References, static reference => reference is CompilationReference);
        Assert.Contains(compilation.ReferencedAssemblyNames, static name => name.Name == "Library");

        await queue.ReleaseAsync(app, CancellationToken.None);
        Assert.Null(queue.Next());
    }

    [Fact]
    public void Nothing_keeps_a_project_that_is_done_with()
    {
        var queue = Create();

        var compilation = AnalyzeNext(queue);

        for (var round = 0; round < 5 && compilation.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
        Assert.Equal("App", queue.Next()!.Name);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AnalyzeNext(ProjectQueue queue) => Task.Run(async () =>
    {
        var project = queue.Next()!;
        var result = await ProjectAnalysis.RunAsync(project, heedsBaseline: true, CancellationToken.None);
        await queue.ReleaseAsync(project, CancellationToken.None);
        return new WeakReference(result.Compilation);
    }).GetAwaiter().GetResult();

    private static ProjectQueue Create()
    {
        var workspace = new AdhocWorkspace();
        var (library, app) = (ProjectId.CreateNewId(), ProjectId.CreateNewId());
        var solution = workspace.CurrentSolution
            .AddProject(Info(app, "App")).AddProject(Info(library, "Library"))
            .AddProjectReference(app, new ProjectReference(library))
            .AddDocument(DocumentId.CreateNewId(library), "Library.cs", "public class Library { int _hidden; }")
            .AddDocument(DocumentId.CreateNewId(app), "App.cs", "class App : Library { }");
        return new ProjectQueue(solution);
    }

    private static ProjectInfo Info(ProjectId id, string name) =>
        ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp, compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
}
