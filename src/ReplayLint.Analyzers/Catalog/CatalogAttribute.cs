using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>What stands behind the <c>=</c> of a <c>key=value</c>.</summary>
internal sealed class CatalogAttribute(string key, string text, TextSpan span) : CatalogWord(text, span)
{
    public string Key { get; } = key;
}
