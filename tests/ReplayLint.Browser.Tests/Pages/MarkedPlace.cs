using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Pages;

/// <summary>A field and a text that carry a class or attribute, and a field inside of an element that does; each with a canary of its own.</summary>
/// <param name="Index">Tells it from others on the page.</param>
/// <param name="Attribute">What is written into the tag: <c>class="shown"</c>.</param>
/// <param name="Subject">What is tried.</param>
internal sealed record MarkedPlace(int Index, string Attribute, string Subject)
{
    /// <summary>One that is not marked.</summary>
    public static MarkedPlace None { get; } = new(99, "title=\"none\"", "no mark");

    public string FieldId => $"marked-{Index}";

    public string InnerFieldId => $"inside-{Index}";

    public string FieldCanary => $"Typed{Index}Gyrfalcon";

    public string InnerFieldCanary => $"Inner{Index}Gyrfalcon";

    public string TextCanary => $"Shown{Index}Lapwing";

    public string PictureCanary => $"Pic{Index}Ptarmigan";

    public string InnerTextCanary => $"Deep{Index}Lapwing";

    /// <summary>What it holds.</summary>
    public IReadOnlyList<Canary> Canaries =>
    [
        new("text", CanaryGroup.Text, TextCanary),
        new("text inside", CanaryGroup.Text, InnerTextCanary),
        new("field", CanaryGroup.Inputs, FieldCanary),
        new("picture", CanaryGroup.Media, PictureCanary),
        new("field inside", CanaryGroup.Inputs, InnerFieldCanary),
    ];

    public string Html => $"""
        <p {Attribute}>{TextCanary}</p>
        <input id="{FieldId}" {Attribute}>
        <img src="{TestPage.Picture(PictureCanary)}" {Attribute}>
        <div {Attribute}><span>{InnerTextCanary}</span><input id="{InnerFieldId}"></div>

        """;

    /// <summary>A place that carries an atom of the catalogue.</summary>
    public static MarkedPlace Of(int index, MarkupAtom atom)
    {
        var attribute = atom.IsClass ? $"class=\"{atom.Value}\"" : atom.Value.Length > 0 ? $"{atom.Attribute}=\"{atom.Value}\"" : atom.Attribute;
        return new MarkedPlace(index, attribute, atom.Text);
    }
}
