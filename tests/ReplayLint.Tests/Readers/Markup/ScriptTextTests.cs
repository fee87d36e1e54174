using ReplayLint.Readers.Markup;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

public class ScriptTextTests
{
    [Theory]
    [InlineData("a('@b.C()', @(d + \")\"));", "a('______', __________);")]
    [InlineData("a('x@@y.z', @@@b);", "a('x @y.z',  @__);")]
    [InlineData("a(@* ) *@);", "a(       );")]
    [InlineData("@if (x) { <text>a < b;</text> } else { @:c('@d');\n }e;", "                a < b;                   c('__');\n  e;")]
    [InlineData("@{ var a = 1; }b;", "               b;")]
    [InlineData("a(@b(\n1), 2);", "a(___\n  , 2);")]
    [InlineData("a = { b: { } };\r\nc", "a = { b: { } };\r\nc")]
    [InlineData("@foreach (var x in y) { <text>@if (z) { @:a(@x);\n } b();</text> }", "                                          a(__);\n   b();         ")]
    public void A_script_keeps_its_places(string source, string expected)
    {
        var document = MarkupInvariants.ParseAndCheck($"<script>{source}</script>", MarkupLanguage.Cshtml);

        var script = Assert.IsType<MarkupElement>(Assert.Single(document.Children));
        Assert.Equal(expected, script.RawText!.ToScript());
        Assert.Equal(source, script.RawText.Text);
    }

    [Fact]
    public void Without_Razor_a_script_is_as_it_stands()
    {
        var document = MarkupDocument.Parse("<script>@a @@b</script>", MarkupLanguage.Html);

        Assert.Equal("@a @@b", ((MarkupElement)document.Children[0]).RawText!.ToScript());
    }

    [Fact]
    public void An_empty_script_has_no_text()
    {
        var document = MarkupDocument.Parse("<script src=a></script>", MarkupLanguage.Cshtml);

        Assert.Null(((MarkupElement)document.Children[0]).RawText);
    }
}
