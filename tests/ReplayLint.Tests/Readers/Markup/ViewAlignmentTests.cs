using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Consent;
using ReplayLint.Tests.Verification;
using Xunit;
using static ReplayLint.Tests.Readers.Markup.RazorSource;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Which call writes which part of a view, where that is not plain.</summary>
public class ViewAlignmentTests
{
    private const string View = "Views/Home/Index.cshtml";
    private const string Component = "Components/Head.razor";

    private const string Grid = """
        namespace Shop.Components
        {
            using Microsoft.AspNetCore.Components;
            using Microsoft.AspNetCore.Components.Rendering;
            public class Grid<T> : ComponentBase
            {
                [Parameter] public IEnumerable<T> Items { get; set; }
                [Parameter] public RenderFragment<T> ChildContent { get; set; }
            }
        }
        """;

    [Theory]
    [InlineData("@if (HasConsent) {\n<Grid Items=\"@(new[] { 1 })\"><p>@context</p>{S}</Grid> }\n{S}\n@code { bool HasConsent => false; }")]
    [InlineData("@if (HasConsent) {\n<Grid T=\"int\">{S}</Grid> }\n<Grid T=\"int\">{S}</Grid>\n@code { bool HasConsent => false; }")]
    [InlineData("@if (HasConsent) {\n<div class='a' @onclick=\"() => { }\"  data-x = b >{S}<img src=a /></div> }\n<div class='a' @onclick=\"() => { }\">{S}</div>\n@code { bool HasConsent => false; }")]
    [InlineData("<p>a &amp; b &nbsp; <br/> \"c\"</p>\n@if (HasConsent) { <b>1</b> {S} <script src='https://other.example'>\n a('b')\n</script> }\n@* {S2} *@\n{S}\n@code { bool HasConsent => false; }")]
    public void In_a_component(string view) => Check(Component, view, ConsentState.Granted, ConsentState.NotGranted);

    [Theory]
    [InlineData("@model PageModel\n@* {S2} *@ @if (Model.HasUserConsented) { <text>{S}</text> }\n@* {S2} *@\n{S}")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <a asp-controller=\"Home\" class=\"x @Model.ProjectId\" href=\"@Model.ProjectId\">a {S}</a> }\n<a asp-controller=\"Home\" class=\"x @Model.ProjectId\">a {S}</a>")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <environment include=\"@Model.ProjectId\"><environment include=\"b\"><p>@Model.ProjectId</p>{S}</environment></environment> }\n<environment include=\"c\">{S}</environment>")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { @:<p>a</p> {S}\n }\n@if (Model.Enabled) { @:<p>a</p> {S}\n }")]
    [InlineData("@model PageModel\n@functions { bool A() { return true; } void B() { <p>{A}</p> } }\n@if (Model.HasUserConsented) { <p>{A}</p>{S} }\n<p>{A}</p>{S}")]
    [InlineData("@model PageModel\n@{ Func<object, object> a = @<p>b</p>; }\n@if (Model.HasUserConsented) { @a(1) {S} }\n@a(2) {S}")]
    [InlineData("@model PageModel\n@if (Model.HasUserConsented) { <script>var a = @Json.Serialize(1); // <p>\n{L}</script> }\n<script>var a = @Json.Serialize(1);\n{L}</script>")]
    public void In_a_view(string view) => Check(View, view, ConsentState.Granted, ConsentState.NotGranted);

    /// <summary>Older compilers give the line only, and pad the C# to stand in its column.</summary>
    [Fact]
    public void Lines_without_columns_are_enough()
    {
        const string Text = "@model dynamic\n<p>a</p>\n@if (Model.HasUserConsented) { " + Tag + " }\n" + Tag + "\n";
        var literal = Tag.Replace("\"", "\\\"");
        var generated = $$"""
            #pragma checksum "C:\shop\Views\Home\Index.cshtml" "{ff1816ec-aa5e-4d10-87f7-6f4963833460}" "00"
            public abstract class Page
            {
                public dynamic Model;
                public void WriteLiteral(string text) { }
                public async System.Threading.Tasks.Task ExecuteAsync()
                {
                    WriteLiteral("<p>a</p>\r\n");
            #line 3 "C:\shop\Views\Home\Index.cshtml"
             if (Model.HasUserConsented) {

            #line default
            #line hidden
                    WriteLiteral(" {{literal}} ");
            #line 3 "C:\shop\Views\Home\Index.cshtml"
                                             }

            #line default
            #line hidden
                    WriteLiteral("{{literal}}\r\n");
                }
            }
            """;
        var compilation = CSharpCompilation.Create("Shop", [CSharpSyntaxTree.ParseText(generated, path: "Index.cshtml.g.cs")], TestReferences.Framework);

        Assert.Equal([ConsentState.Granted, ConsentState.NotGranted], Ask(compilation, View, (View, Text)).ConvertAll(static state => state.State));
    }

    [Fact]
    public void A_large_view_is_aligned_in_little_time()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(static i => $"<tr class=\"@Model.ProjectId\"><td>a{i}</td><td>@Model.ProjectId</td></tr>\n"));
        var text = $"@model PageModel\n<table>{rows}</table>@if (Model.HasUserConsented) {{ {Tag} }}";
        var compilation = Compile("", (View, text));
        var view = ReplayLint.Readers.Markup.GeneratedViews.Of(compilation).Find(View)!;
        view.Tree.GetRoot();
        var watch = Stopwatch.StartNew();

        Assert.NotNull(view.MapOf(text).FindAt(text.IndexOf(Tag, StringComparison.Ordinal)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(ConsentState.Granted, Assert.Single(Ask(compilation, View, (View, text))).State);
    }

    private static void Check(string path, string text, params ConsentState[] expected)
    {
        text = text.Replace("{S}", Tag).Replace("{S2}", "<script src=\"https://other.example/tag.js\" async></script>").Replace("{A}", "<b>a</b>").Replace("{L}", "load('https://film.example/');");
        Assert.Empty(Errors(Compile(Grid, (path, text))));
        Assert.Equal(expected, States(path, text, Grid));
        Assert.Equal(expected, States(path, text.Replace("\n", "\r\n"), Grid));
    }
}
