using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web;

/// <summary>Fixes findings in views, pages, scripts and XAML files outside of an editor.</summary>
public static class WebFixer
{
    // Each round leaves fewer findings; should two edits ever undo each other, this ends it.
    private const int MaximumRounds = 20;

    /// <summary>The rules whose findings may be fixed.</summary>
    public static ImmutableArray<string> FixableDiagnosticIds => WebSolution.DiagnosticIds;

    /// <summary>Makes the best edit for each finding in the additional files of a project, or the one that is named by the key; also edits that write code.</summary>
    /// <param name="project">The project that was analysed.</param>
    /// <param name="findings">Findings of the analyzer; those in code count for nothing.</param>
    /// <param name="equivalenceKey">The kind of edit; null for the best of each finding.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<Solution> FixAsync(Project project, IEnumerable<Diagnostic> findings, string? equivalenceKey, CancellationToken cancellationToken) =>
        WebSolution.ApplyAsync(project.Solution, WebSolution.Locate(project, findings).ToList(), equivalenceKey, cancellationToken);

    /// <summary>Makes the best edit for each finding in a file, or the one that is named by the key.</summary>
    /// <param name="path">The path that the findings have, by whose ending the file is read.</param>
    /// <param name="text">The text of the file; its encoding is kept.</param>
    /// <param name="findings">Findings of the analyzer; those in other files count for nothing.</param>
    /// <param name="equivalenceKey">The kind of edit; null for the best of each finding.</param>
    /// <returns>The text after the edits; the same one when there is nothing to edit.</returns>
    public static SourceText Fix(string path, SourceText text, IEnumerable<Diagnostic> findings, string? equivalenceKey = null)
    {
        if (WebSource.Read(path, text) is not { } source)
            return text;

        var found = findings.Select(finding => WebFinding.Of(finding, path)).OfType<WebFinding>().ToList();
        var choice = new WebChoice(equivalenceKey, found.Select(finding => WebEdits.Propose(source, finding)));
        return WebCombiner.Apply(source, found, choice.Choose).SourceText;
    }

    /// <summary>Analyses files and makes the best edits, again and again, until nothing is left that an edit answers.</summary>
    /// <param name="files">The files by path.</param>
    /// <param name="analyze">Finds what is wrong with the files as they are now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The files after the edits; those that did not change are the same texts.</returns>
    public static async Task<ImmutableDictionary<string, SourceText>> FixAllAsync(
        ImmutableDictionary<string, SourceText> files,
        Func<ImmutableDictionary<string, SourceText>, CancellationToken, Task<ImmutableArray<Diagnostic>>> analyze,
        CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaximumRounds; round++)
        {
            var findings = await analyze(files, cancellationToken).ConfigureAwait(false);
            var before = files;
            foreach (var group in findings.Where(static finding => finding.Location.Kind == LocationKind.ExternalFile).GroupBy(static finding => finding.Location.GetLineSpan().Path))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (before.TryGetValue(group.Key, out var text))
                    files = files.SetItem(group.Key, Fix(group.Key, text, group));
            }

            if (files == before)
                break;
        }

        return files;
    }
}
