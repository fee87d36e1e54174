using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Catalog;

/// <summary>What the built-in files say about recorders in pages and scripts.</summary>
public class BuiltInScriptFactsTests
{
    private static readonly RecorderCatalog Catalog = RecorderCatalog.BuiltIn;

    /// <summary>A typical line of a page for each address, as markup, a script or C# holds it.</summary>
    private static readonly (string Recorder, string Text)[] Snippets =
    [
        ("Amplitude", "<script src=\"https://cdn.amplitude.com/script/key.js\"></script><script>amplitude.add(sessionReplay.plugin({}))</script>"),
        ("Amplitude", "<script src='https://cdn.amplitude.com/libs/plugin-session-replay-browser-1.8.0-min.js.gz'></script> sessionReplay"),
        ("Clarity", "t.src=\"https://www.clarity.ms/tag/\"+i;"),
        ("Clarity", "t.src=\"\"https://www.clarity.ms/tag/\"\"+i;"),
        ("Clarity", @"{""snippet"":""t.src=\""https:\/\/www.clarity.ms\/tag\/\""+i""}"),
        ("Clarity", "<script src=\"https://www.clarity.ms/s/0.7.34/clarity.js\"></script>"),
        ("Clarity", "//scripts.clarity.ms/0/tag/x https://scripts.clarity.ms/tag/abc"),
        ("Clarity", "https://scripts.clarity.ms/s/0.8/clarity.js"),
        ("Contentsquare", "mt.src=\"//t.contentsquare.net/uxa/abcdef.js\";"),
        ("CrazyEgg", "<script src=\"//script.crazyegg.com/pages/scripts/0012/3456.js\" async></script>"),
        ("Datadog", "'https://www.datadoghq-browser-agent.com/eu1/v6/datadog-rum.js'"),
        ("Dynatrace", "<script src=\"https://js-cdn.dynatrace.com/jstag/145e12d594f/bf1/x_complete.js\"></script>"),
        ("Dynatrace", "<script src=\"/ruxitagentjs_ICA27NVfqru_10295.js\" data-dtconfig=\"app=1\"></script>"),
        ("Dynatrace", "<script src=\"/ruxitagent_A2SVfqr_10295.js\"></script>"),
        ("Faro", "<script src=\"https://unpkg.com/@@grafana/faro-instrumentation-replay@@2/dist/bundle/faro-instrumentation-replay.iife.js\"></script>"),
        ("FullStory", "window['_fs_script'] = 'edge.fullstory.com/s/fs.js';"),
        ("FullStory", "window['_fs_script'] = 'edge.eu1.fullstory.com/s/fs.js';"),
        ("FullStory", "window['_fs_script'] = 'fullstory.com/s/fs.js';"),
        ("Glassbox", "<script src=\"https://cdn.eu.glassboxdigital.io/detector-dom.min.js\"></script>"),
        ("Heap", "o.src=\"https://cdn.heapanalytics.com/js/heap-\"+e+\".js\""),
        ("Heap", "\"https://cdn.us.heap-api.com/config/\"+e+\"/heap_config.js\""),
        ("Heap", "\"https://cdn.eu.heap-api.com/config/\"+e"),
        ("highlight.io", "<script src=\"https://unpkg.com/highlight.run\"></script>"),
        ("highlight.io", "backendUrl: 'https://pub.highlight.io'"),
        ("highlight.io", "backendUrl: 'https://pub.highlight.run/v1'"),
        ("Hotjar", "(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');"),
        ("Hotjar", "<script src=\"https://static.hj.contentsquare.net/c/csq-123456.js\"></script>"),
        ("Inspectlet", "insp.src = ('https:' == document.location.protocol ? 'https' : 'http') + '://cdn.inspectlet.com/inspectlet.js?wid=1';"),
        ("LogRocket", "<script src=\"https://cdn.logrocket.io/LogRocket.min.js\" crossorigin></script>"),
        ("LogRocket", "<script src=\"https://cdn.lr-ingest.io/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.lr-ingest.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.lr-in.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.lr-in-prod.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.lr-intake.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.lgrckt-in.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.logrocket.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.intake-lr.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.ingest-lr.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.logr-ingest.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.logr-in.com/LogRocket.min.js\"></script>"),
        ("LogRocket", "<script src=\"https://cdn.lrkt-in.com/LogRocket.min.js\"></script>"),
        ("LuckyOrange", "<script async defer src=\"https://tools.luckyorange.com/core/lo.js?site-id=1\"></script>"),
        ("LuckyOrange", "wa.src = ('https:' == p ? 'https://' : 'http://') + 'd10lpsik1i8c69.cloudfront.net/w.js';"),
        ("Matomo", "g.src=u+'matomo.js'; _paq.push(['HeatmapSessionRecording::enable']);"),
        ("Matomo", "<script src=\"/stats/piwik.js\"></script> HeatmapSessionRecording"),
        ("Matomo", "_paq.push(['setTrackerUrl', u+'matomo.php']); HeatmapSessionRecording"),
        ("Matomo", "_paq.push(['setTrackerUrl', u+'piwik.php']); HeatmapSessionRecording"),
        ("Mixpanel", "\"//cdn.mxpnl.com/libs/mixpanel-2-latest.min.js\"; mixpanel.init('t', {record_sessions_percent: 1})"),
        ("Mouseflow", "mf.src = \"//cdn.mouseflow.com/projects/@Model.ProjectId.js\";"),
        ("NewRelic", "<script src=\"https://js-agent.newrelic.com/nr-loader-spa-1.260.min.js\"></script><script>NREUM.init={session_replay:{enabled:true}}</script>"),
        ("OpenReplay", "\"//static.openreplay.com/latest/openreplay-assist.js\""),
        ("OpenReplay", "ingestPoint: \"https://api.openreplay.com/ingest\""),
        ("PageSense", "<script src=\"https://cdn.pagesense.io/js/site/123.js\"></script>"),
        ("Pendo", "y.src='https://cdn.pendo.io/agent/static/'+apiKey+'/pendo.js';"),
        ("Pendo", "y.src='https://cdn.eu.pendo.io/agent/static/'+apiKey"),
        ("Pendo", "y.src='https://cdn.us1.pendo.io/agent/static/'+apiKey"),
        ("PostHog", "posthog.init('phc_x',{api_host:'https://us.i.posthog.com'})"),
        ("PostHog", "posthog.init('phc_x',{api_host:'https://eu.i.posthog.com'})"),
        ("PostHog", "posthog.init('phc_x',{api_host:'https://app.posthog.com'})"),
        ("PostHog", "<script src=\"https://us-assets.i.posthog.com/static/array.js\"></script>"),
        ("PostHog", "<script src=\"https://eu-assets.i.posthog.com/array/phc_x/array.js\"></script>"),
        ("PostHog", "p.src=s.api_host+\"/static/array.js\"; posthog.init()"),
        ("PostHog", "p.src=s.api_host+\"/static/recorder.js?v=1\"; posthog.init()"),
        ("QuantumMetric", "<script src=\"https://cdn.quantummetric.com/qscripts/quantum-own.js\"></script>"),
        ("Rollbar", "<script src=\"/lib/rollbar.replay.min.js\"></script>"),
        ("Rollbar", "import Rollbar from 'rollbar/replay';"),
        ("rrweb", "<script src=\"https://cdn.jsdelivr.net/npm/rrweb@@2.0.0/dist/rrweb.min.js\"></script>"),
        ("rrweb", "<script src=\"~/lib/rrweb.umd.min.cjs.js\"></script>"),
        ("rrweb", "<script src=\"/lib/rrweb-record.min.js\"></script>"),
        ("rrweb", "<script src=\"/lib/rrweb-all.js\"></script>"),
        ("Sentry", "<script src=\"https://browser.sentry-cdn.com/9.1.0/bundle.tracing.replay.min.js\"></script>"),
        ("Sentry", "<script src=\"https://js.sentry-cdn.com/key.min.js\"></script><script>Sentry.init({replaysSessionSampleRate: 1})</script>"),
        ("Smartlook", "c.src='https://rec.smartlook.com/recorder.js';"),
        ("Smartlook", "c.src='https://web-sdk.smartlook.com/recorder.js';"),
        ("Splunk", "<script src=\"https://cdn.observability.splunkcloud.com/o11y-gdi-rum/v3/splunk-otel-web-session-recorder.js\"></script>"),
        ("Userback", "s.src = 'https://static.userback.io/widget/v1.js';"),
        ("UXCam", "<script src=\"https://websdk-recording.uxcam.com/index.js\"></script>"),
        ("VWO", "'https://dev.visualwebsiteoptimizer.com/j.php?a='+account_id"),
        ("VWO", "<script src=\"https://dev.visualwebsiteoptimizer.com/lib/123.js\"></script>"),
        ("YandexMetrica", "(window,document,'script','https://mc.yandex.ru/metrika/tag.js','ym'); ym(1,'init',{webvisor:true});"),
        ("YandexMetrica", "'https://mc.yandex.com/metrika/tag.js' {webvisor:true}"),
        ("YandexMetrica", "<img src=\"https://mc.yandex.ru/watch/1\"> webvisor"),
        ("YandexMetrica", "<img src=\"https://mc.yandex.com/watch/1\"> webvisor"),
    ];

    public static TheoryData<string, string> SnippetsOfRecorders()
    {
        var data = new TheoryData<string, string>();
        foreach (var (recorder, text) in Snippets)
            data.Add(recorder, text);

        return data;
    }

    [Theory]
    [MemberData(nameof(SnippetsOfRecorders))]
    public void A_snippet_names_its_recorder(string recorder, string text)
    {
        var matches = Catalog.Scripts.FindHosts(text);

        Assert.NotEmpty(matches);
        Assert.All(matches, match => Assert.Equal(recorder, match.Recorder.Name));
        Assert.All(Enumerable.Range(0, text.Length), length => Catalog.Scripts.FindHosts(text[..length]));
    }

    [Fact]
    public void Every_address_has_a_snippet()
    {
        var found = Snippets.SelectMany(static s => Catalog.Scripts.FindHosts(s.Text)).Select(static m => m.Fact).ToHashSet();

        Assert.All(Facts<SourceFact>(), fact => Assert.Contains(fact, found));
    }

    /// <summary>What a policy allows and what a page loads are the same hosts.</summary>
    [Fact]
    public void A_domain_is_that_of_an_address()
    {
        Assert.NotEmpty(Facts<DomainFact>());
        Assert.All(Facts<DomainFact>(), static domain => Assert.Contains(
            Facts<SourceFact>(),
            source => source.Recorder == domain.Recorder && Catalog.Scripts.FindDomains("https://" + source.Pattern.Text.Replace("*", "x")).Any(found => found.Fact == domain)));
    }

    [Theory]
    [InlineData("public class GemClarity : IClarityService { public int ClarityId; } // diamond clarity")]
    [InlineData("<clr-modal class=\"clr-row\" href=\"https://clarity.design/\">")]
    [InlineData("GET https://www.clarity.ms/export-data/api/v1/project-live-insights")]
    [InlineData("img-src https://*.clarity.ms https://www.clarity.ms https://*.glassboxdigital.io; script-src https://*.hotjar.com https://static.hotjar.com")]
    [InlineData("var image = UserBackground; userbackground.png; https://userback.example/widget/")]
    [InlineData("<script src=\"https://cdnjs.cloudflare.com/ajax/libs/highlight.js/11.9.0/highlight.min.js\"></script>")]
    [InlineData("public string FullStory { get; set; } // https://news.example/fullstory.com.html")]
    [InlineData("using FS = System.IO; var FS = require('fs'); FS.start();")]
    [InlineData("import Heap from 'heap'; heap.push(1); heap.pop(); \"@types/heap\"")]
    [InlineData("Rest/Session replay of games, https://api.example/session/replay.js")]
    [InlineData("hjkl hj-panel .hj { } https://static.example/c/hotjar-icons.svg")]
    [InlineData("namespace Xamarin.Smartlook; interface ISmartlook { void StartRecording(); }")]
    [InlineData("g.src=u+'matomo.js'; _paq.push(['trackPageView']);")]
    [InlineData("'https://mc.yandex.ru/metrika/tag.js'; ym(1,'init',{clickmap:true});")]
    [InlineData("<script src=\"https://browser.sentry-cdn.com/9.1.0/bundle.tracing.min.js\"></script>")]
    [InlineData("<script src=\"https://www.datadoghq-browser-agent.com/eu1/v6/datadog-rum-slim.js\"></script>")]
    [InlineData("<script src=\"https://cdn.amplitude.com/libs/analytics-browser-2.js.gz\"></script> amplitude.init()")]
    [InlineData("//cdn.mxpnl.com/libs/mixpanel-2-latest.min.js mixpanel.init('t')")]
    [InlineData("<script src=\"/lib/rrweb-player/dist/index.js\"></script> rrweb-snapshot.js")]
    [InlineData("https://app.posthog.com.example.org/ and https://myapp.posthog.company/")]
    [InlineData("https://js.monitor.azure.com/scripts/b/ai.3.gbl.min.js https://www.googletagmanager.com/gtm.js?id=GTM-1")]
    public void A_look_alike_names_none(string text) => Assert.Empty(Catalog.Scripts.FindHosts(text));

    [Theory]
    [InlineData("heap.push")]
    [InlineData("hj.open")]
    [InlineData("FS.readFile")]
    [InlineData("highlight.init")]
    [InlineData("replay.play")]
    [InlineData("tracker.track")]
    public void An_unrelated_call_is_not_known(string call) => Assert.Empty(Catalog.Scripts.FindCall(call));

    [Theory]
    [InlineData("H.init")]
    [InlineData("heap.load")]
    [InlineData("heap.identify")]
    [InlineData("tracker.start")]
    [InlineData("replay.start")]
    public void A_name_that_others_have_needs_a_word_beside_it(string call)
    {
        var facts = Catalog.Scripts.FindCall(call);

        Assert.NotEmpty(facts);
        Assert.All(facts, static fact => Assert.NotEmpty(fact.Requires));
    }

    [Fact]
    public void The_catalogue_knows_the_recorders_of_the_web()
    {
        string[] expected =
        [
            "Amplitude", "Clarity", "Contentsquare", "CrazyEgg", "Datadog", "Dynatrace", "Faro", "FullStory", "Glassbox", "Heap", "Hotjar",
            "Inspectlet", "LaunchDarkly", "LogRocket", "LuckyOrange", "Matomo", "Mixpanel", "Mouseflow", "NewRelic", "OpenReplay",
            "PageSense", "Pendo", "PostHog", "QuantumMetric", "Rollbar", "Sentry", "Smartlook", "Splunk", "Statsig", "UXCam", "Userback", "VWO",
            "YandexMetrica", "highlight.io", "rrweb",
        ];

        Assert.Equal(expected, Catalog.Recorders.Where(static r => !r.ScriptFacts.IsEmpty).Select(static r => r.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_product_is_one_recorder()
    {
        foreach (var name in new[] { "Sentry", "Datadog", "LaunchDarkly" })
        {
            var recorder = Assert.Single(Catalog.Recorders, recorder => recorder.Name == name);
            Assert.NotEmpty(recorder.Facts);
            Assert.NotEmpty(recorder.ScriptFacts);
        }
    }

    [Fact]
    public void A_rate_that_decides_on_a_start_is_known()
    {
        foreach (var start in Facts<JsStartFact>().Where(static s => s.When == StartCondition.Rate))
        {
            var rates = start.With.Add(start.Path.Call).Append("Sentry.init")
                .SelectMany(call => Catalog.Scripts.FindCall(call))
                .OfType<JsSettingFact>()
                .Where(fact => fact.Recorder == start.Recorder && fact.Protects == Protects.Rate);
            Assert.NotEmpty(rates);
        }
    }

    [Fact]
    public void An_option_of_a_start_is_an_option_of_a_known_call()
    {
        var calls = Facts<JsStartFact>().SelectMany(static s => s.With.Add(s.Path.Call)).ToHashSet();

        foreach (var fact in Facts<JsSettingFact>().Where(static f => f.Protects == Protects.Consent))
            Assert.Contains(fact.Path.Call, calls);
    }

    [Fact]
    public void A_global_that_a_package_is_known_by_is_used()
    {
        foreach (var package in Facts<PackageFact>().Where(static p => p.Global is not null))
        {
            Assert.True(
                package.Recorder.ScriptFacts.OfType<JsFact>().Any(fact => fact.Path.Call == package.Global || fact.Path.Call.StartsWith(package.Global + ".", StringComparison.Ordinal)),
                $"{package.Name}: no line starts with {package.Global}");
        }
    }

    [Fact]
    public void What_a_page_shows_is_not_masked_as_well()
    {
        foreach (var recorder in Catalog.Recorders)
        {
            var contents = recorder.ScriptFacts.OfType<DefaultFact>().Select(static f => f.Content).ToList();
            Assert.Equal(contents.Count, contents.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("recorder")]
    [InlineData("consent")]
    [InlineData("identity")]
    public void The_grammar_page_has_the_lines_of_a_section_and_no_others(string section)
    {
        var page = File.ReadAllText(TestReferences.RepositoryPath("rules", "recorders", "README.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf($"### `{section} NAME`", StringComparison.Ordinal);
        var text = page[start..page.IndexOf("\n### ", start + 1, StringComparison.Ordinal)];

        Assert.Equal(
            CatalogGrammar.ShapesOf(section).Select(static shape => shape.Verb).Order(StringComparer.Ordinal),
            Regex.Matches(text, "^\\| `([a-z-]+)[ `]", RegexOptions.Multiline).Select(static m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(
            Regex.Matches(text, "^\\| \\| `([a-z-]+)=", RegexOptions.Multiline).Select(static m => m.Groups[1].Value),
            attribute => Assert.Contains(CatalogGrammar.ShapesOf(section), shape => shape.AllAttributes.Contains(attribute)));
        Assert.All(
            CatalogGrammar.ShapesOf(section).SelectMany(static shape => shape.AllAttributes.Concat(shape.Words)),
            word => Assert.Matches($"`{Regex.Escape(word)}[=`]", page));
    }

    [Fact]
    public void Reading_the_catalogue_binds_no_recorder_of_the_web_to_a_project()
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("App", references: [Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

        Assert.False(ReplayContext.Create(compilation, Catalog, new AnalyzerOptions([])).HasApi);
    }

    private static IEnumerable<T> Facts<T>()
        where T : ScriptFact =>
        Catalog.Recorders.SelectMany(static r => r.ScriptFacts).OfType<T>();
}
