using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers;

/// <summary>A view, page or script that the project gives to the compiler beside its code.</summary>
internal sealed class WebFile
{
    /// <summary>A longer text is a bundle or data, not what someone wrote.</summary>
    private const int MaximumLength = 10 * 1024 * 1024;

    private readonly SourceText _source;

    private WebFile(string path, WebFileKind kind, SourceText source)
    {
        Path = path;
        Kind = kind;
        _source = source;
        Text = source.ToString();
    }

    public string Path { get; }

    public WebFileKind Kind { get; }

    public string Text { get; }

    /// <summary>Whether other pages are shown in it or with it, so that they share its scripts.</summary>
    public bool IsForOtherPages
    {
        get
        {
            var name = Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
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
            var name = Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
            return (name.StartsWith("Default.", StringComparison.OrdinalIgnoreCase) && Path.IndexOf("Components", StringComparison.OrdinalIgnoreCase) >= 0)
                || (name.StartsWith("_", StringComparison.Ordinal)
                    && name.IndexOf("Layout", StringComparison.OrdinalIgnoreCase) < 0
                    && !name.StartsWith("_Host", StringComparison.OrdinalIgnoreCase)
                    && !name.StartsWith("_View", StringComparison.OrdinalIgnoreCase));
        }
    }

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
        return kind != WebFileKind.None && file.GetText(cancellation) is { Length: < MaximumLength } source ? new WebFile(file.Path, kind, source) : null;
    }

    public Location At(TextSpan span)
    {
        // A finding in text that was cut off must not point past its end.
        span = TextSpan.FromBounds(Math.Min(span.Start, _source.Length), Math.Min(span.End, _source.Length));
        return Location.Create(Path, span, _source.Lines.GetLinePositionSpan(span));
    }

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
