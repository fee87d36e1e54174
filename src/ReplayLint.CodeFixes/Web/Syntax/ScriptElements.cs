using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.Markup;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Finds script elements.</summary>
internal static class ScriptElements
{
    /// <summary>The script element around a place, or null.</summary>
    public static MarkupElement? At(WebSource source, TextSpan span) => source.ElementAt(span) is { } element && element.Is("script") ? element : null;
}
