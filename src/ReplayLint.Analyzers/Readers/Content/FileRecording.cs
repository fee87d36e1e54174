using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.Content;

/// <summary>
/// What one view, page or script does with recorders, wherever it stands in regard to consent. Texts survive while someone
/// types elsewhere, and so do the answers.
/// </summary>
internal sealed class FileRecording
{
    private static readonly ConditionalWeakTable<RecorderCatalog, ConditionalWeakTable<SourceText, FileRecording>> Known = new();
    private static readonly FileRecording None = new(null, ImmutableArray<RecorderUsage>.Empty);

    private FileRecording(WebFile? file, ImmutableArray<RecorderUsage> usages)
    {
        Usages = usages;
        Path = file?.Path ?? "";
        IsScript = file?.Kind == WebFileKind.Script;
        ReachesOtherPages = file?.ReachesOtherPages == true;
    }

    public ImmutableArray<RecorderUsage> Usages { get; }

    public string Path { get; }

    public bool IsScript { get; }

    /// <inheritdoc cref="WebFile.ReachesOtherPages"/>
    public bool ReachesOtherPages { get; }

    public static FileRecording Read(string path, SourceText text, RecorderCatalog catalog, PageReader reader) =>
        Known.GetOrCreateValue(catalog).GetValue(text, t => ReadNew(path, t, catalog, reader));

    public static FileRecording Read(AdditionalText file, RecorderCatalog catalog, PageReader reader) =>
        WebFile.KindOf(file.Path) != WebFileKind.None && file.GetText() is { } text ? Read(file.Path, text, catalog, reader) : None;

    private static FileRecording ReadNew(string path, SourceText text, RecorderCatalog catalog, PageReader reader)
    {
        if (WebFile.Read(path, text) is not { } file || !reader.Concerns(file))
            return None;

        var usages = reader.Read(new WebPage(file, catalog, static (_, _) => RazorState.NotGranted), callers: null).Usages;
        return usages.Count == 0 ? None : new FileRecording(file, usages.ToImmutableArray());
    }
}
