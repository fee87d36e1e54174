using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Markup;

/// <summary>A script element, and how a consent platform treats it.</summary>
internal sealed class ScriptElement
{
    private static readonly string[] Languages =
        ["", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript", "text/babel"];

    private ScriptElement(MarkupElement element, ScriptGateMatch? gate, MarkupAttribute? gateAttribute)
    {
        Element = element;
        Gate = gate;
        GateAttribute = gateAttribute;
    }

    public MarkupElement Element { get; }

    /// <summary>What makes a consent platform hold the script back, or put it into a category; null when nothing does.</summary>
    public ScriptGateMatch? Gate { get; }

    public MarkupAttribute? GateAttribute { get; }

    /// <summary>Whether the script runs only after consent.</summary>
    public bool WaitsForConsent => Gate is { IsEssential: false };

    /// <summary>Reads an element; null when it is no script, or one that no browser and no consent platform runs.</summary>
    public static ScriptElement? Read(MarkupElement element, ScriptCatalog catalog)
    {
        if (!element.Is("script"))
            return null;

        var type = element.FindAttribute("type")?.Value?.Trim() ?? "";
        foreach (var attribute in element.Attributes)
        {
            // Platforms share attributes: the one whose attribute is known for sure says more.
            ScriptGateMatch? found = null;
            foreach (var gate in catalog.FindScriptGates(attribute.Name, attribute.Value))
            {
                if ((gate.Fact.Type is null || string.Equals(gate.Fact.Type, type, StringComparison.OrdinalIgnoreCase)) && (found is not { } known || (known.Fact.IsUnverified && !gate.Fact.IsUnverified)))
                    found = gate;
            }

            if (found is not null)
                return new ScriptElement(element, found, attribute);
        }

        return Languages.Contains(type, StringComparer.OrdinalIgnoreCase) ? new ScriptElement(element, gate: null, gateAttribute: null) : null;
    }
}
