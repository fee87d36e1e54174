using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Text that a view writes as it is, beside a recorder: a script that nobody sees, or none.</summary>
public class RawScriptReaderTests
{
    private const string Recorder = "<script src=\"{|RPL1001:https://www.clarity.ms/tag/abc|}\"></script>";

    [Theory]
    [InlineData("{|RPL9006:@Html.Raw(Model.TrackingScript)|}")]
    [InlineData("{|RPL9006:@Html.Raw(Settings[\"HeadSnippet\"])|}")]
    [InlineData("<div>{|RPL9006:@Html.Raw(Model?.Analytics.Code)|}</div>")]
    [InlineData("{|RPL9006:@(new Microsoft.AspNetCore.Html.HtmlString(Model.Script))|}")]
    [InlineData("@if (Model.Custom) { {|RPL9006:@Html.Raw(Model.Embed())|} }")]
    public Task Names_of_scripts(string markup) => VerifyAsync("Views/Shared/_Layout.cshtml", Recorder + "\n" + markup);

    [Theory]
    [InlineData("@Html.Raw(Model.Description)")]
    [InlineData("@Html.Raw(Model.Body)")]
    [InlineData("@Html.Raw(\"<script>var a = 1;</script>\")")]
    [InlineData("@Html.Encode(Model.TrackingScript)")]
    [InlineData("@Model.TrackingScript")]
    [InlineData("<script>var data = @Html.Raw(Model.TrackingScript);</script>")]
    [InlineData("<div data-script=\"@Html.Raw(Model.Script)\"></div>")]
    [InlineData("@Html.Raw(")]
    public Task Other_texts(string markup) => VerifyAsync("Views/Shared/_Layout.cshtml", Recorder + "\n" + markup);

    [Fact]
    public Task The_other_branch_of_a_condition_that_decides_on_the_recorder() =>
        VerifyAsync("Views/Shared/_Layout.cshtml", "@if (Model.Mode == 1) {\n" + Recorder + "\n} else {\n{|RPL9006:@Html.Raw(Model.Text)|}\n}\n@if (Model.Other) { @Html.Raw(Model.Text) }");

    [Fact]
    public Task A_component() =>
        VerifyAsync("Components/Layout/Head.razor", "<HeadContent>\n" + Recorder + "\n{|RPL9006:@((MarkupString)TrackingScript)|}\n@((MarkupString)Title)\n</HeadContent>");

    [Fact]
    public Task A_view_without_a_recorder() => VerifyAsync("Views/Shared/_Layout.cshtml", "<head>@Html.Raw(Model.TrackingScript)</head>");

    private static Task VerifyAsync(string name, string text) => PageVerifier.VerifyAsync(name, text, ProjectVerifier.PolicyAndVolume);
}
