namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>A class or attribute of an element, as rules name it: <c>.no-capture</c>, <c>data-suppress</c>, <c>data-privacy=mask</c>.</summary>
/// <param name="Attribute">The name of the attribute; <c>class</c> for a class.</param>
/// <param name="Value">The class or the value; null for an attribute that needs none.</param>
internal sealed record ElementMark(string Attribute, string? Value)
{
    public bool IsClass => Attribute == "class";

    public static ElementMark? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        if (text![0] == '.')
            return new ElementMark("class", text.Substring(1));

        var equals = text.IndexOf('=');
        return equals < 0 ? new ElementMark(text, null) : new ElementMark(text.Substring(0, equals), text.Substring(equals + 1));
    }

    /// <summary>The mark as the title of a fix names it.</summary>
    public override string ToString() => IsClass ? $"class '{Value}'" : Value is null ? $"'{Attribute}'" : $"'{Attribute}=\"{Value}\"'";
}
