using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers;

/// <summary>A view, page or script that the project gives to the compiler beside its code.</summary>
internal sealed class WebFile
{
    /// <summary>A longer text is a bundle or data, not what someone wrote; the package hands over no longer ones either, but for views.</summary>
    private const int MaximumLength = 1024 * 1024;

    private WebFile(string path, WebFileKind kind, SourceText source)
    {
        Path = path;
        Kind = kind;
        Source = source;
        Text = source.ToString();
    }

    public string Path { get; }

    public WebFileKind Kind { get; }

    public SourceText Source { get; }

    public string Text { get; }

    /// <summary>The file as a page; parsed when first asked for.</summary>
    public MarkupDocument Document => MarkupDocument.Of(Source, Kind);

    /// <summary>Whether other pages are shown in it or with it, so that they share its scripts.</summary>
    public bool IsForOtherPages
    {
        get
        {
            var name = Name;
            return IsPutInPlaceByOthers
                || name.StartsWith("_", StringComparison.Ordinal)
                || name.IndexOf("Layout", StringComparison.OrdinalIgnoreCase) >= 0
                || name.StartsWith("App.", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("index.htm", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Whether it is a partial view or a view component, which runs where another view says so. Layouts and hosts always run.</summary>
    public bool IsPutInPlaceByOthers
    {
        get
        {
            var name = Name;
            return (name.StartsWith("Default.", StringComparison.OrdinalIgnoreCase) && Path.IndexOf("Components", StringComparison.OrdinalIgnoreCase) >= 0)
                || (name.StartsWith("_", StringComparison.Ordinal)
                    && name.IndexOf("Layout", StringComparison.OrdinalIgnoreCase) < 0
                    && !name.StartsWith("_Host", StringComparison.OrdinalIgnoreCase)
                    && !name.StartsWith("_View", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Whether what it starts goes on in other pages: it is a script, a layout, a host, or part of other pages.</summary>
    public bool ReachesOtherPages => Kind switch
    {
        WebFileKind.Script => true,
        WebFileKind.Html => IsHost,
        WebFileKind.Razor => !Holds("@page"),
        _ => IsForOtherPages || IsIn("Shared") || Holds("RenderBody("),
    };

    /// <summary>Whether no layout is around it: what the rest of the project starts does not film it.</summary>
    public bool StandsAlone => Kind == WebFileKind.Html || (Kind == WebFileKind.Cshtml && Holds("Layout = null"));

    /// <summary>Whether it lies where views become messages or prints, which no recorder sees.</summary>
    public bool IsForMail
    {
        get
        {
            var folders = Path.Split('/', '\\');
            for (var i = Math.Max(0, folders.Length - 4); i < folders.Length - 1; i++)
            {
                var words = NameWords.Split(folders[i]);
                if (words.Exists(static word => word is "emails" or "mails" or "mailer" or "newsletters" or "pdf")
                    || (words.Exists(static word => word is "email" or "mail") && words.Exists(static word => word is "template" or "templates")))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private string Name => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Whether it is the page in which a Blazor app runs.</summary>
    private bool IsHost => Holds("_framework/blazor");

    /// <summary>The kind that a file of this name is.</summary>
    public static WebFileKind KindOf(string path)
    {
        if (HasEnding(path, ".cshtml"))
            return WebFileKind.Cshtml;

        if (HasEnding(path, ".razor"))
            return WebFileKind.Razor;

        if (HasEnding(path, ".html") || HasEnding(path, ".htm"))
            return WebFileKind.Html;

        return HasEnding(path, ".js") || HasEnding(path, ".mjs") ? WebFileKind.Script : WebFileKind.None;
    }

    /// <summary>Reads the file, or returns null when it is none of these, is gone, or is too long for anyone to have written it.</summary>
    public static WebFile? Read(AdditionalText file, CancellationToken cancellation)
    {
        var kind = KindOf(file.Path);
        return kind != WebFileKind.None && file.GetText(cancellation) is { } source ? Read(file.Path, kind, source) : null;
    }

    /// <inheritdoc cref="Read(AdditionalText, CancellationToken)"/>
    public static WebFile? Read(string path, SourceText source) => KindOf(path) is not WebFileKind.None and var kind ? Read(path, kind, source) : null;

    public Location At(TextSpan span)
    {
        // A finding in text that was cut off must not point past its end.
        span = TextSpan.FromBounds(Math.Min(span.Start, Source.Length), Math.Min(span.End, Source.Length));
        return Location.Create(Path, span, Source.Lines.GetLinePositionSpan(span));
    }

    private bool Holds(string text) => Text.IndexOf(text, StringComparison.Ordinal) >= 0;

    private bool IsIn(string folder) => Path.Split('/', '\\').Contains(folder, StringComparer.OrdinalIgnoreCase);

    private static WebFile? Read(string path, WebFileKind kind, SourceText source) => source.Length < MaximumLength ? new WebFile(path, kind, source) : null;

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}

/// <summary>In which language a file of the web side is written.</summary>
internal enum WebFileKind
{
    /// <summary>None that can hold a recorder.</summary>
    None,

    /// <summary>A view of MVC or Razor Pages.</summary>
    Cshtml,

    /// <summary>A component of Blazor.</summary>
    Razor,

    /// <summary>A page without code.</summary>
    Html,

    /// <summary>JavaScript.</summary>
    Script,
}
