using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Judges a place in a view by the text of the view alone, where its code is not part of the compilation. A condition that
/// reads like consent makes it an open question and never more; so does a view that others put in place.
/// </summary>
internal sealed class TextConsent(ConsentNames names)
{
    public ConsentState At(MarkupDocument page, TextSpan place, string path)
    {
        if (IsPutInPlaceByOthers(path) || ReturnsEarly(page, place))
            return ConsentState.Unknown;

        foreach (var branch in page.FindNode(place.Start).EnclosingBranches())
        {
            if (branch.Header is { } header && ReadsLikeConsent(header))
                return ConsentState.Unknown;
        }

        return ConsentState.NotGranted;
    }

    /// <summary>A partial view or a view component is run where another view says so; layouts and hosts are run always.</summary>
    public static bool IsPutInPlaceByOthers(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return path.IndexOf("Components", StringComparison.OrdinalIgnoreCase) >= 0 && name.StartsWith("Default.", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("_", StringComparison.Ordinal)
                && name.IndexOf("Layout", StringComparison.OrdinalIgnoreCase) < 0
                && !name.StartsWith("_Host", StringComparison.OrdinalIgnoreCase)
                && !name.StartsWith("_View", StringComparison.OrdinalIgnoreCase));
    }

    private bool ReturnsEarly(MarkupDocument page, TextSpan place)
    {
        foreach (var node in page.Descendants())
        {
            if (node.Span.Start >= place.Start)
                return false;

            if (node is RazorStatement { Text: var statement } && statement.StartsWith("return", StringComparison.Ordinal) && node.EnclosingBranches().Any(branch => branch.Header is { } header && ReadsLikeConsent(header)))
                return true;
        }

        return false;
    }

    private bool ReadsLikeConsent(string code)
    {
        var start = -1;
        for (var i = 0; i <= code.Length; i++)
        {
            if (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] is '_' or '-'))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && Speaks(code.Substring(start, i - start)))
                return true;

            start = -1;
        }

        return false;
    }

    private bool Speaks(string identifier)
    {
        var parts = names.PartsOf(identifier);
        return (parts & (NameParts.Subject | NameParts.Cookie)) != 0 && !ConsentNames.IsRefused(parts);
    }
}
