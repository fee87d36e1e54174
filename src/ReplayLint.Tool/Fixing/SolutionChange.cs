using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Fixing;

/// <summary>Reads what differs between two states of a solution.</summary>
internal static class SolutionChange
{
    /// <summary>The files that differ, each once, in order.</summary>
    public static async Task<IReadOnlyList<FileChange>> ReadAsync(Solution before, Solution after, CancellationToken cancellation)
    {
        var changes = new SortedDictionary<string, FileChange>(StringComparer.Ordinal);
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments())
                await AddAsync(before.GetDocument(id), after.GetDocument(id)!);

            foreach (var id in project.GetChangedAdditionalDocuments())
                await AddAsync(before.GetAdditionalDocument(id), after.GetAdditionalDocument(id)!);

            foreach (var id in project.GetAddedDocuments())
                await AddAsync(null, after.GetDocument(id)!);
        }

        return [.. changes.Values];

        async Task AddAsync(TextDocument? old, TextDocument changed)
        {
            var path = changed.FilePath!;
            var text = (await changed.GetTextAsync(cancellation)).ToString();
            var was = old is null ? null : (await old.GetTextAsync(cancellation)).ToString();
            if (text != was)
                changes.TryAdd(path, new FileChange(path, was, text));
        }
    }
}
