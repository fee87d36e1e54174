using System.Text;
using ReplayLint.Readers.Markup;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>No text may make the parser throw, hang, or say something that is not so about a span.</summary>
public class MarkupRobustnessTests
{
    public static TheoryData<string> Pages() => [.. MarkupPages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_cut_off_anywhere_is_a_tree(string name)
    {
        var (text, language) = MarkupPages.Get(name);

        for (var length = 0; length <= text.Length; length++)
            MarkupInvariants.ParseAndCheck(text[..length], language);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_that_starts_anywhere_is_a_tree(string name)
    {
        var (text, language) = MarkupPages.Get(name);

        for (var start = 0; start < text.Length; start += 3)
            MarkupInvariants.ParseAndCheck(text[start..], language);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_after_any_edit_is_a_tree(string name)
    {
        string[] pieces = ["<", ">", "</", "/>", "\"", "'", "@", "@@", "@*", "*@", "@(", ")", "{", "}", "@{", "@if (x) {", "else", "@:", "\n", "<!--", "-->", "=", ";", "\0", "é", "$@\"", "\"\"\"", "case x:", "<script>", "<p>", "</div>"];
        var (text, language) = MarkupPages.Get(name);
        var random = new Random(20240501);
        for (var i = 0; i < 500; i++)
        {
            var edited = new StringBuilder(text);
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var position = random.Next(edited.Length);
                edited.Remove(position, Math.Min(random.Next(4), edited.Length - position));
                edited.Insert(position, pieces[random.Next(pieces.Length)]);
            }

            MarkupInvariants.ParseAndCheck(edited.ToString(), language);
        }
    }

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<div>", "")]
    [InlineData("<b><p>", "</b>")]
    [InlineData("@{", "}")]
    [InlineData("@if (x) {", "}")]
    [InlineData("@if (x) { <p>", "</p> }")]
    [InlineData("@{ if (x) ", "")]
    [InlineData("@(", ")")]
    [InlineData("@f(", ")")]
    [InlineData("@($\"{", "}\")")]
    [InlineData("<a b=\"@(", ")\">")]
    [InlineData("@switch (x) { case 1: ", "}")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    public void Nesting_has_no_limit(string open, string close)
    {
        const int Depth = 10_000;
        var text = new StringBuilder().Insert(0, open, Depth).Append('x').Insert(0, "<i></i>").Insert((open.Length * Depth) + 8, close, Depth).ToString();

        MarkupInvariants.ParseAndCheck(text, MarkupLanguage.Cshtml);
        MarkupInvariants.ParseAndCheck(text, MarkupLanguage.Html);
    }

    // Each of these takes minutes, not milliseconds, where a parser goes over what it has read once more.
    [Theory]
    [InlineData("<", "")]
    [InlineData("<div", "")]
    [InlineData("</div>", "<div>")]
    [InlineData("<i></b>", "<b>")]
    [InlineData("<i></b>", "<b>@{ <a>")]
    [InlineData("<a b=\"", "")]
    [InlineData("<!--", "")]
    [InlineData("<script>", "")]
    [InlineData("@", "")]
    [InlineData("@a", "")]
    [InlineData("@(\"", "")]
    [InlineData("@('", "")]
    [InlineData("\"", "@($@\"")]
    [InlineData("{", "@($\"")]
    [InlineData("\"\" ", "@(\"\"\"")]
    [InlineData(" ", "@if (x) { }")]
    [InlineData("if (x) ", "@{")]
    [InlineData("/**/", "@{ if (x) if (y) if (z) ; ")]
    [InlineData("case 1: ", "@switch (x) {")]
    [InlineData("{", "@section A {")]
    [InlineData("@: <b>\n", "@{")]
    [InlineData("<li>", "<ul>")]
    [InlineData("<p>", "")]
    [InlineData("x", "<")]
    public void Work_grows_with_the_length_only(string repeated, string before)
    {
        var text = before + string.Concat(Enumerable.Repeat(repeated, 300_000 / repeated.Length));

        foreach (var language in new[] { MarkupLanguage.Cshtml, MarkupLanguage.Razor, MarkupLanguage.Html })
        {
            var document = MarkupDocument.Parse(text, language);

            Assert.True(document.Descendants().Count() <= text.Length);
        }
    }

    [Fact]
    public void A_large_page_is_one_tree()
    {
        var text = string.Concat(Enumerable.Repeat(MarkupPages.Form, (10_000_000 / MarkupPages.Form.Length) + 1));

        var document = MarkupDocument.Parse(text, MarkupLanguage.Cshtml);

        var forms = document.Descendants().OfType<MarkupElement>().Where(static e => e.Name == "form").ToList();
        Assert.Equal((10_000_000 / MarkupPages.Form.Length) + 1, forms.Count);
        Assert.All(forms, static form => Assert.Same(form.Document, form.Parent));
    }
}
