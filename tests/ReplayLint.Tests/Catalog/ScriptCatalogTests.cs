using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using Xunit;

namespace ReplayLint.Tests.Catalog;

public class ScriptCatalogTests
{
    private static readonly ScriptCatalog Scripts = Read("""
        recorder Own
          script cdn.own.example/tag/
          script cdn.own.example/tag/full
          script cdn.own.example/lib*.js requires=record except=-lite
          npm    @own/browser global=OWN
          global OWN also=ownTracker
          global ownPlugin
          js-start   OWN.init
          js-start   OWN.init argument=other
          js-stop    OWN.stop
          js-gate    ownAutoStart value=false
          js-setting OWN.init/wait         protects=consent safe=true
          js-setting OWN.init/manual       protects=consent safe=true
          js-setting OWN.init/privacy.mask protects=text    safe=true
          markup-mask   .own-mask [data-own=mask]
          markup-unmask [data-own=show] .own-show-*
          markup-block  [data-own-block]
        recorder Other
          script cdn.own.example/tag/
          js-setting  OWN.init/wait protects=consent safe=true
          markup-mask .own-mask
        consent Platform
          script             cdn.platform.example/banner.js
          script-gate        .wait-* [data-wait] type=text/plain
          essential-category needed
          auto-blocks        cdn.platform.example/block.js requires=mode-auto
          js-guard           platform.consent.statistics
          js-callback        platform:accepted platform.onAccept
        """);

    [Fact]
    public void Addresses_are_found_in_order_with_their_recorder()
    {
        const string Text = "a('https://cdn.own.example/lib2.js'); record(); b(\"https://cdn.own.example/tag/x\")";

        var matches = Scripts.FindHosts(Text);

        Assert.Equal(["Own cdn.own.example/lib2.js", "Own cdn.own.example/tag/", "Other cdn.own.example/tag/"], matches.Select(m => $"{m.Recorder.Name} {Text.Substring(m.Span.Start, m.Span.Length)}"));
    }

    [Fact]
    public void Of_two_patterns_of_one_recorder_the_longer_counts() =>
        Assert.Equal("cdn.own.example/tag/full", Scripts.FindHosts("//cdn.own.example/tag/full").First(static m => m.Recorder.Name == "Own").Fact.Pattern.Text);

    [Fact]
    public void Required_words_are_looked_for_in_the_page()
    {
        Assert.Empty(Scripts.FindHosts("//cdn.own.example/lib.js"));
        Assert.Single(Scripts.FindHosts("//cdn.own.example/lib.js", page: "<script>RECORD()</script>"));
        Assert.Empty(Scripts.FindHosts("//cdn.own.example/lib.js record", page: ""));
        Assert.Empty(Scripts.FindHosts("//cdn.own.example/lib.js?build=1-lite record"));
        Assert.Single(Scripts.FindHosts("//cdn.own.example/lib.js 1-lite record"));
    }

    [Fact]
    public void A_text_without_recorders_costs_no_memory()
    {
        var text = string.Concat(Enumerable.Repeat("<p>Nothing to see at cdn.own.exam, not even www.example.org/tag/ — né.</p>\\n", 500));
        var scripts = RecorderCatalog.BuiltIn.Scripts;
        Assert.True(scripts.FindHosts(text).IsEmpty && Scripts.FindHosts(text).IsEmpty);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = scripts.FindHosts(text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("OWN.init")]
    [InlineData("window.OWN.init")]
    [InlineData("globalThis.window.OWN.init")]
    [InlineData("ownTracker.init")]
    [InlineData("window.ownTracker.init")]
    public void A_call_is_found_by_any_of_its_names(string path)
    {
        Assert.True(Scripts.HasName("init"));
        Assert.Equal(2, Scripts.FindCall(path).OfType<JsStartFact>().Count());
        Assert.Equal("privacy.mask", Assert.Single(Scripts.FindOption(path, "privacy.mask")).Path.Option);
        Assert.Empty(Scripts.FindOption(path, "privacy"));
    }

    [Fact]
    public void What_is_not_named_is_not_found()
    {
        Assert.Empty(Scripts.FindCall("init"));
        Assert.Empty(Scripts.FindCall("my.OWN.init"));
        Assert.Empty(Scripts.FindCall("OWN.init2"));
        Assert.False(Scripts.HasName("begin"));
        Assert.IsType<JsGateFact>(Assert.Single(Scripts.FindCall("window.ownAutoStart")));
    }

    [Fact]
    public void The_gates_of_a_start_are_its_own_consent_settings()
    {
        var starts = Scripts.FindCall("OWN.init").OfType<JsStartFact>().ToList();

        Assert.Equal(["wait", "manual"], Scripts.GatesOf(starts[0]).Select(static s => s.Path.Option));
        Assert.Empty(Scripts.GatesOf(starts[1]));
    }

    [Fact]
    public void Imports_have_the_names_of_the_facts()
    {
        var package = Assert.Single(Scripts.FindPackage("@own/browser"));

        Assert.Same(package, Assert.Single(Scripts.FindPackage("@own/browser/dist/own.js")));
        Assert.Empty(Scripts.FindPackage("@own/browsers"));
        Assert.Empty(Scripts.FindPackage("@own"));
        Assert.Empty(Scripts.FindPackage(""));
        Assert.Equal("OWN", Scripts.NameOfImport(package, "default"));
        Assert.Equal("OWN", Scripts.NameOfImport(package, "ownTracker"));
        Assert.Equal("ownPlugin", Scripts.NameOfImport(package, "ownPlugin"));
        Assert.Equal("OWN.init", Scripts.NameOfImport(package, "init"));
    }

    [Fact]
    public void A_global_is_found_by_any_of_its_names()
    {
        Assert.Equal("OWN", Assert.Single(Scripts.FindGlobal("window.ownTracker")).Name);
        Assert.Empty(Scripts.FindGlobal("init"));
    }

    [Theory]
    [InlineData("class", "a own-mask b", "Own Mask, Other Mask")]
    [InlineData("CLASS", "own-show-all", "Own Unmask")]
    [InlineData("class", "own-masked", "")]
    [InlineData("class", null, "")]
    [InlineData("data-own", "show", "Own Unmask")]
    [InlineData("Data-Own", "MASK", "Own Mask")]
    [InlineData("data-own", "", "")]
    [InlineData("data-own-block", null, "Own Block")]
    [InlineData("data-own-block", "true", "Own Block")]
    [InlineData("own-mask", null, "")]
    public void Markup_is_found_by_attribute_and_value(string attribute, string? value, string expected) =>
        Assert.Equal(expected, string.Join(", ", Scripts.FindMarkup(attribute, value).Select(static f => $"{f.Recorder.Name} {f.Effect}")));

    [Theory]
    [InlineData("class", "x wait-statistics", "statistics", false)]
    [InlineData("class", "wait-needed", "needed", true)]
    [InlineData("data-wait", "Needed", "Needed", true)]
    [InlineData("data-wait", null, "", false)]
    public void A_script_waits_by_class_or_attribute(string attribute, string? value, string category, bool isEssential)
    {
        var gate = Assert.Single(Scripts.FindScriptGates(attribute, value));

        Assert.Equal((category, isEssential), (gate.Category, gate.IsEssential));
        Assert.Empty(Scripts.FindScriptGates("id", value));
    }

    [Fact]
    public void Platforms_have_guards_and_callbacks()
    {
        Assert.Single(Scripts.FindGuard("window.platform.consent.statistics"));
        Assert.Empty(Scripts.FindGuard("platform.consent"));
        Assert.Single(Scripts.FindCallback("platform:accepted"));
        Assert.Single(Scripts.FindCallback("window.platform.onAccept"));
        Assert.Single(Scripts.FindAutoBlocks("<script src=//cdn.platform.example/block.js mode-auto>"));
        Assert.Empty(Scripts.FindAutoBlocks("<script src=//cdn.platform.example/block.js>"));
        Assert.Empty(Scripts.FindAutoBlocks(""));
    }

    [Fact]
    public void Platforms_are_known_by_their_script()
    {
        Assert.Equal("Platform", Assert.Single(Scripts.FindPlatforms("<script src=//cdn.platform.example/banner.js></script><script src=//cdn.platform.example/banner.js></script>")).Name);
        Assert.Empty(Scripts.FindPlatforms("<script src=//cdn.platform.example/other.js></script>"));
    }

    [Theory]
    [InlineData("<script class=wait-statistics>", true)]
    [InlineData("<script DATA-WAIT=x>", true)]
    [InlineData("<p>please hold</p>", false)]
    public void A_page_without_a_gate_need_not_be_parsed(string page, bool expected) => Assert.Equal(expected, Scripts.MayHoldBack(page));

    [Theory]
    [InlineData("if (platform.ready) { }", true)]
    [InlineData("if (other.consent) { }", false)]
    public void Nor_does_a_script_that_asks_no_platform(string script, bool expected) => Assert.Equal(expected, Scripts.MayAskConsent(script));

    private static ScriptCatalog Read(string text)
    {
        var document = CatalogParser.Parse(SourceText.From(text));
        Assert.Empty(document.Errors);
        return RecorderCatalog.Empty.With([document]).Scripts;
    }
}
