using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.Content;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads the marks on and around a place of a page.</summary>
internal sealed class ElementMarks(ScriptCatalog catalog)
{
    /// <summary>What is said about a kind of content at a place.</summary>
    /// <param name="place">The element or expression.</param>
    /// <param name="own">Attributes of the place itself that are written in code.</param>
    /// <param name="recorder">To which recorder.</param>
    /// <param name="filming">How the recorder films the project; null when it does not seem to.</param>
    /// <param name="content">Inputs or text.</param>
    /// <returns>What is said, and by which fact when something is shown.</returns>
    public (MarkState State, MarkupFact? Unmask) At(MarkupNode place, IEnumerable<(string Name, string? Value)> own, Recorder recorder, Filming? filming, Protects content)
    {
        var state = MarkState.None;
        MarkupFact? unmask = null;
        foreach (var (name, value) in own)
        {
            if (Read(name, value, isLiteral: true, isOwn: true, recorder, filming, content, ref state, ref unmask))
                return (MarkState.Protected, null);
        }

        for (var node = place; node is not null; node = node.Parent)
        {
            if (node is not MarkupElement element)
                continue;

            var here = MarkState.None;
            MarkupFact? shown = null;
            foreach (var attribute in element.Attributes)
            {
                if (Read(attribute.Name, attribute.Value, attribute.IsLiteral, isOwn: node == place, recorder, filming, content, ref here, ref shown))
                    return (MarkState.Protected, null);
            }

            // The mark that is nearest decides between masked and shown.
            if (state == MarkState.None)
                (state, unmask) = (here, shown);
        }

        return (state, unmask);
    }

    /// <summary>
    /// Reads one attribute; true when the element is left out altogether. What is typed is ignored in the field that says so
    /// itself, not in those below an element that does.
    /// </summary>
    private bool Read(string name, string? value, bool isLiteral, bool isOwn, Recorder recorder, Filming? filming, Protects content, ref MarkState state, ref MarkupFact? unmask)
    {
        foreach (var fact in catalog.FindMarkup(name, value))
        {
            if (fact.Recorder != recorder || !fact.IsAbout(content, filming?.Enables(fact) == true))
                continue;

            switch (fact.Effect)
            {
                case MarkupEffect.Block:
                    return true;
                case MarkupEffect.Mask:
                case MarkupEffect.Ignore when isOwn && content == Protects.Inputs:
                    state = MarkState.Protected;
                    break;
                case MarkupEffect.Unmask when state == MarkState.None && isLiteral:
                    (state, unmask) = (MarkState.Shown, fact);
                    break;
            }
        }

        if (!isLiteral && state == MarkState.None && catalog.MayProtect(name, value, recorder))
            state = MarkState.Protected;

        foreach (var (effect, atom, only) in filming?.Marks ?? [])
        {
            if (only is not null && only != content)
                continue;

            if (!string.Equals(atom.Attribute, name, StringComparison.OrdinalIgnoreCase) || !ScriptCatalog.Parts(name, value).Any(part => atom.Matches(part, out _)))
                continue;

            if (effect == MarkupEffect.Block)
                return true;

            if (effect == MarkupEffect.Mask || (isOwn && content == Protects.Inputs))
                state = MarkState.Protected;
        }

        return false;
    }
}
