using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>The edits of one code action: changes of documents, and whole documents that are added.</summary>
internal sealed class SolutionEdit(Solution solution)
{
    private readonly SolutionEditor _editor = new(solution);
    private readonly List<(ProjectId Project, string Name, string Text)> _added = [];
    private readonly HashSet<object> _done = [];
    private readonly Dictionary<object, object> _shared = [];

    /// <summary>The editor of the document that the tree belongs to, or null when it is not part of the solution.</summary>
    public async Task<DocumentEditor?> EditAsync(SyntaxTree? tree, CancellationToken cancellationToken) =>
        tree is not null && _editor.OriginalSolution.GetDocument(tree) is { } document
            ? await EditAsync(document, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>The editor of the document; the same one for every edit of this action.</summary>
    public Task<DocumentEditor> EditAsync(Document document, CancellationToken cancellationToken) =>
        _editor.GetDocumentEditorAsync(document.Id, cancellationToken);

    /// <summary>Whether an edit that several findings share is still to be made; afterwards it counts as made.</summary>
    public bool Once(object edit) => _done.Add(edit);

    /// <summary>Whether an edit was made.</summary>
    public bool HasDone(object edit) => _done.Contains(edit);

    /// <summary>What the edits of several findings share; made when first asked for.</summary>
    public T Share<T>(object key, Func<T> create)
        where T : class
    {
        if (!_shared.TryGetValue(key, out var shared))
            _shared.Add(key, shared = create());

        return (T)shared;
    }

    /// <summary>Adds a document to a project, or to the end of the document that this action adds by that name.</summary>
    /// <param name="head">What the document starts with.</param>
    /// <param name="text">What is added to it.</param>
    public void Add(ProjectId project, string name, string head, string text)
    {
        var index = _added.FindIndex(added => added.Project == project && added.Name == name);
        if (index < 0)
            _added.Add((project, name, head + text));
        else
            _added[index] = (project, name, _added[index].Text + text);
    }

    public async Task<Solution> GetChangedSolutionAsync(CancellationToken cancellationToken)
    {
        var changed = _editor.GetChangedSolution();
        foreach (var id in changed.GetChanges(solution).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments()).ToList())
            changed = await CleanUpAsync(solution.GetDocument(id)!, changed.GetDocument(id)!, cancellationToken).ConfigureAwait(false);

        foreach (var (id, name, text) in _added)
        {
            var project = changed.GetProject(id)!;
            var folder = project.FilePath is { } path ? Path.GetDirectoryName(path) : null;
            changed = project.AddDocument(name, text, filePath: folder is null ? null : Path.Combine(folder, name)).Project.Solution;
        }

        return changed;
    }

    /// <summary>
    /// Shortens names and formats what the edits left to that: an editor would end lines as its machine does, and who is no
    /// editor would not do it at all.
    /// </summary>
    private static async Task<Solution> CleanUpAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        if (await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return after.Project.Solution;

        var options = (await after.GetOptionsAsync(cancellationToken).ConfigureAwait(false)).WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, EndOfLine.Of(root).ToString());
        after = await Simplifier.ReduceAsync(after, Simplifier.Annotation, options, cancellationToken).ConfigureAwait(false);
        foreach (var annotation in new[] { Formatter.Annotation, SyntaxAnnotation.ElasticAnnotation })
            after = await Formatter.FormatAsync(after, annotation, options, cancellationToken).ConfigureAwait(false);

        return after.Project.Solution;
    }
}
