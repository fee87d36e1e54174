using System.Collections.Immutable;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.Markup;

/// <summary>A form field that takes what nobody but the user may see.</summary>
/// <param name="Takes">What it takes, as a message names it: <c>password</c>, <c>card-number</c>.</param>
/// <param name="Kind">The kind by which recorders know such fields: <c>password</c>, <c>payment</c>; empty for others.</param>
internal sealed record SensitiveField(string Takes, string Kind)
{
    private static readonly string[] Elements = ["input", "textarea", "select", "InputText", "InputTextArea", "InputNumber"];

    private static readonly string[] NamingAttributes = ["autocomplete", "name", "id", "asp-for", "@bind-Value", "@bind"];

    private static readonly (string List, string Kind)[] Lists = [("password-field", "password"), ("payment-field", "payment"), ("sensitive-field", "")];

    /// <summary>Reads an element; null when it is no field, or an ordinary one.</summary>
    public static SensitiveField? Read(MarkupElement element, RecorderCatalog catalog)
    {
        if (!Elements.Contains(element.Name, StringComparer.OrdinalIgnoreCase))
            return null;

        if (string.Equals(element.FindAttribute("type")?.Value, "password", StringComparison.OrdinalIgnoreCase))
            return new SensitiveField("password", "password");

        foreach (var attribute in NamingAttributes)
        {
            if (element.FindAttribute(attribute)?.Value is not { Length: > 0 } name)
                continue;

            foreach (var (list, kind) in Lists)
            {
                if (WordIn(name, catalog.WordsOf(list)) is { } word)
                    return new SensitiveField(word, kind);
            }
        }

        return null;
    }

    private static string? WordIn(string name, ImmutableArray<string> words)
    {
        var joined = "-" + NameWords.Join(name) + "-";
        foreach (var word in words)
        {
            if (joined.IndexOf("-" + word + "-", StringComparison.Ordinal) >= 0)
                return word;
        }

        return null;
    }
}
