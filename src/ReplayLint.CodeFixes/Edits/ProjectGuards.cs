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

        var declaredOnly = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree
            && ConsentGuards.AreDeclaredOnly(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree));
        return new ConsentGuards(RecorderCatalog.BuiltIn.With(added.ToImmutable()), declaredOnly);
    }
}
