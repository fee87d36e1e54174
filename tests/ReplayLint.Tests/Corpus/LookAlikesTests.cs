using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Corpus;

/// <summary>What open repositories put around a recorder and what is no gate, and what has a recorder's name and is none.</summary>
public class LookAlikesTests
{
    private const string Snippet = "<script>(function(c,l,a,r,i,t,y){ t=l.createElement(r); t.src={|RPL1001:\"https://www.clarity.ms/tag/\"|}+i; y=l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t,y); })(window, document, \"clarity\", \"script\", \"abc\");</script>";

    [Theory]
    [InlineData("a project id that is not empty", "public class Options { public string? ClarityId { get; set; } }", "@inject Options Settings", "!string.IsNullOrEmpty(Settings.ClarityId)")]
    [InlineData("a setting", "public class Options { public bool Enabled { get; set; } }", "@inject Options Settings", "Settings.Enabled")]
    [InlineData("a plug-in that is on", "public class Options { public bool EnablePlugin { get; set; } }", "@inject Options Settings", "Settings.EnablePlugin")]
    [InlineData("an environment", "", "@inject Microsoft.AspNetCore.Hosting.IWebHostEnvironment Environment\n@using Microsoft.Extensions.Hosting", "Environment.IsProduction()")]
    [InlineData("a host", "", "", "Context.Request.Host.Host.Contains(\"example.org\")")]
    [InlineData("a region", "public interface IRegion { bool IsEurope { get; } }", "@inject IRegion Region", "!Region.IsEurope")]
    [InlineData("a cookie that is none of consent", "", "", "Context.Request.Cookies[\"theme\"] == \"true\"")]
    public Task A_condition_that_is_no_gate(string shape, string code, string declaration, string condition)
    {
        Assert.NotEmpty(shape);
        return ProjectVerifier.VerifyAsync(
            ("Code.g.cs", code),
            ("Views/Shared/_Layout.cshtml", $$"""
                {{declaration}}
                <html><head>
                @if ({{condition}})
                {
                    {{Snippet}}
                }
                </head><body>@RenderBody()</body></html>
                """));
    }

    [Fact]
    public Task The_tag_helper_of_an_environment() =>
        ProjectVerifier.VerifyAsync(
            ("Views/_ViewImports.cshtml", "@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers"),
            ("Views/Shared/_Layout.cshtml", $"<html><head><environment include=\"Production\">{Snippet}</environment></head><body>@RenderBody()</body></html>"));

    /// <summary>The layout around it comes with a package; a section is rendered wherever that says so.</summary>
    [Fact]
    public Task A_section_for_a_layout_that_is_out_of_sight() =>
        ProjectVerifier.VerifyAsync(("Views/Shared/_Layout.cshtml", $$"""
            @{ Layout = "_GovUkPageTemplate"; }
            @section Head {
                {{Snippet}}
            }
            @await RenderSectionAsync("Head", required: false)
            @RenderBody()
            """));

    [Fact]
    public Task A_framework_that_is_told_to_ask() =>
        ProjectVerifier.VerifyAsync(
            ("Program.cs", """
                using Microsoft.AspNetCore.Builder;
                using Microsoft.Extensions.DependencyInjection;
                public static class Startup { public static void Add(IServiceCollection services) => services.Configure<CookiePolicyOptions>(options => { {|RPL1004:{|RPL1007:options.CheckConsentNeeded|} = _ => true|}; }); }
                """),
            ("Views/Shared/_Layout.cshtml", $"<html><head>{Snippet}</head><body>@RenderBody()</body></html>"));

    /// <summary>A framework that is told not to ask claims nothing.</summary>
    [Fact]
    public Task A_framework_that_is_told_not_to_ask() =>
        ProjectVerifier.VerifyAsync(
            ("Program.cs", """
                using Microsoft.AspNetCore.Builder;
                using Microsoft.Extensions.DependencyInjection;
                public static class Startup { public static void Add(IServiceCollection services) => services.Configure<CookiePolicyOptions>(options => { options.CheckConsentNeeded = _ => false; }); }
                """),
            ("Views/Shared/_Layout.cshtml", $"<html><head>{Snippet}</head><body>@RenderBody()</body></html>"));

    [Fact]
    public Task A_banner_beside_an_unconditional_script() =>
        ProjectVerifier.VerifyAsync(
            ("Views/Shared/_CookieConsentPartial.cshtml", "@if (Context.Request.Cookies[\".AspNet.Consent\"] == null) { <div id=\"cookieConsent\">We use cookies. <button data-cookie-string=\"x\">Accept</button></div> }"),
            ("Views/Shared/_Layout.cshtml", $"<html><head>{Snippet}</head><body>@await Html.PartialAsync(\"_CookieConsentPartial\")@RenderBody()</body></html>"));

    [Theory]
    [InlineData("if (location.hostname === 'www.example.org') { LOADER }")]
    [InlineData("if (!['DE', 'FR'].includes(region)) { LOADER }")]
    [InlineData("const settings = { clarityEnabled: true }; if (settings.clarityEnabled) { LOADER }")]
    public Task A_condition_in_a_script_that_is_no_gate(string script) =>
        PageVerifier.VerifyAsync("wwwroot/js/site.js", script.Replace("LOADER", "const s = document.createElement('script'); s.src = {|RPL1001:'https://www.clarity.ms/tag/abc'|}; document.head.appendChild(s);"), ProjectVerifier.PolicyAndVolume);

    /// <summary>Names that recorders share with other things.</summary>
    [Theory]
    [InlineData("Gems.cs", "public interface IClarityService { void Init(string id); int GradeOf(int clarityId); } public class GemClarity { public int ClarityId { get; set; } public void Load(IClarityService clarity) => clarity.Init(\"VVS1\"); }")]
    [InlineData("Users.cs", "public class UserBackground { public string? Story { get; set; } public void StartSessionReplay() { } } public class Use { public void Show(UserBackground user) => user.StartSessionReplay(); }")]
    [InlineData("Articles.cs", "public class Article { public string? FullStory { get; set; } public static Article New() => new() { FullStory = \"<p>fullstory</p>\" }; }")]
    [InlineData("Files.cs", "public class FS { public static void identify(string user) { } public static void Start() => identify(\"jane@example.com\"); }")]
    [InlineData("Heap.cs", "using System.Collections.Generic; public class Heap { private readonly PriorityQueue<int, int> heap = new(); public void Load() => heap.Enqueue(1, 1); }")]
    [InlineData("Http.cs", "public class SessionReplay { public void Record(string request) { } public void Start() => Record(\"GET /\"); }")]
    [InlineData("Export.cs", "using System.Net.Http; using System.Threading.Tasks; public class ClarityExport(HttpClient http) { public Task<string> GetAsync() => http.GetStringAsync(\"https://www.clarity.ms/export-data/api/v1/project-live-insights?numOfDays=1\"); }")]
    [InlineData("Views/Home/Index.cshtml", "<clr-icon shape=\"user\"></clr-icon><div class=\"clr-row clarity\">Clarity: @(\"VVS1\")</div>")]
    [InlineData("Views/Home/Code.cshtml", "<link href=\"~/css/highlight.css\" rel=\"stylesheet\" /><script src=\"https://cdnjs.cloudflare.com/ajax/libs/highlight.js/11.9.0/highlight.min.js\"></script><script>hljs.highlightAll();</script>")]
    [InlineData("wwwroot/js/heap.js", "class Heap { load(items) { for (const i of items) this.push(i); } push(i) { this.items.push(i); } } const heap = new Heap(); heap.load([1, 2]); heap.identify = id => id; heap.identify('x');")]
    [InlineData("wwwroot/js/journal.js", "const hj = document.querySelector('.hj'); const fs = require('fs'); fs.identify && fs.identify('a'); hj.textContent = 'hj';")]
    [InlineData("wwwroot/js/game.js", "const replay = { start() { this.session = []; }, record(event) { this.session.push(event); } }; replay.start(); replay.record({ email: player.email });")]
    [InlineData("wwwroot/js/profile.js", "const userBackground = document.getElementById('userback'); userBackground.style.display = 'none'; const UserBackground = { init() { }, identify(id) { } }; UserBackground.init(); UserBackground.identify(user.email);")]
    public Task A_name_that_a_recorder_has_too(string path, string text) => ProjectVerifier.VerifyAsync((path, text));
}
