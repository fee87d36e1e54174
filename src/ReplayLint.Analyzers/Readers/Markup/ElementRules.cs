namespace ReplayLint.Readers.Markup;

/// <summary>What browsers know of the elements of HTML, as far as it shapes the tree.</summary>
internal static class ElementRules
{
    private static readonly Dictionary<string, ElementTraits> Traits = Build();

    /// <summary>What an element's start closes, and the element past which it does not look.</summary>
    private static readonly Dictionary<string, (string[] Closes, string[] Within)> Implied = new(StringComparer.Ordinal)
    {
        ["li"] = (["li"], ["ul", "ol", "menu"]),
        ["dt"] = (["dt", "dd"], ["dl"]),
        ["dd"] = (["dt", "dd"], ["dl"]),
        ["option"] = (["option"], ["select", "datalist", "optgroup"]),
        ["optgroup"] = (["option", "optgroup"], ["select"]),
        ["td"] = (["td", "th"], ["tr", "table"]),
        ["th"] = (["td", "th"], ["tr", "table"]),
        ["tr"] = (["tr", "caption", "colgroup"], ["table"]),
        ["tbody"] = (["tbody", "thead", "tfoot", "tr", "caption", "colgroup"], ["table"]),
        ["thead"] = (["tbody", "thead", "tfoot", "tr", "caption", "colgroup"], ["table"]),
        ["tfoot"] = (["tbody", "thead", "tfoot", "tr", "caption", "colgroup"], ["table"]),
        ["rt"] = (["rt", "rp"], ["ruby"]),
        ["rp"] = (["rt", "rp"], ["ruby"]),
        ["body"] = (["head"], ["html"]),
    };

    /// <param name="name">A name in lower case.</param>
    public static ElementTraits TraitsOf(string name) => Traits.TryGetValue(name, out var traits) ? traits : ElementTraits.None;

    /// <inheritdoc cref="Implied"/>
    public static (string[] Closes, string[] Within)? ImpliedEndsOf(string name) =>
        Implied.TryGetValue(name, out var implied) ? implied : null;

    private static Dictionary<string, ElementTraits> Build()
    {
        var traits = new Dictionary<string, ElementTraits>(StringComparer.Ordinal);
        Add(ElementTraits.Void, "area base br col embed hr img input link meta param source track wbr");
        Add(ElementTraits.RawText, "script style textarea title");
        Add(ElementTraits.OptionalEnd, "li dt dd p option optgroup td th tr tbody thead tfoot colgroup rt rp body html");
        Add(ElementTraits.Scope, "table td th caption template object marquee applet button");
        Add(ElementTraits.CrossesScope, "table td th tr tbody thead tfoot caption template object marquee applet button body html");
        Add(
            ElementTraits.ClosesParagraph,
            "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hgroup hr main menu nav ol p pre search section summary table ul li dt dd");
        return traits;

        void Add(ElementTraits trait, string names)
        {
            foreach (var name in names.Split(' '))
                traits[name] = TraitsOf(name) | trait;
        }

        ElementTraits TraitsOf(string name) => traits.TryGetValue(name, out var found) ? found : ElementTraits.None;
    }
}
