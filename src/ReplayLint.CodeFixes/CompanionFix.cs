using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Web;

namespace ReplayLint.CodeFixes;

/// <summary>Analyses the pages and scripts of a project and makes the best edit for each finding, until there is none to make.</summary>
internal static class CompanionFix
{
    /// <summary>The recorder of which a finding says that pages can be fixed; null for another finding.</summary>
    public static string? RecorderOf(Diagnostic diagnostic) =>
        diagnostic.Id == Descriptors.RPL9007_PagesCanBeFixedFromHere.Id ? diagnostic.Get(FixProperties.Recorder) : null;

    /// <summary>Fixes what the pages of a project do with recorders.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, ProjectId id, ICollection<string> recorders, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, DocumentId>(StringComparer.Ordinal);
        var texts = ImmutableDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        foreach (var document in solution.GetProject(id)!.AdditionalDocuments)
        {
            var path = document.FilePath ?? document.Name;
            if (!WebSource.IsWebFile(path) || documents.ContainsKey(path))
                continue;

            documents.Add(path, document.Id);
            texts.Add(path, await document.GetTextAsync(cancellationToken).ConfigureAwait(false));
        }

        await WebFixer.FixAllAsync(texts.ToImmutable(), AnalyzeAsync, cancellationToken).ConfigureAwait(false);
        return solution;

        async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(ImmutableDictionary<string, SourceText> files, CancellationToken cancellation)
        {
            foreach (var file in files)
            {
                if (texts[file.Key] != file.Value)
                    solution = solution.WithAdditionalDocumentText(documents[file.Key], texts[file.Key] = file.Value);
            }

            return await FindAsync(solution.GetProject(id)!, documents.Keys, recorders, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project, ICollection<string> paths, ICollection<string> recorders, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            return ImmutableArray<Diagnostic>.Empty;

        // The same options as the project's, so that what it switches off stays off.
        var analysis = compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new ReplayLintAnalyzer()), project.AnalyzerOptions);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var file in project.AnalyzerOptions.AdditionalFiles)
        {
            if (!paths.Contains(file.Path))
                continue;

            var result = await analysis.GetAnalysisResultAsync(file, cancellationToken).ConfigureAwait(false);
            found.AddRange(result.GetAllDiagnostics().Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Get(FixProperties.Recorder) is { } recorder && recorders.Contains(recorder)));
        }

        return found.ToImmutable();
    }
}
