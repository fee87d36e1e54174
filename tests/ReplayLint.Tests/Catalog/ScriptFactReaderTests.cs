using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using Xunit;

namespace ReplayLint.Tests.Catalog;

public class ScriptFactReaderTests
{
    [Fact]
    public void A_script_line_says_what_must_stand_beside_it()
    {
        var fact = Read<SourceFact>("script cdn.example/*rec.js requires=one|two except=-lite starts=false evidence=unverified since=2 until=3.1");

        Assert.Equal("cdn.example/*rec.js", fact.Pattern.Text);
        Assert.Equal<string>(["one", "two"], fact.Requires.ToArray());
        Assert.Equal("-lite", fact.Except);
        Assert.False(fact.Starts);
        Assert.True(fact.IsUnverified);
        Assert.Equal(("2", "3.1"), (fact.Since, fact.Until));
        Assert.True(Read<SourceFact>("script cdn.example/rec.js").Starts);
    }

    [Fact]
    public void A_domain_is_a_host_with_what_stands_before_it()
    {
        Assert.Equal("*.tracker.example", Read<DomainFact>("domain *.tracker.example").Pattern.Text);
        Assert.Equal(2, CatalogParser.Parse(SourceText.From("recorder R\n  domain *.a.example *.b.example")).Recorders.Single().ScriptFacts.OfType<DomainFact>().Count());
    }

    [Fact]
    public void Names_and_packages_belong_together()
    {
        Assert.Equal("tracker", Read<PackageFact>("npm @scope/tracker global=tracker").Global);
        Assert.Equal<string>(["a", "b"], Read<GlobalFact>("global tracker also=a,b").Also.ToArray());
    }

    [Fact]
    public void A_start_has_conditions()
    {
        var fact = Read<JsStartFact>("js-start queue.push argument=Replay::enable value=1 requires=Replay with=replay.enabled|replayPlugin when=rate");

        Assert.Equal(("queue.push", "push", "Replay::enable", "1"), (fact.Path.Call, fact.Path.SimpleName, fact.Argument, fact.Value));
        Assert.Equal<string>(["replay.enabled", "replayPlugin"], fact.With.ToArray());
        Assert.Equal<string>(["Replay"], fact.Requires.ToArray());
        Assert.Equal(StartCondition.Rate, fact.When);
        Assert.Equal(StartCondition.Always, Read<JsStartFact>("js-start t.init").When);
    }

    [Fact]
    public void A_setting_is_below_its_call()
    {
        var fact = Read<JsSettingFact>("js-setting t.init/privacy.mask-all protects=rate safe=0.1|0 default=1 full=100 on-error=true unless=a|b.c");

        Assert.Equal(new JsPath("t.init", "privacy.mask-all"), fact.Path);
        Assert.Equal((Protects.Rate, "1", 100d, true), (fact.Protects, fact.Default, fact.Full, fact.OnError));
        Assert.Equal<string>(["0.1", "0"], fact.Safe.ToArray());
        Assert.Equal<string>(["a", "b.c"], fact.Unless.ToArray());
        Assert.True(Read<JsSettingFact>("js-setting t.init/0 protects=inputs safe=[]").Masks());
    }

    [Fact]
    public void What_to_use_instead_goes_on_to_the_end_of_the_line()
    {
        var fact = Read<JsLookAlikeFact>("js-look-alike t argument=consent value=1 use=t.start(), after consent = true   # because");

        Assert.Equal("t.start(), after consent = true", fact.Use);
        Assert.Equal(("consent", "1"), (fact.Argument, fact.Value));
    }

    [Fact]
    public void The_other_calls_are_read()
    {
        Assert.Equal("t.stop", Read<JsStopFact>("js-stop t.stop").Path.ToString());
        Assert.Equal("t.init/askFirst", Read<JsGateFact>("js-gate t.init/askFirst").Path.ToString());
        Assert.Equal("granted", Read<JsGrantFact>("js-grant t.consent value=granted").Value);
        Assert.Equal<string>(["a", "b"], Read<JsUnmaskFact>("js-unmask t.init/show unless=a|b").Unless.ToArray());
        var share = Read<JsShareFact>("js-share t/ads argument=consent value=granted safe=denied default=granted");
        Assert.Equal(("granted", "denied"), (share.Default, share.Safe));

        var identify = Read<JsIdentifyFact>("js-identify t.user arguments=0,3 properties=email,traits.*");
        Assert.Equal<int>([0, 3], identify.Arguments.ToArray());
        Assert.Equal<string>(["email", "traits.*"], identify.Properties.ToArray());
    }

    [Fact]
    public void A_line_of_several_words_is_as_many_facts()
    {
        var facts = Parse("masks inputs text\n  shows media\n  never-captures password email\n  console-only rate\n  markup-unmask .a [b] [c=d] option=show evidence=docs");

        Assert.Equal(
            ["Inputs True", "Text True", "Media False"],
            facts.OfType<DefaultFact>().Select(static f => $"{f.Content} {f.IsMasked}"));
        Assert.Equal(["password", "email"], facts.OfType<NeverCapturedFact>().Select(static f => f.Field));
        Assert.Equal(Protects.Rate, Assert.Single(facts.OfType<ConsoleOnlyFact>()).What);
        Assert.Equal([".a", "[b]", "[c=d]"], facts.OfType<MarkupFact>().Select(static f => f.Atom.Text));
        Assert.All(facts.OfType<MarkupFact>(), static f => Assert.Equal((MarkupEffect.Unmask, "show", FactEvidence.Docs, false), (f.Effect, f.Option, f.Evidence, f.IsUnverified)));
    }

    [Fact]
    public void What_is_masked_beside_the_rest_is_a_kind_of_field_or_of_text()
    {
        var facts = Parse("masks-field password file\n  masks-text email\n  markup-mask .a only=inputs\n  markup-mask .b");

        Assert.Equal(["Inputs password", "Inputs file", "Text email"], facts.OfType<MaskedKindFact>().Select(static f => $"{f.Content} {f.Kind}"));
        Assert.Equal([false, true], facts.OfType<MarkupFact>().Select(static f => f.IsAbout(Protects.Text)));
        Assert.All(facts.OfType<MarkupFact>(), static f => Assert.True(f.IsAbout(Protects.Inputs)));
    }

    [Fact]
    public void An_option_may_be_about_some_content_and_name_marks()
    {
        var setting = Read<JsSettingFact>("js-setting t.init/level protects=text safe=all of=email|number shows-inputs=none");
        Assert.Equal<string>(["email", "number"], setting.Of.ToArray());
        Assert.Equal<string>(["none"], setting.ShowsInputs.ToArray());

        var mark = Read<JsMarkFact>("js-mark t.init/block effect=block names=class");
        Assert.Equal((MarkupEffect.Block, true), (mark.Effect, mark.IsClass));
        Assert.False(Read<JsMarkFact>("js-mark t.init/mask names=selector").IsClass);
    }

    [Theory]
    [InlineData(".a", ".a")]
    [InlineData("[a]", "a")]
    [InlineData("[a=b]", "a=b")]
    [InlineData(".a-*", null)]
    [InlineData("[a=*]", null)]
    [InlineData("[a=b*]", null)]
    public void A_class_or_attribute_can_be_written_unless_a_part_is_open(string atom, string? mark) =>
        Assert.Equal(mark, Read<MarkupFact>("markup-mask " + atom).Atom.Mark);

    [Theory]
    [InlineData("markup-mask .a\n  markup-block .b", ".b")]
    [InlineData("markup-mask .a [b]", ".a")]
    [InlineData("markup-block .a evidence=unverified\n  markup-mask [b]", "b")]
    [InlineData("markup-block .a option=b", null)]
    [InlineData("markup-ignore .a", null)]
    public void What_protects_an_element_best_is_known(string lines, string? mark) =>
        Assert.Equal(mark, Assert.Single(Document("recorder A\n  " + lines).Recorders).ProtectingMark?.Mark);

    [Theory]
    [InlineData("markup-mask .a", MarkupEffect.Mask)]
    [InlineData("markup-block .a", MarkupEffect.Block)]
    [InlineData("markup-ignore .a", MarkupEffect.Ignore)]
    public void Markup_has_an_effect(string line, object effect) => Assert.Equal(effect, Read<MarkupFact>(line).Effect);

    [Fact]
    public void Facts_about_scripts_are_no_members()
    {
        var recorder = Assert.Single(CatalogParser.Parse(SourceText.From("recorder A\n  js-start t.init\n  start M:N.T.Start evidence=code")).Recorders);

        Assert.Equal(FactEvidence.Code, Assert.Single(recorder.Facts).Evidence);
        Assert.Same(recorder, Assert.Single(recorder.ScriptFacts).Recorder);
    }

    [Fact]
    public void A_consent_platform_has_gates_categories_and_guards()
    {
        var document = CatalogParser.Parse(SourceText.From("""
            consent Platform
              guard              P:N.T.Agreed evidence=unverified
              script             cdn.platform.example/banner.js
              script-gate        .wait-* [data-wait] type=text/plain
              essential-category needed basic
              statistics-category guessed evidence=unverified
              statistics-category statistics
              auto-blocks        cdn.platform.example/block.js requires=auto
              js-guard           platform.consent.statistics
              js-callback        platform:accepted
            """));

        Assert.Empty(document.Errors);
        Assert.True(Assert.Single(document.Consent).IsUnverified);
        var platform = Assert.Single(document.Platforms);
        Assert.All(platform.Facts, fact => Assert.Same(platform, fact.Platform));
        Assert.All(platform.Facts.OfType<ScriptGateFact>(), static fact => Assert.Equal("text/plain", fact.Type));
        Assert.Equal("cdn.platform.example/banner.js", Assert.Single(platform.Facts.OfType<PlatformScriptFact>()).Pattern.Text);
        Assert.True(platform.IsEssential(" Basic"));
        Assert.False(platform.IsEssential("statistics"));
        Assert.Equal("statistics", platform.StatisticsCategory);
        Assert.Equal(["auto"], Assert.Single(platform.Facts.OfType<AutoBlockFact>()).Requires.ToArray());
        Assert.Equal("platform.consent.statistics", Assert.Single(platform.Facts.OfType<JsGuardFact>()).Path.Call);
        Assert.Equal("platform:accepted", Assert.Single(platform.Facts.OfType<JsCallbackFact>()).Name);
    }

    [Fact]
    public void A_look_alike_may_name_the_argument_that_is_the_gate()
    {
        Assert.Equal("wait", Read<JsLookAlikeFact>("js-look-alike t.push argument=pause instead=wait use=wait, and go after consent").Instead);
        Assert.Null(Read<JsLookAlikeFact>("js-look-alike t.push argument=pause use=wait").Instead);
        Assert.Equal("'instead' takes the place of an argument: argument=…", Assert.Single(Document("recorder A\n  js-look-alike t.pause instead=wait use=wait").Errors).Message);
    }

    [Fact]
    public void A_later_file_wins_unless_it_speaks_of_another_version()
    {
        var catalog = RecorderCatalog.BuiltIn.With(
        [
            Document("recorder A\n  js-setting t.init/mask protects=text safe=true default=true until=7\n  masks text\n  script cdn.example/t.js"),
            Document("recorder A\n  js-setting t.init/mask protects=text safe=true default=false since=7\n  shows text\n  script cdn.example/t.js starts=false"),
        ]);

        var facts = catalog.Recorders.Single(static r => r.Name == "A").ScriptFacts;
        Assert.Equal(["true", "false"], facts.OfType<JsSettingFact>().Select(static f => f.Default));
        Assert.False(Assert.Single(facts.OfType<DefaultFact>()).IsMasked);
        Assert.False(Assert.Single(facts.OfType<SourceFact>()).Starts);
    }

    private static T Read<T>(string line)
        where T : ScriptFact =>
        Assert.IsType<T>(Assert.Single(Parse(line)));

    private static IEnumerable<ScriptFact> Parse(string lines)
    {
        var document = Document("recorder A\n  " + lines);
        Assert.Empty(document.Errors);
        return Assert.Single(document.Recorders).ScriptFacts;
    }

    private static CatalogDocument Document(string text) => CatalogParser.Parse(SourceText.From(text));
}
