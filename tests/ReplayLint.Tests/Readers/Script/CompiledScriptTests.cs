using System.Diagnostics;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>Scripts as compilers, bundlers and careful people leave them.</summary>
public class CompiledScriptTests
{
    private const string Element = "var s=document.createElement('script');s.src='https://www.clarity.ms/tag/a';document.head.appendChild(s);";

    [Theory]
    // TypeScript to CommonJS.
    [InlineData("\"use strict\"; Object.defineProperty(exports, \"__esModule\", { value: true }); exports.load = void 0; function load() { " + Element + " } exports.load = load; load();", "N")]
    [InlineData("\"use strict\"; Object.defineProperty(exports, \"__esModule\", { value: true }); const consent_1 = require(\"./consent\"); if ((0, consent_1.hasConsent)()) { " + Element + " }", "G")]
    [InlineData("\"use strict\"; var posthog_js_1 = __importDefault(require(\"posthog-js\")); posthog_js_1.default.init('k', {});", "N")]
    [InlineData("var __awaiter = (this && this.__awaiter) || function (t, a, P, g) { return new Promise(function (r) { r(g); }); }; function run() { return __awaiter(this, void 0, void 0, function* () { if (yield getConsent()) { " + Element + " } }); } run();", "G")]
    // Shortened.
    [InlineData("!function(e,t){e.hasConsent()&&function(){" + Element + "}()}(window,document);", "G")]
    [InlineData("!function(e,t){e.ready&&function(){" + Element + "}()}(window,document);", "N")]
    [InlineData("\"granted\"===localStorage.getItem(\"cookie-consent\")&&(function(){" + Element + "})();", "G")]
    [InlineData("(()=>{\"use strict\";const e=()=>{" + Element + "};document.cookie.includes(\"consent=yes\")?e():0})();", "G")]
    [InlineData("var h=!0;h&&function(){" + Element + "}();", "N")]
    // Template literals.
    [InlineData("const id = 'a'; const s = document.createElement(`script`); s.src = `https://www.clarity.ms/tag/${id}`; document.head.append(s);", "N")]
    [InlineData("if (document.cookie.includes(`consent=yes`)) { const s = document.createElement(`script`); s.src = `https://www.clarity.ms/tag/${id}`; }", "G")]
    [InlineData("document.head.insertAdjacentHTML('beforeend', `<script src=\"https://www.clarity.ms/tag/a\"></script>`);", "N")]
    [InlineData("document.write('<script src=\"https://www.clarity.ms/tag/a\"><\\/script>');", "N")]
    // Modules and workers.
    [InlineData("import posthog from 'posthog-js'; export const start = () => posthog.init('k', {});", "U")]
    [InlineData("const { default: posthog } = await import('posthog-js'); posthog.init('k', {});", "N")]
    [InlineData("if (await hasConsent()) { const { default: posthog } = await import('posthog-js'); posthog.init('k', {}); }", "G")]
    [InlineData("import('https://www.clarity.ms/tag/a');", "N")]
    [InlineData("importScripts('https://www.clarity.ms/tag/a');", "N")]
    // What keeps, and what calls later.
    [InlineData("axeptioSDK.on('cookies:complete', choices => { if (choices.clarity) { " + Element + " } });", "U")]
    [InlineData("requestIdleCallback(() => { " + Element + " });", "N")]
    [InlineData("(window._axcb = window._axcb || []).push(sdk => { sdk.on('cookies:complete', choices => { if (choices.clarity) { " + Element + " } }); });", "U")]
    [InlineData("klaroConfig = { services: [{ name: 'clarity', callback: consent => { if (consent) { " + Element + " } } }] };", "G")]
    public async Task What_starts_a_recorder_is_found_in_any_form(string script, string expected)
    {
        var findings = await PageVerifier.FindAsync("wwwroot/js/site.js", script);

        Assert.Equal(expected, findings.Any(static f => f.Id == "RPL1001") ? "N" : findings.Any(static f => f.Id == "RPL1002") ? "U" : "G");
        await PageVerifier.FindAsync("wwwroot/js/site.js", script[..(script.Length / 2)]);
    }

    [Fact]
    public async Task A_worker_of_the_project_runs_where_it_is_made()
    {
        var findings = await RuleRunner.GetFindingsAsync(
            [TestReferences.Annotations],
            TestReferences.Framework,
            [
                new TestFile("/project/wwwroot/js/replay.worker.js", "importScripts('https://www.clarity.ms/tag/a');"),
                new TestFile("/project/wwwroot/js/site.js", "if (hasConsent()) new Worker('/js/replay.worker.js', { type: 'module' });"),
            ]);

        Assert.DoesNotContain(findings, static f => f.Id is "RPL1001" or "RPL1002");
    }

    [Fact]
    public async Task A_bundle_of_nearly_a_megabyte_is_judged_in_time()
    {
        var text = string.Concat(Enumerable.Range(0, 9_000).Select(static i => $"function f{i}(a){{return a&&f{(i * 13) % 9000}(a)||{{k:\"v{i}\",n:[1,2,{i}],m:function(){{return g{i}(a)}}}}}}\n"))
            + "function load(){" + Element + "}hasConsent()&&load();";
        Assert.InRange(text.Length, 700_000, 1_000_000);
        var clock = Stopwatch.StartNew();

        var findings = await RuleRunner.GetFindingsAsync(
            [TestReferences.Annotations],
            TestReferences.Framework,
            [new TestFile("/project/wwwroot/js/bundle.js", text), new TestFile("/project/wwwroot/js/site.js", "load(); f1(2);")]);

        Assert.Contains(findings, static f => f.Id == "RPL1001");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), clock.Elapsed.ToString());
    }
}
