using ReplayLint.Catalog;
using ReplayLint.Readers;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Script;

namespace ReplayLint.Benchmarks;

/// <summary>What is done with the texts of pages and scripts.</summary>
internal sealed class PageWork
{
    private static readonly PageReader Reader = new(RecorderCatalog.BuiltIn, new IdentifierWords(RecorderCatalog.BuiltIn));

    private readonly string[] _texts;

    public PageWork(GeneratedPages pages)
    {
        Pages = pages;
        _texts = [.. pages.Files.Select(static file => file.GetText()!.ToString())];
    }

    public GeneratedPages Pages { get; }

    /// <summary>Reads each file as the analyzer does, which finds that none mentions a recorder.</summary>
    public int Scan()
    {
        var concerned = 0;
        foreach (var file in Pages.Files)
        {
            if (Reader.Concerns(WebFile.Read(file, CancellationToken.None)!))
                concerned++;
        }

        return concerned;
    }

    /// <summary>Makes a tree of each text, as is done with those that mention a recorder.</summary>
    public int Parse()
    {
        var nodes = 0;
        foreach (var text in _texts)
        {
            nodes += WebFile.KindOf(Pages.Files[0].Path) switch
            {
                WebFileKind.Script => ScriptDocument.Parse(text).Calls.Length,
                var kind => MarkupDocument.Parse(text, kind).NodeCount,
            };
        }

        return nodes;
    }
}
