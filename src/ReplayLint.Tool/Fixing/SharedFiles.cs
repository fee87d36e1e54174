using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Tool.Fixing;

/// <summary>Files that belong to several projects, or to one for several frameworks.</summary>
internal static class SharedFiles
{
    /// <summary>Gives every document of a file the text that an edit gave to one of them, and every framework of a project the files that one got.</summary>
    public static async Task<Solution> SpreadAsync(Solution before, Solution after, CancellationToken cancellation)
    {
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments())
                after = Spread(after, id, await after.GetDocument(id)!.GetTextAsync(cancellation));

            foreach (var id in project.GetChangedAdditionalDocuments())
                after = Spread(after, id, await after.GetAdditionalDocument(id)!.GetTextAsync(cancellation));

            foreach (var id in project.GetAddedDocuments())
            {
                var added = after.GetDocument(id)!;
                var text = await added.GetTextAsync(cancellation);
                var others = after.Projects.Where(other => other.Id != added.Project.Id && other.FilePath == added.Project.FilePath && other.Documents.All(document => document.FilePath != added.FilePath));
                foreach (var other in others.Select(static other => other.Id).ToList())
                    after = after.AddDocument(DocumentId.CreateNewId(other), added.Name, text, filePath: added.FilePath);
            }
        }

        return after;
    }

    private static Solution Spread(Solution solution, DocumentId changed, SourceText text)
    {
        // An edited tree means what the edit meant; what is written to the file must mean the same when it is read.
        text = SourceText.From(text.ToString(), text.Encoding, text.ChecksumAlgorithm);
        var path = solution.GetDocument(changed)?.FilePath ?? solution.GetAdditionalDocument(changed)?.FilePath;
        foreach (var id in solution.GetDocumentIdsWithFilePath(path))
            solution = solution.GetDocument(id) is not null ? solution.WithDocumentText(id, text) : solution.WithAdditionalDocumentText(id, text);

        return solution;
    }
}
