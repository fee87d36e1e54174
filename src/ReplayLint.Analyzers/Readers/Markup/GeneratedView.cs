using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>A file of C# that the Razor compiler wrote for a view or a component.</summary>
internal sealed class GeneratedView
{
    /// <summary>The file begins with the path of the view; within this length there is also the path by which others include it.</summary>
    private const int HeaderLength = 2048;

    private static readonly ConditionalWeakTable<SyntaxTree, Lazy<GeneratedView?>> Known = new();

    private (string Text, ViewMap Map)? _map;

    private GeneratedView(SyntaxTree tree, string path, string? identifier, bool isPage)
    {
        Tree = tree;
        Path = path;
        Identifier = identifier;
        IsPage = isPage;
    }

    public SyntaxTree Tree { get; }

    /// <summary>The path of the view, with slashes.</summary>
    public string Path { get; }

    /// <summary>The path of a view or page from the root of its project on: <c>/Views/Home/Index.cshtml</c>; null for a component.</summary>
    public string? Identifier { get; }

    /// <summary>Whether it is a page of Razor Pages.</summary>
    public bool IsPage { get; }

    /// <summary>The view that a tree was written for, or null when it is ordinary C#.</summary>
    public static GeneratedView? Of(SyntaxTree tree) => Known.GetValue(tree, static t => new Lazy<GeneratedView?>(() => Read(t))).Value;

    /// <summary>Which statement writes which part of the view, of which this is the text.</summary>
    public ViewMap MapOf(string text)
    {
        // One map is kept: the text changes only as often as the C# does.
        if (_map is { } known && known.Text == text)
            return known.Map;

        var map = ViewAligner.Align(this, text);
        _map = (text, map);
        return map;
    }

    public static string Normalize(string path) => path.Replace('\\', '/');

    /// <summary>Whether the paths are the same, or one is the end of the other.</summary>
    public static bool IsSameFile(string left, string right)
    {
        var (longer, shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        return longer.EndsWith(shorter, StringComparison.OrdinalIgnoreCase)
            && shorter.Length > 0
            && (longer.Length == shorter.Length || shorter[0] == '/' || longer[longer.Length - shorter.Length - 1] == '/');
    }

    private static GeneratedView? Read(SyntaxTree tree)
    {
        var text = tree.GetText();
        var header = text.ToString(new TextSpan(0, Math.Min(HeaderLength, text.Length)));
        if (!header.StartsWith("#pragma checksum \"", StringComparison.Ordinal) || Between(header, "#pragma checksum \"", "\"") is not { } path)
            return null;

        if (!path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase))
            return null;

        var page = Between(header, "\"mvc.1.0.razor-page\", @\"", "\"");
        return new GeneratedView(tree, Normalize(path), page ?? Between(header, "\"mvc.1.0.view\", @\"", "\""), page is not null);
    }

    private static string? Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        if (start < 0)
            return null;

        start += before.Length;
        var end = text.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? null : text.Substring(start, end - start);
    }
}
