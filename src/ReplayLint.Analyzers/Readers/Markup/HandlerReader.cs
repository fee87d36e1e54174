using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads the scripts in the attributes of elements, and what it says about consent that someone used the element.</summary>
internal sealed class HandlerReader(RecorderCatalog catalog)
{
    private readonly ScriptWords _words = new(ConsentNames.Of(catalog), ConsentState.Granted);

    /// <summary>How many elements around one may tell what it is for.</summary>
    private const int Around = 4;

    /// <summary>A longer text is not the label of a button.</summary>
    private const int LongestLabel = 60;

    private static readonly string[] TellingAttributes = ["id", "class", "name", "value", "title", "aria-label"];

    public IEnumerable<PageScript> Read(MarkupElement element, Func<MarkupDocument, TextSpan, RazorState> consent)
    {
        foreach (var attribute in element.Attributes)
        {
            if (!attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute is not { ValueSpan: { Length: > 0 } span, Value: { } value } || value.IndexOf('(') < 0)
                continue;

            yield return new PageScript(attribute.ToScript(), span.Start, StateOf(element, attribute, consent), raw: null, catalog);
        }
    }

    private RazorState StateOf(MarkupElement element, MarkupAttribute attribute, Func<MarkupDocument, TextSpan, RazorState> consent)
    {
        var state = consent(element.Document, element.StartTagSpan);
        if (state.State == ConsentState.Granted || !CallbackReader.IsGesture(attribute.Name.Substring(2)))
            return state;

        return IsAccepting(element, attribute) ? RazorState.Granted : RazorState.Unknown(DoubtReason.Script, "");
    }

    /// <summary>Whether the element is the one by which consent is given, going by its own words and by what the elements around it are about.</summary>
    private bool IsAccepting(MarkupElement element, MarkupAttribute attribute)
    {
        var own = _words.PartsOf(attribute.Value!) | WordsOf(element);
        var label = string.Concat(element.Descendants().OfType<MarkupText>().Select(static text => text.Document.TextOf(text.Span))).Trim();
        if (label.Length is > 0 and <= LongestLabel)
            own |= _words.PartsOf(label);

        if (_words.IsAcceptElement(own))
            return true;

        var about = NameParts.None;
        var node = element.Parent;
        for (var i = 0; i < Around && node is not null; i++, node = node.Parent)
        {
            if (node is MarkupElement outer)
                about |= WordsOf(outer) & (NameParts.Subject | NameParts.Cookie);
        }

        return _words.IsAcceptElement(own | about);
    }

    private NameParts WordsOf(MarkupElement element)
    {
        var parts = NameParts.None;
        foreach (var name in TellingAttributes)
        {
            if (element.FindAttribute(name) is { IsLiteral: true, Value: { Length: > 0 } value })
                parts |= _words.PartsOf(value);
        }

        return parts;
    }
}
