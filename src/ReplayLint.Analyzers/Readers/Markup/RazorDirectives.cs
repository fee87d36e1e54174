namespace ReplayLint.Readers.Markup;

/// <summary>The directives that Razor knows in views and in components.</summary>
internal static class RazorDirectives
{
    public static bool IsKeyword(string word, MarkupLanguage language) => word switch
    {
        "page" or "using" or "inject" or "inherits" or "implements" or "attribute" or "namespace" or "layout" or "typeparam"
            or "addTagHelper" or "removeTagHelper" or "tagHelperPrefix" => true,
        "model" or "section" => language == MarkupLanguage.Cshtml,
        "rendermode" or "preservewhitespace" => language == MarkupLanguage.Razor,
        _ => false,
    };
}
