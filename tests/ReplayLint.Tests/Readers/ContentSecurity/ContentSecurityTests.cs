using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.ContentSecurity;

/// <summary>What a content security policy says about recorders: that something loads them, where nothing in sight does.</summary>
public class ContentSecurityTests
{
    [Theory]
    [InlineData("""{ "CSP": { "ScriptSrc": "'self' {|RPL9006:https://www.clarity.ms|} https://*.clarity.ms" } }""")]
    [InlineData("""{ "Security": { "ScriptSrc": [ "'self'", "{|RPL9006:https://static.hotjar.com|}", "https://script.hotjar.com" ] } }""")]
    [InlineData("""{ "Headers": { "Content-Security-Policy": "default-src 'self'; script-src 'self' {|RPL9006:https://*.fullstory.com|}; img-src data:" } }""")]
    [InlineData("""{ "Csp": { "ConnectSrc": "{|RPL9006:https://o2.mouseflow.com:443|} {|RPL9006:https://www.clarity.ms|};" } }""")]
    public Task Settings_that_allow_a_recorder(string settings) => VerifyAsync(("appsettings.json", settings.Replace(":443|}", "|}:443", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{ "Clarity": { "Dashboard": "https://clarity.ms/projects/view/abc" } }""")]
    [InlineData("""{ "Clarity": { "ExportUrl": "https://www.clarity.ms/export-data/api/v1" } }""")]
    [InlineData("""{ "Csp": { "ScriptSrc": "https://gem-clarity.ms.example.org https://notclarity.ms" } }""")]
    [InlineData("""{ "Links": { "Home": "https://www.hotjar.com" } }""")]
    [InlineData("""{ "Csp": """)]
    [InlineData("")]
    public Task Settings_that_allow_none(string settings) => VerifyAsync(("appsettings.json", settings));

    [Fact]
    public Task Other_files_of_settings_are_none() => VerifyAsync(("package.json", """{ "csp": "https://www.clarity.ms" }"""));

    [Theory]
    [InlineData("""Response.Headers["Content-Security-Policy"] = "script-src 'self' {|RPL9006:https://*.clarity.ms|}";""")]
    [InlineData("""Response.Headers["Content-Security-Policy"] = $"script-src 'self' 'nonce-{1}' {|RPL9006:https://*.clarity.ms|};";""")]
    [InlineData("""csp.AddScriptSrc().From("{|RPL9006:https://www.clarity.ms|}").From("https://scripts.clarity.ms");""")]
    public Task Code_that_allows_a_recorder(string statement) => VerifyAsync(("Startup.cs", Class(statement)));

    [Theory]
    [InlineData("""var url = "https://clarity.microsoft.com";""")]
    [InlineData("""Redirect("https://www.clarity.ms");""")]
    [InlineData("""Redirect("https://www.clarity.ms/export-data/csp-sources");""")]
    [InlineData("""// script-src https://www.clarity.ms""")]
    public Task Code_that_allows_none(string statement) => VerifyAsync(("Startup.cs", Class(statement)));

    [Fact]
    public Task A_page_that_allows_a_recorder() =>
        VerifyAsync(
            ("wwwroot/index.html", """
                <html><head>
                <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' {|RPL9006:https://www.clarity.ms|}">
                <meta name="description" content="https://www.hotjar.com">
                </head><body></body></html>
                """));

    [Theory]
    [InlineData("wwwroot/js/site.js", "if (localStorage.getItem('consent') === 'granted') { const s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/abc'; document.head.append(s); }")]
    [InlineData("wwwroot/js/app.js", "import Clarity from '@microsoft/clarity'; if (localStorage.getItem('consent') === 'granted') Clarity.init('abc');")]
    [InlineData("Snippet.cs", "class Snippet { string Of(bool consentGiven) => consentGiven ? \"<script src='https://www.clarity.ms/tag/abc'></script>\" : \"\"; }")]
    public Task A_recorder_that_the_project_loads_itself_is_judged_there(string path, string text) =>
        VerifyAsync(("appsettings.json", """{ "CSP": { "ScriptSrc": "https://www.clarity.ms" } }"""), (path, text));

    [Fact]
    public async Task Tests_allow_nothing()
    {
        var findings = await RuleRunner.GetFindingsAsync(
            [Class("""Response.Headers["Content-Security-Policy"] = "script-src https://*.clarity.ms";""")],
            [.. TestReferences.Framework, TestReferences.TestFramework],
            [new TestFile("/project/appsettings.json", """{ "CSP": { "ScriptSrc": "https://www.clarity.ms" } }""")]);

        Assert.Empty(findings);
    }

    private static Task VerifyAsync(params (string Path, string Text)[] files) => ProjectVerifier.VerifyAsync(files);

    private static string Class(string statement) => $$"""
        using System.Collections.Generic;
        class Startup
        {
            Dictionary<string, string> Headers { get; } = new();
            Startup Response => this;
            class Policy { public Policy AddScriptSrc() => this; public Policy From(string source) => this; }
            void Redirect(string url) { }
            void M(Policy csp)
            {
                {{statement}}
            }
        }
        """;
}
