using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.Markup;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

public class HtmlParserTests
{
    [Theory]
    [InlineData("a < b <3 & @me", "'a < b <3 & @me'")]
    [InlineData("<br>a<BR/>b<img src=x>", "br[] 'a' BR[] 'b' img(src='x')[]")]
    [InlineData("<div/>a</div>b", "div['a'] 'b'")]
    [InlineData("<my-app/>a<svg><path/></svg>", "my-app[] 'a' svg[path[]]")]
    [InlineData("<p>a<p>b<div>c</div>", "p['a'] p['b'] div['c']")]
    [InlineData("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul[li['a' ul[li['b']]] li['c']]")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c<tbody></table>d", "table[tr[td['a'] td['b']] tr[td['c']] tbody[]] 'd'")]
    [InlineData("<div><table><tr><td>a</div>b</table></div>", "div[table[tr[td['a' StrayEndTag 'b']]]]")]
    [InlineData("<select><option>a<option>b</select>", "select[option['a'] option['b']]")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "dl[dt['a'] dd['b'] dt['c']]")]
    [InlineData("<DIV>a</div>b</div>", "DIV['a'] 'b' StrayEndTag")]
    [InlineData("<b>a<i>b</b>c", "b['a' i['b']] 'c'")]
    [InlineData("<head><title>a<b></title><body>b", "head[title[raw('a<b>')]] body['b']")]
    [InlineData("<svg><title><g/></title></svg>", "svg[title[g[]]]")]
    [InlineData("<script>if (a</b/) '</scripts>'</SCRIPT >b", "script[raw('if (a</b/) '</scripts>'')] 'b'")]
    [InlineData("<textarea><b></textarea><style></style>", "textarea[raw('<b>')] style[]")]
    [InlineData("<!doctype html><!-- a --><!--[if IE]><p><![endif]--><![if !IE]><![endif]><!--[if !IE]><!-->", "Doctype HtmlComment ConditionalComment ConditionalComment ConditionalComment ConditionalComment")]
    [InlineData("<!-->a<!-- - -- -->b<![CDATA[ <a> ]]><?x y?><!x>", "HtmlComment 'a' HtmlComment 'b' CData ProcessingInstruction HtmlComment")]
    [InlineData("<a b c = d e='' f=\"g h\" i=/j/ k>", "a(b, c='d', e=, f='g h', i='/j/', k)[]")]
    [InlineData("<a @click=\"x\" :b=y (c)='z' *d [e]>", "a(@click='x', :b='y', (c)='z', *d, [e])[]")]
    [InlineData("<a b=\"c d", "a(b='c d')[]")]
    [InlineData("<a b<i>c", "a(b)[i['c']]")]
    [InlineData("<script>a", "script[raw('a')]")]
    [InlineData("<!-- a", "HtmlComment")]
    [InlineData("</p", "StrayEndTag")]
    public void The_tree_is_roughly_that_of_a_browser(string html, string expected) =>
        Assert.Equal(expected, MarkupSketch.Of(html, MarkupLanguage.Html));

    [Fact]
    public void Spans_are_exact()
    {
        const string Html = "x<a href = 'b c' D>e</a >f";

        var document = MarkupDocument.Parse(Html, MarkupLanguage.Html);

        var element = Assert.IsType<MarkupElement>(document.Children[1]);
        Assert.Equal("<a href = 'b c' D>e</a >", element.Text);
        Assert.Equal(new TextSpan(2, 1), element.NameSpan);
        Assert.Equal("<a href = 'b c' D>", document.TextOf(element.StartTagSpan));
        Assert.Equal("</a >", document.TextOf(element.EndTagSpan!.Value));
        Assert.Equal("e", document.TextOf(element.ContentSpan));
        var href = element.FindAttribute("HREF")!;
        Assert.Equal("href = 'b c'", href.Text);
        Assert.Equal(new TextSpan(4, 4), href.NameSpan);
        Assert.Equal(new TextSpan(Html.IndexOf("b c", StringComparison.Ordinal), 3), href.ValueSpan);
        Assert.Equal(MarkupQuote.Single, href.Quote);
        Assert.Equal("b c", href.Value);
        var flag = element.FindAttribute("d")!;
        Assert.Equal("D", flag.Text);
        Assert.Null(flag.Value);
        Assert.Null(element.FindAttribute("e"));
    }

    [Fact]
    public void A_node_is_found_by_its_position()
    {
        const string Html = "<div class=\"a b\"><p>c</p> </div>";
        var document = MarkupDocument.Parse(Html, MarkupLanguage.Html);

        Assert.Equal("a b", Assert.IsType<MarkupText>(document.FindNode(13)).Text);
        Assert.Equal("class=\"a b\"", Assert.IsType<MarkupAttribute>(document.FindNode(6)).Text);
        Assert.Equal("div", Assert.IsType<MarkupElement>(document.FindNode(1)).Name);
        var c = document.FindNode(Html.IndexOf('c', 20));
        Assert.Equal(["p", "div"], c.Ancestors().OfType<MarkupElement>().Select(static e => e.Name));
        Assert.Same(document, c.Ancestors().Last());
        Assert.Same(document, document.FindNode(Html.Length));
    }
}
