using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers.Interop;

/// <summary>The names that a serialiser gives to the properties of objects.</summary>
internal static class JsonNames
{
    /// <summary>The name that is declared, or the property's own; null for one that is left out.</summary>
    /// <param name="property">The property.</param>
    /// <param name="isCamelCase">Whether names that are not declared get a small letter at the start, as calls to the page and web frameworks do it.</param>
    public static string? Of(IPropertySymbol property, bool isCamelCase)
    {
        foreach (var attribute in property.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonPropertyNameAttribute" or "JsonPropertyAttribute" when !attribute.ConstructorArguments.IsEmpty && attribute.ConstructorArguments[0].Value is string name:
                    return name;

                case "JsonIgnoreAttribute" when attribute.NamedArguments.IsEmpty:
                    return null;
            }
        }

        return isCamelCase ? CamelCase(property.Name) : property.Name;
    }

    private static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
                break;

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
