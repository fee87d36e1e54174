using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

/// <summary>Starts of recorders of the page, by a call from C# or by the text of a script.</summary>
public class GuardScriptTests
{
    private const string Script = "\"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>\"";
    private const string Marked = "[|" + Script + "|]";

    [Theory]
    [InlineData("await js.InvokeVoidAsync([|\"Clarity.init\"|], \"x\");", "if (hasConsent) { await js.InvokeVoidAsync(\"Clarity.init\", \"x\"); }")]
    [InlineData("if (first) await js.InvokeVoidAsync([|\"Clarity.init\"|], \"x\");", "if (first && hasConsent) await js.InvokeVoidAsync(\"Clarity.init\", \"x\");")]
    [InlineData("await js.InvokeVoidAsync(\"eval\", [|\"posthog.init('x')\"|]);", "if (hasConsent) { await js.InvokeVoidAsync(\"eval\", \"posthog.init('x')\"); }")]
    [InlineData("Page.[|Start|](\"x\");", "if (hasConsent) { Page.Start(\"x\"); }")]
    [InlineData("var handle = await js.InvokeAsync<IJSObjectReference>([|\"rrweb.record\"|]); use(handle);", "var handle = hasConsent ? await js.InvokeAsync<IJSObjectReference>(\"rrweb.record\") : null; use(handle);")]
    [InlineData("ValueTask Start() => js.InvokeVoidAsync([|\"Clarity.init\"|], \"x\"); await Start();", "ValueTask Start() => hasConsent ? js.InvokeVoidAsync(\"Clarity.init\", \"x\") : default; await Start();")]
    [InlineData("Task Start() => js.InvokeVoidAsync([|\"Clarity.init\"|], \"x\").AsTask(); await Start();", "Task Start() => hasConsent ? js.InvokeVoidAsync(\"Clarity.init\", \"x\").AsTask() : Task.CompletedTask; await Start();")]
    [InlineData("use(" + Marked + ");", "if (hasConsent) { use(" + Script + "); }")]
    [InlineData("var html = new HtmlString(" + Marked + "); use(html);", "var html = new HtmlString(hasConsent ? " + Script + " : \"\"); use(html);")]
    [InlineData("var html = (MarkupString)" + Marked + "; use(html);", "var html = (MarkupString)(hasConsent ? " + Script + " : \"\"); use(html);")]
    [InlineData("var html = [|\"<script src='https://static.hotjar.com/c/hotjar-\"|] + id + \".js'></script>\"; use(html);", "var html = hasConsent ? \"<script src='https://static.hotjar.com/c/hotjar-\" + id + \".js'></script>\" : \"\"; use(html);")]
    [InlineData("use($\"<p>{(first ? " + Marked + " : \"\")}</p>\");", "if (hasConsent) { use($\"<p>{(first ? " + Script + " : \"\")}</p>\"); }")]
    [InlineData("var b = new StringBuilder(); b.Append(\"<p>\"); b.Append(" + Marked + ").Append(\"\\n\"); use(b.ToString());", "var b = new StringBuilder(); b.Append(\"<p>\"); if (hasConsent) { b.Append(" + Script + ").Append(\"\\n\"); } use(b.ToString());")]
    public Task A_start_gets_a_guard(string statement, string fixedStatement) =>
        RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.None, Component(statement), Component(fixedStatement), GuardRecording.Key);

    [Fact]
    public Task A_text_that_is_kept_is_guarded_where_it_is_used() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.None,
            Component("use(Kept); await js.InvokeVoidAsync(\"show\", Kept);").Replace("Kept = " + Script, "Kept = " + Marked),
            Component("if (hasConsent) { use(Kept); } if (hasConsent) { await js.InvokeVoidAsync(\"show\", Kept); }"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task A_tag_helper_leaves_its_element_out(string endOfLine) =>
        VerifyTagHelperAsync(
            """
                public override void Process(TagHelperContext context, TagHelperOutput output)
                {
                    output.TagName = null;

                    // The recorder.
                    output.Content.SetHtmlContent(<text>);
                    output.Content.AppendHtml(<text>);
                }
            """.Replace("<text>", Marked),
            """
                public override void Process(TagHelperContext context, TagHelperOutput output)
                {
                    output.TagName = null;

                    if (!consent.HasConsent)
                    {
                        output.SuppressOutput();
                        return;
                    }

                    // The recorder.
                    output.Content.SetHtmlContent(<text>);
                    output.Content.AppendHtml(<text>);
                }
            """.Replace("<text>", Script),
            endOfLine);

    [Fact]
    public Task A_tag_helper_that_has_no_answer_yet_is_given_the_service() =>
        VerifyTagHelperAsync(
            """
                public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
                {
                    output.TagName = "script";
                    output.Attributes.SetAttribute("src", [|"https://static.hotjar.com/c/hotjar-1.js"|]);
                    return Task.CompletedTask;
                }
            """,
            """
                public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
                {
                    output.TagName = "script";
                    if (!consent.HasConsent)
                    {
                        output.SuppressOutput();
                        return Task.CompletedTask;
                    }

                    output.Attributes.SetAttribute("src", "https://static.hotjar.com/c/hotjar-1.js");
                    return Task.CompletedTask;
                }
            """);

    [Fact]
    public Task A_tag_helper_for_an_element_with_content_writes_nothing_beside_it() =>
        VerifyTagHelperAsync(
            """
                public override void Process(TagHelperContext context, TagHelperOutput output)
                {
                    output.PostContent.AppendHtml(<text>);
                }
            """.Replace("<text>", Marked),
            """
                public override void Process(TagHelperContext context, TagHelperOutput output)
                {
                    if (consent.HasConsent)
                    {
                        output.PostContent.AppendHtml(<text>);
                    }
                }
            """.Replace("<text>", Script));

    [Fact]
    public Task A_method_that_returns_a_script_returns_none() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.None,
            """"
            class Snippet(IConsent consent)
            {
                public string Of(string id) => [|$"""
                    <script>
                    s.src='https://static.hotjar.com/c/hotjar-{id}.js';
                    </script>
                    """|];

                public string Text
                {
                    get
                    {
                        return [|"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>"|]; // for the layout
                    }
                }
            }

            interface IConsent { bool HasConsent { get; } }
            """",
            """"
            class Snippet(IConsent consent)
            {
                public string Of(string id) => consent.HasConsent ? $"""
                    <script>
                    s.src='https://static.hotjar.com/c/hotjar-{id}.js';
                    </script>
                    """ : "";

                public string Text
                {
                    get
                    {
                        return consent.HasConsent ? "<script src='https://static.hotjar.com/c/hotjar-1.js'></script>" : ""; // for the layout
                    }
                }
            }

            interface IConsent { bool HasConsent { get; } }
            """");

    [Fact]
    public Task Callers_of_a_method_that_returns_a_script_can_be_asked() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.None,
            """
            public static class Snippet
            {
                public static string Of() => [|"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>"|];
            }
            """,
            """
            public static class Snippet
            {
                [ReplayLint.RequiresConsent]
                public static string Of() => "<script src='https://static.hotjar.com/c/hotjar-1.js'></script>";
            }
            """,
            AddRequiresConsent.Key);

    [Fact]
    public Task Then_they_are() =>
        RuleVerifier.VerifyAsync(
            "RPL1001",
            RecorderApi.None,
            """
            using ReplayLint;

            public static class Snippet
            {
                [RequiresConsent]
                public static string Of() => "<script src='https://static.hotjar.com/c/hotjar-1.js'></script>";
            }

            public class Page
            {
                public string A(bool hasConsent) => hasConsent ? Snippet.Of() : "";

                public string B() => [|Snippet.Of|]();
            }
            """);

    [Fact]
    public Task A_component_asks_its_service() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.None,
            Blazor("if (firstRender)\n            await js.InvokeVoidAsync([|\"Clarity.init\"|], \"x\");"),
            Blazor("if (firstRender && await consent.HasConsentAsync())\n            await js.InvokeVoidAsync(\"Clarity.init\", \"x\");"));

    [Fact]
    public Task A_service_gets_one() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.None,
            Blazor("await js.InvokeVoidAsync([|\"Clarity.init\"|], \"x\");").Replace(", IConsent consent)", ")"),
            Blazor("if (await consent.HasConsentAsync())\n        {\n            await js.InvokeVoidAsync(\"Clarity.init\", \"x\");\n        }"),
            InjectConsent.Key);

    [Fact]
    public Task Where_nothing_can_be_asked_a_guard_is_added() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.None,
            """
            static class Snippet
            {
                public static string Of() => [|"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>"|];
            }
            """,
            """
            static class Snippet
            {
                public static string Of() => HasReplayConsent() ? "<script src='https://static.hotjar.com/c/hotjar-1.js'></script>" : "";

                // Return true only once the user has agreed to session replay.
                [ReplayLint.ConsentGuard]
                private static bool HasReplayConsent() => false;
            }
            """,
            GuardRecording.Key);

    private static Task VerifyTagHelperAsync(string method, string fixedMethod, string endOfLine = "\n") =>
        RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.None, TagHelper(method).ReplaceLineEndings(endOfLine), TagHelper(fixedMethod).ReplaceLineEndings(endOfLine));

    private static string TagHelper(string method) => $$"""
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Razor.TagHelpers;

        public class RecorderTagHelper(IConsent consent) : TagHelper
        {
        {{method}}

            public override string ToString() => consent.ToString() ?? "";
        }

        public interface IConsent { bool HasConsent { get; } }
        """;

    private static string Blazor(string statements) => $$"""
        using System.Threading.Tasks;
        using Microsoft.JSInterop;

        public abstract class Base { protected abstract Task OnAfterRenderAsync(bool firstRender); }

        public interface IConsent { Task<bool> HasConsentAsync(); }

        public class Start(IJSRuntime js, IConsent consent) : Base
        {
            protected override async Task OnAfterRenderAsync(bool firstRender)
            {
                {{statements}}
            }
        }
        """;

    private static string Component(string statement) => $$"""
        using System;
        using System.Runtime.InteropServices.JavaScript;
        using System.Text;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Html;
        using Microsoft.JSInterop;

        static partial class Page
        {
            [JSImport("globalThis.Clarity.init")]
            public static partial void Start(string id);

            public static partial void Start(string id) { }
        }

        class C(IJSRuntime js, bool hasConsent, bool first, string id, Action<object> use)
        {
            const string Kept = "<script src='https://static.hotjar.com/c/hotjar-1.js'></script>";

            public async Task M()
            {
                _ = id; {{statement}}
                await js.InvokeVoidAsync("done", hasConsent, first, id, use);
            }
        }
        """;
}
