using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Interop;

/// <summary>Script text in C# strings.</summary>
public class ScriptTextReaderTests
{
    private const string Loader = "(function(c,l,a,r,i,t,y){{t=l.createElement(r);t.src=\"\"https://www.clarity.ms/tag/\"\"+i;y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);}})(window,document,\"\"clarity\"\",\"\"script\"\",\"\"{id}\"\");";

    [Theory]
    [InlineData("output.Content.SetHtmlContent([|$@\"<script type=\"\"text/javascript\"\">" + Loader + "</script>\"|]);")]
    [InlineData("if (!enabled || string.IsNullOrEmpty(id)) { output.SuppressOutput(); return; } output.Content.SetHtmlContent([|$@\"<script>" + Loader + "</script>\"|]);")]
    [InlineData("if (!hasConsent) { output.SuppressOutput(); return; } output.Content.SetHtmlContent($@\"<script>" + Loader + "</script>\");")]
    [InlineData("if (hasConsent) output.PostContent.AppendHtml($@\"<script>" + Loader + "</script>\");")]
    [InlineData("var script = $@\"<script>" + Loader + "</script>\"; if (hasConsent) output.Content.SetHtmlContent(script);")]
    [InlineData("var script = [|$@\"<script>" + Loader + "</script>\"|]; if (hasConsent) output.Content.SetHtmlContent(script); output.PostContent.SetHtmlContent(script);")]
    [InlineData("output.Content.SetHtmlContent($@\"<script nonce='{id}' type='text/plain' data-cookieconsent='statistics'>" + Loader + "</script>\");")]
    [InlineData("output.Content.SetHtmlContent([|\"<script src='//cdn.mouseflow.com/projects/\"|] + id + \".js'></script>\");")]
    [InlineData("var b = new StringBuilder(); b.Append(\"<script>\"); b.AppendLine([|\"s.src='https://tools.luckyorange.com/core/lo.js';\"|]); b.Append(\"</script>\"); output.Content.SetHtmlContent(b.ToString());")]
    [InlineData("var html = new HtmlString(string.Format([|\"<script{0}>s.src='https://static.hotjar.com/c/hotjar-{1}.js';</script>\"|], nonce, id)); output.Content.SetHtmlContent(html);")]
    [InlineData("IHtmlContent m = new HtmlString([|\"s.src='https://static.hotjar.com/c/hotjar-1.js';\"|]); output.Content.SetHtmlContent(m);")]
    [InlineData("csp.Add(\"script-src https://www.clarity.ms/tag/ https://*.clarity.ms\"); hosts = new[] { \"https://www.clarity.ms/tag/\", \"https://static.hotjar.com/c/hotjar-\" };")]
    [InlineData("// t.src='https://www.clarity.ms/tag/'\nclient.BaseAddress = new Uri(\"https://www.clarity.ms/export-data/api/v1/\");")]
    [InlineData("output.Content.SetHtmlContent($\"<script src='/js/consent.js' defer data-clarity='{id}'></script>\");")]
    [InlineData("log($\"loading https://www.clarity.ms/tag/ (id={id})\");")]
    [InlineData("var b = new StringBuilder([|\"<script src='https://static.hotjar.com/c/hotjar-\"|]); b.Append(id).Append(\".js'></script>\"); log(b.ToString());")]
    [InlineData("var b = new StringBuilder(); b.AppendFormat([|\"<script>s.src='https://static.hotjar.com/c/hotjar-{0}.js';</script>\"|], id); log(b.ToString());")]
    [InlineData("var b = new StringBuilder(); b.Append(\"<script>\"); if (hasConsent) b.Append(\"s.src='https://static.hotjar.com/c/hotjar-1.js';\"); b.Append(\"</script>\"); log(b.ToString());")]
    [InlineData("var b = new StringBuilder(); if (hasConsent) b.Append(\"<script>s.src='https://static.hotjar.com/c/hotjar-1.js';</script>\"); b.Append([|\"<script>s.src='https://static.hotjar.com/c/hotjar-2.js';</script>\"|]); log(b.ToString());")]
    [InlineData("var b = new HtmlContentBuilder(); b.AppendHtml(\"<script>\").AppendHtml([|\"s.src='https://static.hotjar.com/c/hotjar-1.js';\"|]).AppendHtml(\"</script>\"); output.Content.SetHtmlContent(b);")]
    [InlineData("output.Content.SetHtmlContent($\"<div>{(hasConsent ? \"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>\" : \"\")}</div>\");")]
    [InlineData("output.Content.SetHtmlContent($\"<div>{(enabled ? [|\"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>\"|] : \"\")}</div>\");")]
    [InlineData("var url = nonce ?? [|\"https://static.hotjar.com/c/hotjar-1.js\"|]; output.Content.SetHtmlContent(\"<script src='\" + url + \"'></script>\");")]
    [InlineData("output.TagName = \"script\"; output.Attributes.SetAttribute(\"src\", [|\"https://static.hotjar.com/c/hotjar-1.js\"|]);")]
    [InlineData("output.TagName = \"script\"; output.Attributes.SetAttribute(\"src\", [|$\"https://static.hotjar.com/c/hotjar-{id}.js\"|]);")]
    [InlineData("output.TagName = \"a\"; output.Attributes.SetAttribute(\"href\", \"https://static.hotjar.com/c/hotjar-1.js\");")]
    [InlineData("var tag = new TagBuilder(\"script\"); tag.Attributes[\"src\"] = [|\"https://static.hotjar.com/c/hotjar-1.js\"|]; output.Content.AppendHtml(tag);")]
    [InlineData("var tag = new TagBuilder(\"script\"); tag.MergeAttribute(\"src\", Kept); output.Content.AppendHtml(tag);")]
    [InlineData("output.Content.SetHtmlContent(\"<script src='\" + Kept + \"'></script>\");")]
    [InlineData("IResult r = Results.Content([|\"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>\"|], \"text/html\"); log(r.ToString());")]
    [InlineData("var m = (MarkupString)[|\"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>\"|]; log(m.Value);")]
    [InlineData("log([|$\"<script>s.src='https://www.clarity.ms/tag/{id}'; document.createElement('script')</script>\"|].Replace('[', '('));")]
    public Task A_text_that_loads_a_recorder_is_a_start(string statements) => RuleVerifier.VerifyAsync("RPL1001", RecorderApi.None, TagHelper(statements));

    [Fact]
    public Task A_raw_text_is_read() => RuleVerifier.VerifyAsync("RPL1001", RecorderApi.None, """"
        static class Snippet
        {
            public static string Of(string id) => [|$"""
                <script async>
                s.src='https://static.hotjar.com/c/hotjar-' + "{id}" + '.js';
                </script>
                """|];

            public const string Csp = " {|RPL9006:https://www.clarity.ms|} https://*.clarity.ms";
        }
        """");

    [Fact]
    public Task A_constant_that_is_part_of_a_text_is_read_with_it() => RuleVerifier.VerifyAsync("RPL1001", RecorderApi.None, """
        class C
        {
            const string Start = "<script>s.src='";
            const string Address = [|"https://static.hotjar.com/c/hotjar-1.js"|];

            public string A() => Start + Address + "';</script>";
        }
        """);

    [Fact]
    public Task The_address_may_be_an_option_that_is_set_elsewhere() => RuleVerifier.VerifyAsync("RPL1001", RecorderApi.None, """
        public class Options { public string TrackerUrl { get; set; } = "https://www.clarity.ms/tag/"; public string SiteId { get; set; } = ""; public bool Enabled { get; set; } = true; }

        public class Provider(Options options)
        {
            public bool ShouldRender => options.Enabled;

            public string GetScript() => [|$@"<script>(function(c,l,a,r,i,t,y){{c[a]=c[a]||function(){{(c[a].q=c[a].q||[]).push(arguments)}};t=l.createElement(r);t.src=""{options.TrackerUrl}""+i;y=l.getElementsByTagName(r)[0];}})(window,document,""clarity"",""script"",""{options.SiteId}"");</script>"|];
        }
        """);

    [Fact]
    public Task A_constant_is_judged_where_it_is_used() => RuleVerifier.VerifyAsync("RPL1001", RecorderApi.None, """
        using Microsoft.AspNetCore.Html;

        class C
        {
            const string Gated = "<script src='https://static.hotjar.com/c/hotjar-1.js'></script>";
            const string Open = [|"<script src='https://static.hotjar.com/c/hotjar-2.js'></script>"|];

            public IHtmlContent? A(bool hasConsent) => hasConsent ? new HtmlString(Gated) : null;

            public IHtmlContent B() => new HtmlString(Open);
        }
        """);

    [Fact]
    public Task Retention_and_identity_are_judged_too() => RuleVerifier.VerifyAsync("RPL4001", RecorderApi.None, TagHelper(
        "output.Content.SetHtmlContent([|$\"<script>clarity('identify', '{user.Identity.Name}');</script>\"|]);"));

    [Fact]
    public Task Retention_is_asked_for_once() => RuleVerifier.VerifyAsync("RPL5001", RecorderApi.None, TagHelper(
        "output.Content.SetHtmlContent([|$@\"<script>" + Loader + "</script>\"|]);"));

    [Fact]
    public Task A_script_of_an_extension_of_views_and_of_a_minimal_API_is_read() => RuleVerifier.VerifyAsync("RPL1001", RecorderApi.None, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc.Rendering;
        using Microsoft.AspNetCore.Razor.TagHelpers;

        public static class Extensions
        {
            public static IHtmlContent Hotjar(this IHtmlHelper html, string id) => html.Raw([|$"<script src='https://static.hotjar.com/c/hotjar-{id}.js'></script>"|]);

            public static void Map(WebApplication app) => app.MapGet("/embedded", () => Results.Content([|"<script src='https://static.hotjar.com/c/hotjar-2.js'></script>"|], "text/html"));
        }

        public class Head(bool hasConsent) : TagHelperComponent
        {
            public override void Process(TagHelperContext context, TagHelperOutput output)
            {
                output.PostContent.AppendHtml([|"<script src='https://static.hotjar.com/c/hotjar-3.js'></script>"|]);
                if (hasConsent)
                    output.PostContent.AppendHtml("<script src='https://static.hotjar.com/c/hotjar-4.js'></script>");
            }
        }
        """);

    [Theory]
    [InlineData("RPL1001", "options[\"webvisor\"] = true;")]
    [InlineData("RPL1002", "if (films) options[\"webvisor\"] = true;")]
    [InlineData(null, "if (films) options[\"clickmap\"] = true;")]
    public async Task What_is_written_under_a_condition_may_be_missing(string? rule, string write)
    {
        var findings = await RuleRunner.GetFindingsAsync(
            [$$"""
            using System.Collections.Generic;
            using System.Text.Json;

            class C
            {
                public string S(bool films)
                {
                    var options = new Dictionary<string, object>();
                    {{write}}
                    return $"<script src='https://mc.yandex.ru/metrika/tag.js'></script><script>ym(1, 'init', {JsonSerializer.Serialize(options)});</script>";
                }
            }
            """],
            TestReferences.Framework);

        Assert.Equal(rule is null ? [] : [rule], findings.Select(static finding => finding.Id).Where(static id => id.StartsWith("RPL1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("RPL2006", "JsonSerializer.Serialize(new { [|enable_recording_console_log = true|], autocapture = true })")]
    [InlineData("RPL2001", "JsonSerializer.Serialize(new { Session_recording = new { maskAllInputs = false } })")]
    [InlineData("RPL2006", "JsonSerializer.Serialize(new Dictionary<string, object> { [|[\"enable_recording_console_log\"] = true|] })")]
    [InlineData("RPL2001", "JsonSerializer.Serialize(new { session_recording = new { [|maskAllInputs = false|] } })")]
    [InlineData("RPL2001", "JsonSerializer.Serialize(new { session_recording = new { maskAllInputs = Masks } })")]
    [InlineData("RPL2006", "Newtonsoft.Json.JsonConvert.SerializeObject(new { [|enable_recording_console_log = true|] })")]
    public Task An_object_that_is_serialised_into_a_script_is_read(string rule, string options) => RuleVerifier.VerifyAsync(rule, RecorderApi.None, $$"""
        using System.Collections.Generic;
        using System.Text.Json;

        namespace Newtonsoft.Json { static class JsonConvert { public static string SerializeObject(object value) => ""; } }

        class C(bool Masks)
        {
            public string S() => $"<script>posthog.init('x', {{{options}}});</script>" + Masks;
        }
        """);

    [Fact]
    public async Task Tests_and_code_without_a_host_are_not_read()
    {
        var source = "class T { string S = \"<script src='https://static.hotjar.com/c/hotjar-2.js'></script>\"; }";

        Assert.NotEmpty(await RuleRunner.GetFindingsAsync([source], TestReferences.Framework));
        Assert.Empty(await RuleRunner.GetFindingsAsync([source], [.. TestReferences.Framework, TestReferences.TestFramework]));
        Assert.Empty(await RuleRunner.GetFindingsAsync([source], TestReferences.Framework, configuration: new Dictionary<string, string> { ["build_property.IsTestProject"] = "true" }));
    }

    private static string TagHelper(string statements) => Helper(statements).Replace(
        "<kept>",
        statements.Contains("Kept", StringComparison.Ordinal) ? "[|\"https://static.hotjar.com/c/hotjar-1.js\"|]" : "\"\"");

    private static string Helper(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Claims;
        using System.Text;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc.Rendering;
        using Microsoft.AspNetCore.Razor.TagHelpers;

        class Helper(bool enabled, string id, string nonce, bool hasConsent, ClaimsPrincipal user, List<string> csp, HttpClient client, Action<string> log) : TagHelper
        {
            string[] hosts = [];
            static readonly string Kept = <kept>;

            public override void Process(TagHelperContext context, TagHelperOutput output)
            {
                {{statements}}
            }

            public override string ToString() => $"{enabled}{id}{nonce}{hasConsent}{user}{csp}{client}{log}{hosts}";
        }
        """;
}
