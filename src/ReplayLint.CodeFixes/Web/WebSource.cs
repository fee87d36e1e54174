using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers;
using ReplayLint.Readers.Json;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Xaml;

namespace ReplayLint.CodeFixes.Web;

/// <summary>A view, page, script or XAML file as an edit sees it. It is parsed when first asked for, by the parsers of the readers.</summary>
internal sealed class WebSource
{
    private readonly Lazy<MarkupDocument?> _page;
    private readonly Lazy<(ImmutableArray<WebScript> Read, ImmutableHashSet<int> Unreadable)> _scripts;

    private WebSource(string path, WebFileKind kind, SourceText text)
    {
        Path = path;
        SourceText = text;
        Text = text.ToString();
        _page = new(() => kind == WebFileKind.Script || IsJson ? null : MarkupDocument.Parse(Text, kind));
        _scripts = new(ReadScripts);
        EndOfLine = EndOfLineIn(Text);
    }

    public string Path { get; }

    /// <summary>The text with its encoding.</summary>
    public SourceText SourceText { get; }

    public string Text { get; }

    /// <summary>The first line ending of the file, so that an edit never mixes two.</summary>
    public string EndOfLine { get; }

    /// <summary>Whether it holds settings of an application in JSON.</summary>
    public bool IsJson => SettingsFile.Is(Path);

    /// <summary>The elements; null for a file of JavaScript or JSON.</summary>
    public MarkupDocument? Page => _page.Value;

    /// <summary>The script of the file, or those in its script elements, as far as they can be parsed.</summary>
    public ImmutableArray<WebScript> Scripts => _scripts.Value.Read;

    public static bool IsWebFile(string path) => WebFile.KindOf(path) != WebFileKind.None || XamlReader.IsXaml(path) || SettingsFile.Is(path);

    /// <summary>Whether the elements are those of an application's own interface and no page.</summary>
    public bool IsXaml => XamlReader.IsXaml(Path);

    /// <summary>Reads a file; null when its name says that it is another kind.</summary>
    public static WebSource? Read(string path, SourceText text) => IsWebFile(path) ? new WebSource(path, WebFile.KindOf(path), text) : null;

    /// <summary>The script around a place, or null.</summary>
    public WebScript? ScriptAt(TextSpan span) => Scripts.FirstOrDefault(script => script.Span.Contains(span));

    /// <summary>The innermost element around a place, or null.</summary>
    public MarkupElement? ElementAt(TextSpan span)
    {
        var node = Page?.FindNode(span.Start);
        return node as MarkupElement ?? node?.Ancestors().OfType<MarkupElement>().FirstOrDefault();
    }

    /// <summary>The file after changes; the same one when they change nothing.</summary>
    public WebSource With(IEnumerable<TextChange> changes)
    {
        var changed = SourceText.WithChanges(changes);
        return changed.ToString() == Text ? this : new WebSource(Path, WebFile.KindOf(Path), changed);
    }

    /// <summary>Whether changes left the file whole: what could be parsed still can be, and the elements are those that there were.</summary>
    public bool IsIntactIn(WebSource changed) =>
        changed._scripts.Value.Unreadable.IsSubsetOf(_scripts.Value.Unreadable)
        && (Page is null || Outline(Page).SequenceEqual(Outline(changed.Page!)));

    /// <summary>The scripts, and the positions among the elements of those that cannot be parsed.</summary>
    private (ImmutableArray<WebScript> Read, ImmutableHashSet<int> Unreadable) ReadScripts()
    {
        var scripts = ImmutableArray.CreateBuilder<WebScript>();
        var unreadable = ImmutableHashSet.CreateBuilder<int>();
        if (Page is null)
            Read(Text, 0, raw: null, index: 0);
        else
            ReadElements(Page);

        return (scripts.ToImmutable(), unreadable.ToImmutable());

        void ReadElements(MarkupDocument page)
        {
            var index = 0;
            foreach (var element in page.Descendants().OfType<MarkupElement>())
            {
                if (element.Is("script") && element.RawText is { } raw)
                    Read(raw.ToScript(), raw.Span.Start, raw, index);

                index++;
            }
        }

        void Read(string text, int start, RawText? raw, int index)
        {
            if ((IsJson ? WebScript.ReadJson(text) : WebScript.Read(text, start, raw)) is { } script)
                scripts.Add(script);
            else
                unreadable.Add(index);
        }
    }

    /// <summary>The elements with their depth; Razor blocks may come around them.</summary>
    private static IEnumerable<(string Name, int Depth)> Outline(MarkupDocument page)
    {
        foreach (var element in page.Descendants().OfType<MarkupElement>())
            yield return (element.Name, element.Ancestors().Count(static node => node is MarkupElement));
    }

    private static string EndOfLineIn(string text)
    {
        var end = text.IndexOf('\n');
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }
}
