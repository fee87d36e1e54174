using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Who calls a function of a script file, and who loads the file: pages, other scripts, and code.</summary>
public class ScriptCallersTests
{
    private const string Loader = "wwwroot/js/analytics.js";
    private const string Snippet = "var s = document.createElement('script'); s.src = 'https://www.clarity.ms/tag/abc'; document.head.appendChild(s);";
    private const string Load = "function loadAnalytics() { " + Snippet + " }";

    private const string Interop = """
        using System.Threading.Tasks;
        using Microsoft.JSInterop;
        public class Replay(IJSRuntime js, CookieChoice choice)
        {
            private IJSObjectReference module;
            public async Task Start()
            {
                {STATEMENT}
            }
        }
        public class CookieChoice { public bool HasConsent { get; set; } }
        """;

    public static TheoryData<string, string, string, string> Calls() => new()
    {
        // The script file, who calls it, and what is said: G nothing, U an open question, N recording without consent.
        { Load, "wwwroot/js/site.js", "if (hasConsent()) loadAnalytics();", "G" },
        { Load, "wwwroot/js/site.js", "loadAnalytics();", "N" },
        { Load, "wwwroot/js/site.js", "onConsentGranted(loadAnalytics);", "G" },
        { Load, "wwwroot/js/site.js", "CookieConsent.run({ onAccept: loadAnalytics });", "G" },
        { Load, "wwwroot/js/site.js", "CookieConsent.run({ onAccept: () => loadAnalytics() });", "G" },
        { Load, "wwwroot/js/site.js", "window.addEventListener('load', loadAnalytics);", "N" },
        { Load, "wwwroot/js/site.js", "window.onload = loadAnalytics;", "N" },
        { Load, "wwwroot/js/site.js", "function go() { loadAnalytics(); } if (hasConsent()) go();", "G" },
        { Load, "wwwroot/js/site.js", "function go() { loadAnalytics(); }", "U" },
        { Load, "wwwroot/js/site.js", "if (hasConsent()) loadAnalytics(); loadAnalytics();", "N" },
        { Load, "wwwroot/js/site.js", "function loadAnalytics() { } loadAnalytics();", "U" },
        { Load, "wwwroot/js/site.js", "(function () { function loadAnalytics() { } loadAnalytics(); })();", "U" },
        { Load, "wwwroot/js/site.js", "other.loadAnalytics();", "U" },
        { Load, "wwwroot/js/site.js", "console.log(1);", "U" },
        { Load + " if (hasConsent()) loadAnalytics();", "wwwroot/js/site.js", "loadAnalytics();", "N" },
        { Load + " if (hasConsent()) loadAnalytics();", "wwwroot/js/site.js", "if (hasConsent()) loadAnalytics();", "G" },
        { "window.Shop = { Init: function () { " + Snippet + " } };", "wwwroot/js/site.js", "Shop.Init();", "N" },
        { "var Shop = { init() { " + Snippet + " } };", "wwwroot/js/site.js", "if (hasConsent()) window.Shop.init();", "G" },
        { "const Shop = { init: () => { " + Snippet + " } };", "wwwroot/js/site.js", "Shop.init();", "N" },
        { "class Shop { static init() { " + Snippet + " } }", "wwwroot/js/site.js", "Shop.init();", "N" },
        { "var Shop = (function () { function init() { " + Snippet + " } return { init: init }; })();", "wwwroot/js/site.js", "Shop.init();", "N" },
        { "window.Shop = (function () { return { init() { " + Snippet + " } }; }());", "wwwroot/js/site.js", "hasConsent() && Shop.init();", "G" },
        { "var Shop = (() => ({ init: () => { " + Snippet + " } }))();", "wwwroot/js/site.js", "Shop.init();", "N" },
        { "(function () { function init() { " + Snippet + " } window.startFilm = init; })();", "wwwroot/js/site.js", "startFilm();", "N" },
        { "export " + Load, "wwwroot/js/site.js", "import { loadAnalytics } from './analytics.js'; if (hasConsent()) loadAnalytics();", "G" },
        { "export " + Load, "wwwroot/js/site.js", "import { loadAnalytics as go } from './analytics.js'; go();", "N" },
        { "export " + Load, "wwwroot/js/site.js", "import * as film from './analytics'; film.loadAnalytics();", "N" },
        { Load + " export { loadAnalytics as init };", "wwwroot/js/site.js", "import { init } from './analytics.js'; init();", "N" },
        { "export default function () { " + Snippet + " }", "wwwroot/js/site.js", "import go from './analytics.js'; hasConsent() && go();", "G" },
        { "export " + Load, "wwwroot/js/site.js", "import('./analytics.js').then(m => m.loadAnalytics());", "N" },
        { "export " + Load, "wwwroot/js/site.js", "if (hasConsent()) { const m = await import('./analytics.js'); m.loadAnalytics(); }", "G" },
        { "export " + Load, "wwwroot/js/other/site.js", "import { loadAnalytics } from './analytics.js'; loadAnalytics();", "U" },
        { Load, "wwwroot/index.html", "<script src=\"/js/analytics.js\"></script><script>if (localStorage.getItem('cookie-consent') === 'yes') loadAnalytics();</script>", "G" },
        { Load, "wwwroot/index.html", "<script src=\"/js/analytics.js\"></script><script>loadAnalytics();</script>", "N" },
        { Load, "wwwroot/index.html", "<button id=\"accept-cookies\" onclick=\"loadAnalytics()\">OK</button>", "G" },
        { Load, "wwwroot/index.html", "<div id=\"cookie-banner\"><button onclick=\"loadAnalytics()\">Accept all</button></div>", "G" },
        { Load, "wwwroot/index.html", "<div id=\"cookie-banner\"><button onclick=\"loadAnalytics()\">Reject all</button></div>", "U" },
        { Load, "wwwroot/index.html", "<button onclick=\"loadAnalytics()\">Play</button>", "U" },
        { Load, "wwwroot/index.html", "<body onload=\"loadAnalytics()\">", "N" },
        { "function acceptCookies() { save(); loadAnalytics(); } " + Load, "wwwroot/index.html", "<button onclick=\"acceptCookies()\">OK</button>", "G" },
        { Load, "Views/Shared/_Layout.cshtml", "@if (Model.HasUserConsented) { <script>loadAnalytics();</script> }", "U" },
        { Snippet, "wwwroot/index.html", "<script src=\"js/analytics.js\"></script>", "N" },
        { Snippet, "wwwroot/index.html", "<script type=\"text/plain\" data-cookieconsent=\"statistics\" src=\"/js/analytics.js?v=2\"></script>", "G" },
        { Snippet, "wwwroot/index.html", "<script type=\"text/plain\" data-cookieconsent=\"statistics\" src=\"/js/my-analytics.js\"></script>", "N" },
        { Snippet, "wwwroot/js/site.js", "if (hasConsent()) { var t = document.createElement('script'); t.src = '/js/analytics.js'; document.head.append(t); }", "G" },
        { Snippet, "wwwroot/js/site.js", "if (hasConsent()) import('./analytics.js');", "G" },
        { Snippet, "wwwroot/js/site.js", "import './analytics.js';", "N" },
        { Snippet, "wwwroot/js/site.js", "if (choice === 'x') import('./analytics.js');", "N" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_function_is_judged_by_its_calls(string script, string name, string caller, string expected)
    {
        Assert.Equal(expected, StateIn(await FindAsync([], (Loader, script), (name, caller))));

        // The caller alone, cut off in its middle, may say anything but must not throw.
        await FindAsync([], (Loader, script), (name, caller[..(caller.Length / 2)]));
        await FindAsync([], (Loader, script[..(script.Length / 2)]), (name, caller));
    }

    [Theory]
    [InlineData("window.Film = { Init: function () { " + Snippet + " } };", "js.InvokeVoidAsync(\"Film.Init\");", "N")]
    [InlineData("window.Film = { Init: function () { " + Snippet + " } };", "if (choice.HasConsent) js.InvokeVoidAsync(\"Film.Init\");", "G")]
    [InlineData("window.Film = { Init: function () { " + Snippet + " } };", "await js.InvokeAsync<bool>(\"window.Film.Init\", 1);", "N")]
    [InlineData("window.Film = { Init: function () { " + Snippet + " } };", "((IJSInProcessRuntime)js).InvokeVoid(\"Film.Init\");", "N")]
    [InlineData("window.Film = { Init: function () { " + Snippet + " } };", "const string name = \"Film.Init\"; await js.InvokeVoidAsync(name);", "N")]
    [InlineData("window.Film = { Init: function () { " + Snippet + " } };", "await js.InvokeVoidAsync(\"Other.Init\");", "U")]
    [InlineData("export function init() { " + Snippet + " }", "module = await js.InvokeAsync<IJSObjectReference>(\"import\", \"./js/analytics.js\"); await module.InvokeVoidAsync(\"init\");", "N")]
    [InlineData("export function init() { " + Snippet + " }", "if (!choice.HasConsent) return; module = await js.InvokeAsync<IJSObjectReference>(\"import\", \"./js/analytics.js\"); await module.InvokeVoidAsync(\"init\");", "G")]
    [InlineData("export function init() { " + Snippet + " }", "module = await js.InvokeAsync<IJSObjectReference>(\"import\", \"./js/analytics.js\"); if (choice.HasConsent) await module.InvokeVoidAsync(\"init\");", "G")]
    [InlineData("export function init() { " + Snippet + " }", "module = await js.InvokeAsync<IJSObjectReference>(\"import\", \"./js/other.js\"); await module.InvokeVoidAsync(\"init\");", "U")]
    [InlineData("export function init() { " + Snippet + " }", "await js.InvokeVoidAsync(\"init\");", "U")]
    [InlineData(Snippet, "if (choice.HasConsent) await js.InvokeAsync<IJSObjectReference>(\"import\", \"./js/analytics.js\");", "G")]
    [InlineData(Snippet, "await js.InvokeAsync<IJSObjectReference>(\"import\", \"./js/analytics.js\");", "N")]
    public async Task A_function_is_judged_by_the_calls_of_code(string script, string statement, string expected) =>
        Assert.Equal(expected, StateIn(await FindAsync([Interop.Replace("{STATEMENT}", statement)], (Loader, script))));

    [Fact]
    public async Task The_call_without_consent_is_shown_beside_the_start()
    {
        var finding = Assert.Single(await FindAsync([], (Loader, Load), ("wwwroot/js/site.js", "if (hasConsent()) loadAnalytics();\nloadAnalytics();")), static f => f.Id == "RPL1001");

        Assert.Equal("/project/" + Loader, finding.Location.GetLineSpan().Path);
        var call = Assert.Single(finding.AdditionalLocations).GetLineSpan();
        Assert.Equal(("/project/wwwroot/js/site.js", 1), (call.Path, call.StartLinePosition.Line));
    }

    [Fact]
    public async Task The_call_from_code_is_shown_beside_the_start()
    {
        var source = Interop.Replace("{STATEMENT}", "js.InvokeVoidAsync(\"Film.Init\");");
        var finding = Assert.Single(await FindAsync([source], (Loader, "window.Film = { Init: function () { " + Snippet + " } };")), static f => f.Id == "RPL1001");

        Assert.Contains(finding.AdditionalLocations, static place => place.SourceTree is { } tree && tree.GetText().ToString(place.SourceSpan).Contains("Film.Init"));
    }

    [Fact]
    public async Task A_call_through_two_files_is_followed()
    {
        var findings = await FindAsync(
            [],
            (Loader, Load),
            ("wwwroot/js/site.js", "window.Site = { start() { loadAnalytics(); } };"),
            ("wwwroot/index.html", "<script>Site.start();</script>"));

        Assert.Equal("N", StateIn(findings));
        Assert.Equal(
            ["/project/wwwroot/index.html", "/project/wwwroot/js/site.js"],
            findings.Single(static f => f.Id == "RPL1001").AdditionalLocations.Select(static place => place.GetLineSpan().Path));
    }

    [Fact]
    public async Task Calls_in_a_circle_end()
    {
        var findings = await FindAsync(
            [],
            (Loader, "function loadAnalytics() { one(); " + Snippet + " }"),
            ("wwwroot/js/a.js", "function one() { two(); }"),
            ("wwwroot/js/b.js", "function two() { loadAnalytics(); one(); }"));

        Assert.Equal("U", StateIn(findings));
    }

    [Fact]
    public async Task Two_pages_with_a_function_of_the_same_name_do_not_call_each_other()
    {
        var findings = await FindAsync(
            [],
            ("Pages/One.cshtml", "<script>" + Load + "</script>"),
            ("Pages/Two.cshtml", "<script>loadAnalytics();</script>"));

        Assert.Equal("U", StateIn(findings));
    }

    [Fact]
    public async Task Many_files_that_call_each_other_are_read_in_time()
    {
        var files = Enumerable.Range(0, 60).Select(static i => (
            $"wwwroot/js/f{i}.js",
            string.Concat(Enumerable.Range(0, 20).Select(j => $"function f{i}x{j}() {{ f{(i * 7 + j) % 60}x{(j * 3) % 20}(); f{(i + 1) % 60}x{j}(); {(i == 0 ? Snippet : "")} }}\n"))));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var findings = await FindAsync([], [.. files]);

        Assert.Equal("U", StateIn(findings));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), clock.Elapsed.ToString());
    }

    private static string StateIn(ImmutableArray<Diagnostic> findings) =>
        findings.Any(static f => f.Id == "RPL1001") ? "N" : findings.Any(static f => f.Id == "RPL1002") ? "U" : "G";

    private static Task<ImmutableArray<Diagnostic>> FindAsync(string[] sources, params (string Name, string Text)[] files) =>
        RuleRunner.GetFindingsAsync(
            [.. sources, TestReferences.Annotations],
            TestReferences.Framework,
            [.. files.Select(static file => new TestFile("/project/" + file.Name, file.Text))]);
}
