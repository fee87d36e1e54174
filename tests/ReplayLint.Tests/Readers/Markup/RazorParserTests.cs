using ReplayLint.Readers.Markup;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

public class RazorParserTests
{
    [Theory]
    [InlineData("@Model.Name.Trim()[0]?.X. b", "@(Model.Name.Trim()[0]?.X) '. b'")]
    [InlineData("@a?[0]!.B! c", "@(a?[0]!.B) '! c'")]
    [InlineData("@a@b", "@(a) @(b)")]
    [InlineData("@Html.Raw(\")\" + ')' /* ) */ + @\"\"\")\")<b>", "@(Html.Raw(\")\" + ')' /* ) */ + @\"\"\")\")) b[]")]
    [InlineData("@Html.Raw<int>(1)", "@(Html.Raw) int['(1)']")]
    [InlineData("@(Html.Raw<int>(1)) (x)", "@(Html.Raw<int>(1)) '(x)'")]
    [InlineData("@($\"{(a ? \")\" : $\"{b}\")}}}\")c", "@($\"{(a ? \")\" : $\"{b}\")}}}\") 'c'")]
    [InlineData("@($$\"\"\"{{a}} } \" \"\"\")c", "@($$\"\"\"{{a}} } \" \"\"\") 'c'")]
    [InlineData("@await Html.PartialAsync(\"a\") b", "@(await Html.PartialAsync(\"a\")) 'b'")]
    [InlineData("user@example.com @@me a@(b) @ @1 @", "'user@example.com @@me a' @(b) '@ @1 @'")]
    [InlineData("a@* <b> @ *@b@*c", "'a' RazorComment 'b' RazorComment")]
    [InlineData("@(a", "@(a)")]
    [InlineData("@if you like", "@(if) 'you like'")]
    public void An_expression_ends_where_Razor_ends_it(string razor, string expected) =>
        Assert.Equal(expected, MarkupSketch.Of(razor, MarkupLanguage.Cshtml));

    [Theory]
    [InlineData("@if (a) { <p>b</p> } else if (c(\")\")) { d(); } else { @:e <b>f</b>\n }g", "@{if(a)[p['b']] else if(c(\")\"))['d();'] else[line['e' b['f']]]} 'g'")]
    [InlineData("@if (a) { } else we", "@{if(a)[]} 'else we'")]
    [InlineData("@if (a) { if (b) return; else c(); <br> if (d) <i>e</i> }", "@{if(a)[@{if(b)['return;'] else['c();']} br[] @{if(d)[i['e']]}]}")]
    [InlineData("@{ if (a) if (b) c(); else d(); e(); }", "code [@{if(a)[@{if(b)['c();'] else['d();']}]} 'e();']")]
    [InlineData("@foreach (var x in xs) { <li>@x }</li> } @for (;;) { } @while (a) { break; } @lock (b) { }", "@{foreach(var x in xs)[li[@(x) '}']]} @{for(;;)[]} @{while(a)['break;']} @{lock(b)[]}")]
    [InlineData("@await foreach (var x in xs) { @x }", "@{foreach(var x in xs)[@(x)]}")]
    [InlineData("@do { a(); } while (b); c", "@{do['a();'] while(b)[]} 'c'")]
    [InlineData("@try { a(); } catch (E e) when (e.F) { b(); } catch { } finally { c(); } catch", "@{try['a();'] catch(E e)['b();'] catch[] finally['c();']} 'catch'")]
    [InlineData("@switch (a) { case 1: case global::B.C: <p>d</p> break; default: e(); break; }", "@{switch(a)[case(1)[] case(global::B.C)[p['d'] 'break;'] default['e();' 'break;']]}")]
    [InlineData("@using (Html.BeginForm()) { <input> }", "@{using(Html.BeginForm())[input[]]}")]
    [InlineData("@{ var a = new B { C = \"}\" }; var d = e switch { _ => 1 }; F g = h => { <i/> }; void J() { k(); } }", "code ['var a = new B { C = \"}\" };' 'var d = e switch { _ => 1 };' code F g = h =>[i[]] ';' code void J()['k();']]")]
    [InlineData("@{ // }\n /* } */ @* } *@ a(); { b(); } <text>c }</text> #region }\n @d(1) }", "code [CSharpComment CSharpComment RazorComment 'a();' code ['b();'] text['c }'] '#region }' @(d(1))]")]
    [InlineData("@{ @:<div>\n @:</div>\n }", "code [line[div[]] line[StrayEndTag]]")]
    [InlineData("<div>@if (a) { @:</div>\n }b</div>", "div[@{if(a)[line[StrayEndTag]]} 'b']")]
    [InlineData("@{ a(", "code ['a(']")]
    [InlineData("@if (a", "@{if(a)[]}")]
    [InlineData("@if (a) { b", "@{if(a)['b']}")]
    public void Code_is_statements_markup_and_branches(string razor, string expected) =>
        Assert.Equal(expected, MarkupSketch.Of(razor, MarkupLanguage.Cshtml));

    [Theory]
    [InlineData("@page \"/a\"\n@model A.B<C>\n@using A.B;\n@page.X @Model", "page(\"/a\")[] model(A.B<C>)[] using(A.B)[] @(page.X) @(Model)")]
    [InlineData("@section S {\n <p>a } b { } c</p> { } }d", "section(S)[p['a']] 'b { } c' StrayEndTag '{ } }d'")]
    [InlineData("@section S { a { b } <i>{</i> } }c", "section(S)['a { b }' i['{'] '}'] 'c'")]
    [InlineData("@section S { <div>}</div> <script>}</script> }a", "section(S)[div['}'] script[raw('}')]] 'a'")]
    [InlineData("@functions { string A() { return \"}\"; } }a", "code functions['string A() { return \"}\"; }'] 'a'")]
    [InlineData("@code { int a; }", "@(code) '{ int a; }'")]
    [InlineData("<p>see @model </p>", "p['see' @(model)]")]
    public void A_directive_is_known_by_its_place(string razor, string expected) =>
        Assert.Equal(expected, MarkupSketch.Of(razor, MarkupLanguage.Cshtml));

    [Theory]
    [InlineData("<a b=\"c @d.E f@g.h @(i ? \"j\" : \"k\")\" l=@m n='@o'>", "a(b='c' @(d.E) 'f@g.h' @(i ? \"j\" : \"k\"), l=@(m), n=@(o))[]")]
    [InlineData("<a @(b ? \"c>\" : \"\") @* d *@ @Html.Attr() @@e=f @g=\"h\"/>", "a(@(b ? \"c>\" : \"\"), RazorComment, @(Html.Attr()), @@e='f', @g='h')[]")]
    [InlineData("<a @if (b) { <text>c=d</text> } data-@(e)=f>", "a(@{if(b)['<text>c=d</text>']}, data-@(e)='f')[]")]
    [InlineData("<a class=\"@if (b) { <text>c</text> } else { @:d\n }\">", "a(class=@{if(b)['<text>c</text>'] else['@:d']})[]")]
    [InlineData("<!button>a</!button><vc:b c=d/>e", "button['a'] vc:b(c='d')[] 'e'")]
    public void Razor_is_live_in_a_tag(string razor, string expected) =>
        Assert.Equal(expected, MarkupSketch.Of(razor, MarkupLanguage.Cshtml));

    [Theory]
    [InlineData("<Input @bind-Value=\"a.B\" @onclick='() => C(\"d\")' @key />e", "Input(@bind-Value='a.B', @onclick='() => C(\"d\")', @key)[] 'e'")]
    [InlineData("<Title>a<b>c</b></Title>", "Title['a' b['c']]")]
    [InlineData("<div/>a", "div[] 'a'")]
    [InlineData("@code { string A => \"\"\"\n } \"\"\"; }b", "code code['string A => \"\"\"\n } \"\"\";'] 'b'")]
    [InlineData("@rendermode A\n@model B", "rendermode(A)[] @(model) 'B'")]
    public void A_component_is_read_by_its_own_rules(string razor, string expected) =>
        Assert.Equal(expected, MarkupSketch.Of(razor, MarkupLanguage.Razor));

    [Fact]
    public void An_element_knows_its_branches()
    {
        var document = MarkupDocument.Parse(MarkupPages.ViewComponent, MarkupLanguage.Cshtml);
        var script = document.Descendants().OfType<MarkupElement>().First(static e => e.Name == "script");

        Assert.Collection(
            script.EnclosingBranches(),
            static branch =>
            {
                Assert.Equal("case", branch.Keyword);
                Assert.Equal("ConsentState.Implied when Model.Region == \"none\"", branch.Header);
                Assert.Equal(1, branch.Index);
            },
            static branch => Assert.Equal(("switch", "Model.State", 0), (branch.Keyword, branch.Header, branch.Index)));
    }

    [Fact]
    public void An_early_return_is_a_statement_in_its_branch()
    {
        var document = MarkupDocument.Parse(MarkupPages.ViewComponent, MarkupLanguage.Cshtml);

        var returns = document.Descendants().OfType<RazorStatement>().Where(static s => s.Text == "return;").ToList();

        Assert.Equal(
            ["!Model.HasConsent", "Model.Key is null"],
            returns.Select(static s => Assert.Single(s.EnclosingBranches()).Header));
    }

    [Fact]
    public void A_layout_shows_what_consent_decides()
    {
        var document = MarkupDocument.Parse(MarkupPages.Layout, MarkupLanguage.Cshtml);
        var elements = document.Descendants().OfType<MarkupElement>().ToList();

        var scripts = elements.Where(static e => e.Is("script")).ToList();
        Assert.Equal("https://cdn.example.com/replay.js", scripts[0].FindAttribute("src")!.Value);
        Assert.All(scripts, static script =>
        {
            var branch = Assert.Single(script.EnclosingBranches());
            Assert.Equal("if", branch.Keyword);
            Assert.Equal("granted && !Context.Request.Path.StartsWithSegments(\"/admin\")", branch.Header);
            Assert.Equal(0, branch.Index);
        });

        var banner = elements.Single(static e => e.Name == "vc:consent-banner");
        Assert.Equal(("else if", "Consent.IsPending", 1), banner.EnclosingBranches().Select(static b => (b.Keyword, b.Header, b.Index)).Single());
        Assert.Equal(
            ["Layout = null;", "var granted = Consent.Current?.Has(\"replay\") ?? false;", "var title = $\"{ViewData[\"Title\"]} - {(granted ? \"on\" : \"off\")}\";"],
            document.Children.OfType<RazorCode>().Single().Children.OfType<RazorStatement>().Select(static s => s.Text));
        var body = elements.Single(static e => e.Name == "body");
        Assert.Equal("start('_________')", body.FindAttribute("onload")!.ToScript());
        Assert.False(body.FindAttribute("class")!.IsLiteral);
        Assert.Equal(2, body.Children.OfType<MarkupElement>().Count(static e => e.Name == "p"));
    }

    [Fact]
    public void A_component_shows_its_attributes()
    {
        var document = MarkupDocument.Parse(MarkupPages.Component, MarkupLanguage.Razor);

        var input = document.Descendants().OfType<MarkupElement>().Single(static e => e.Name == "Input");
        Assert.True(input.IsSelfClosing);
        Assert.Equal(["@bind-Value", "@bind-Value:event", "@key"], input.Attributes.Select(static a => a.Name));
        Assert.All(input.Attributes, static a => Assert.True(a.IsDirective));
        var submit = document.Descendants().OfType<MarkupAttribute>().Single(static a => a.Name == "OnValidSubmit");
        Assert.Equal("async () => await SaveAsync(\"x\")", Assert.IsType<RazorExpression>(submit.Children.Single()).Code);
        Assert.EndsWith("'}');", Assert.Single(document.Children.OfType<RazorCode>()).Children.Single().Text.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(["page", "implements", "inject", "rendermode"], document.Children.OfType<RazorDirective>().Select(static d => d.Keyword));
    }
}
