using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>The guards of a project.</summary>
internal static class ProjectGuards
{
    /// <summary>The guards as the analyzer knows them: by annotation, by catalogue and, unless the file is configured otherwise, by name.</summary>
    public static async Task<ConsentGuards> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        var project = document.Project;
        var added = ImmutableArray.CreateBuilder<CatalogDocument>();
        foreach (var file in project.AdditionalDocuments)
        {
            if (RecorderCatalog.IsCatalogFile(file.Name))
                added.Add(CatalogParser.Parse(await file.GetTextAsync(cancellationToken).ConfigureAwait(false)));
        }

        var guards = new ConsentGuards(RecorderCatalog.BuiltIn.With(added.ToImmutable()));
        return await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree
            ? guards.In(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree))
            : guards;
    }
}
