using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Edits;

namespace ReplayLint.CodeFixes.Web;

/// <summary>Makes the edits of findings in the additional documents of a solution.</summary>
internal static class WebSolution
{
    // What a page uses is declared in code.
    private static readonly DeclarePolicy Policy = new();

    /// <summary>The diagnostics for which there is an edit.</summary>
    public static ImmutableArray<string> DiagnosticIds { get; } = WebEdits.DiagnosticIds.Union(Policy.DiagnosticIds).ToImmutableArray();

    /// <summary>The diagnostics that are in a page or script of the project, with its document.</summary>
    public static IEnumerable<(DocumentId Document, Diagnostic Diagnostic)> Locate(Project project, IEnumerable<Diagnostic> diagnostics)
    {
        var documents = new Dictionary<string, DocumentId>(StringComparer.Ordinal);
        foreach (var document in project.AdditionalDocuments)
            documents[document.FilePath ?? document.Name] = document.Id;

        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Location.Kind == LocationKind.ExternalFile && documents.TryGetValue(diagnostic.Location.GetLineSpan().Path, out var document))
                yield return (document, diagnostic);
        }
    }

    /// <summary>What can be offered for a finding, the best first.</summary>
    public static async Task<IReadOnlyList<FixOffer>> GetOffersAsync(AdditionalDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Policy.DiagnosticIds.Contains(diagnostic.Id))
        {
            return CodeOf(document.Project) is { } code
                ? await Policy.GetOffersAsync(code, diagnostic, cancellationToken).ConfigureAwait(false)
                : ImmutableArray<FixOffer>.Empty;
        }

        return await ReadAsync(document, cancellationToken).ConfigureAwait(false) is { } source && WebFinding.Of(diagnostic, source.Path) is { } finding
            ? WebEdits.GetOffers(source, finding).Select(static offer => new FixOffer(offer.EquivalenceKey, offer.Title)).ToArray()
            : [];
    }

    /// <summary>Makes the chosen edit for each of the diagnostics that offer it; see <see cref="RecorderCodeFixProvider"/>.</summary>
    public static async Task<Solution> ApplyAsync(
        Solution solution,
        IReadOnlyList<(DocumentId Document, Diagnostic Diagnostic)> diagnostics,
        string? equivalenceKey,
        CancellationToken cancellationToken)
    {
        var files = new List<(DocumentId Document, WebSource Source, IReadOnlyList<WebFinding> Findings)>();
        foreach (var group in diagnostics.GroupBy(static found => found.Document))
        {
            if (solution.GetAdditionalDocument(group.Key) is { } document && await ReadAsync(document, cancellationToken).ConfigureAwait(false) is { } source)
                files.Add((group.Key, source, group.Select(found => WebFinding.Of(found.Diagnostic, source.Path)).OfType<WebFinding>().ToArray()));
        }

        var choice = new WebChoice(equivalenceKey, files.SelectMany(static file => file.Findings.Select(finding => WebEdits.Propose(file.Source, finding))));
        foreach (var (document, source, findings) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = WebCombiner.Apply(source, findings, choice.Choose);
            if (changed != source)
                solution = solution.WithAdditionalDocumentText(document, changed.SourceText);
        }

        return await DeclareAsync(solution, diagnostics, equivalenceKey, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Solution> DeclareAsync(
        Solution solution,
        IReadOnlyList<(DocumentId Document, Diagnostic Diagnostic)> diagnostics,
        string? equivalenceKey,
        CancellationToken cancellationToken)
    {
        var changes = new SolutionEdit(solution);
        foreach (var (id, diagnostic) in diagnostics)
        {
            if (!Policy.DiagnosticIds.Contains(diagnostic.Id) || solution.GetProject(id.ProjectId) is not { } project || CodeOf(project) is not { } code)
                continue;

            var offers = await Policy.GetOffersAsync(code, diagnostic, cancellationToken).ConfigureAwait(false);
            if ((offers.FirstOrDefault(offer => offer.EquivalenceKey == equivalenceKey) ?? offers.FirstOrDefault()) is { } offer)
                await Policy.ApplyAsync(changes, code, diagnostic, offer.EquivalenceKey, cancellationToken).ConfigureAwait(false);
        }

        return await changes.GetChangedSolutionAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The file of code that stands for the project: where it starts, or else its first.</summary>
    private static Document? CodeOf(Project project)
    {
        var written = project.Documents.Where(static document => !document.Folders.Contains("obj")).ToList();
        return written.Find(static document => document.Name == "Program.cs") ?? written.FirstOrDefault();
    }

    private static async Task<WebSource?> ReadAsync(TextDocument document, CancellationToken cancellationToken)
    {
        var path = document.FilePath ?? document.Name;
        return WebSource.IsWebFile(path) ? WebSource.Read(path, await document.GetTextAsync(cancellationToken).ConfigureAwait(false)) : null;
    }
}
