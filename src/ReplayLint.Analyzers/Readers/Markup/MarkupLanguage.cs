namespace ReplayLint.Readers.Markup;

/// <summary>What a text is written in. Only the last two know Razor.</summary>
internal enum MarkupLanguage
{
    /// <summary>Plain HTML, also inside a C# string: <c>@</c> is a character like any other.</summary>
    Html,

    /// <summary>A Razor page or view.</summary>
    Cshtml,

    /// <summary>A Razor component: capitalised elements are components, <c>@name</c> in a tag is a directive attribute.</summary>
    Razor,
}
