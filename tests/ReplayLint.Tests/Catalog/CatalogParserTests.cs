using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using Xunit;

namespace ReplayLint.Tests.Catalog;

public class CatalogParserTests
{
    [Theory]
    [InlineData("setting P:A.B.C protects=text safe=true", "'setting' is not known here; expected recorder, consent, identity, purpose, words", 0, "setting")]
    [InlineData("recorder", "'recorder' needs a name", 0, "recorder")]
    [InlineData("recorder A B", "A recorder has one name, without spaces", 0, "B")]
    [InlineData("recorder A\n  strat M:A.B.C", "'strat' is not known here; did you mean 'start'?", 1, "strat")]
    [InlineData("recorder A\n  stop M:A.B.C vlaue=x", "'vlaue' is not known after 'stop'; did you mean 'value='?", 1, "vlaue")]
    [InlineData("recorder A\n  setting P:A.B.C protects=txet safe=true", "'txet' is not known here; did you mean 'text'?", 1, "txet")]
    [InlineData("recorder A\n  masks imputs", "'imputs' is not known after 'masks'; did you mean 'inputs'?", 1, "imputs")]
    [InlineData("recorder A\n  js-mark t.init/block names=clas", "'clas' is not known here; did you mean 'class'?", 1, "clas")]
    [InlineData("recoder A", "'recoder' is not known here; did you mean 'recorder'?", 0, "recoder")]
    [InlineData("recorder A\n  stop M:A.B.C since=7 until=6.9", "'6.9' does not come after '7': no version is left", 1, "6.9")]
    [InlineData("recorder A\n  stop A.B.C", "'stop' needs a documentation id, such as P:Namespace.Type.Member", 1, "A.B.C")]
    [InlineData("recorder A\n  stop", "'stop' needs a documentation id, such as P:Namespace.Type.Member", 1, "stop")]
    [InlineData("recorder A\n  stop M:A.B.C(System.String", "'stop' needs a documentation id, such as P:Namespace.Type.Member", 1, "M:A.B.C(System.String")]
    [InlineData("recorder A\n  stop M:A.B.C whne=x", "'whne' is not known after 'stop'; expected value=…, evidence=…, since=…, until=…", 1, "whne")]
    [InlineData("recorder A\n  stop M:A.B.C value=", "'value' has no value", 1, "value=")]
    [InlineData("recorder A\n  stop M:A.B.C value=1 value=2", "'value' is given twice", 1, "value=2")]
    [InlineData("recorder A\n  start M:A.B.C when=never", "'when' is one of: rate, options", 1, "never")]
    [InlineData("recorder A\n  setting P:A.B.C protects=colour safe=true", "'protects' is one of: inputs, text, media, network, rate, consent, identity, retention", 1, "colour")]
    [InlineData("recorder A\n  setting P:A.B.C safe=true", "A setting says what it protects: protects=inputs, text, media, network, rate, consent, identity or retention", 1, "setting P:A.B.C safe=true")]
    [InlineData("recorder A\n  setting P:A.B.C protects=text", "A setting names its safe value: safe=VALUE, or safe=BEST|ALSO-SAFE", 1, "setting P:A.B.C protects=text")]
    [InlineData("recorder A\n  setting P:A.B.C protects=rate full=lots", "'lots' is not a number", 1, "lots")]
    [InlineData("recorder A\n  retention vendor 90d..30d", "Expected: retention vendor 30d, or retention vendor 30d..90d, or retention own", 1, "retention vendor 90d..30d")]
    [InlineData("recorder A\n  formerly B", "Expected: formerly OLD.NAMESPACE now=NEW.NAMESPACE", 1, "formerly B")]
    [InlineData("recorder A\n  api T:A.B x=1", "'x' is not known after 'api'; expected nothing more", 1, "x")]
    [InlineData("recorder A\n  setting P:A.B.C protects=rate on-error=yes", "'on-error' is true or false", 1, "yes")]
    [InlineData("recorder A\n  stop M:A.B.C evidence=hearsay", "'evidence' is one of: package, docs, code, unverified", 1, "hearsay")]
    [InlineData("recorder A\n  stop M:A.B.C since=new", "'new' is not a version, such as 7 or 7.2.1", 1, "new")]
    [InlineData("recorder A\n  script https://a.example/x.js", "'script' needs an address without https:, such as host.example/path/*.js", 1, "https://a.example/x.js")]
    [InlineData("recorder A\n  script *ab*.js", "'script' needs an address without https:, such as host.example/path/*.js", 1, "*ab*.js")]
    [InlineData("recorder A\n  script a.example/x.js starts=maybe", "'starts' is true or false", 1, "maybe")]
    [InlineData("recorder A\n  masks inputs colours", "'masks' needs one or more of: inputs, text, media", 1, "colours")]
    [InlineData("recorder A\n  masks inputs text evidence=x", "'evidence' is one of: package, docs, code, unverified", 1, "x")]
    [InlineData("recorder A\n  never-captures socks", "'never-captures' needs one or more of: inputs, password, payment, email, tel, number, hidden, file, textarea, autocomplete", 1, "socks")]
    [InlineData("recorder A\n  masks-text socks", "'masks-text' needs one or more of: email, number", 1, "socks")]
    [InlineData("recorder A\n  js-setting t.init/mask protects=inputs safe=true of=socks", "'socks' is none of: inputs, password, payment, email, tel, number, hidden, file, textarea, autocomplete, date, action", 1, "socks")]
    [InlineData("recorder A\n  js-mark t.init/block names=name", "'name' is none of: class, selector", 1, "name")]
    [InlineData("recorder A\n  markup-mask .a only=media", "'only' is one of: inputs, text", 1, "media")]
    [InlineData("identity A\n  mark T:A.B", "A mark says what the member holds: as=password, payment, personal or email", 1, "mark T:A.B")]
    [InlineData("identity A\n  mark T:A.B as=secret", "'as' is one of: password, payment, personal, email", 1, "secret")]
    [InlineData("recorder A\n  markup-mask .a [b=]", "'markup-mask' needs a class or attribute, such as .class, [attribute] or [attribute=value]", 1, "[b=]")]
    [InlineData("recorder A\n  markup-mask a", "'markup-mask' needs a class or attribute, such as .class, [attribute] or [attribute=value]", 1, "a")]
    [InlineData("recorder A\n  global a b", "'b' is not known after 'global'; expected also=…, evidence=…, since=…, until=…", 1, "b")]
    [InlineData("recorder A\n  npm", "'npm' needs a name", 1, "npm")]
    [InlineData("recorder A\n  js-start window.a()", "'js-start' needs a call or name without window, such as tracker.init", 1, "window.a()")]
    [InlineData("recorder A\n  js-start a.init when=options", "'when' is one of: rate", 1, "options")]
    [InlineData("recorder A\n  js-stop a.init/b", "'js-stop' needs a call or name without window, such as tracker.init", 1, "a.init/b")]
    [InlineData("recorder A\n  js-gate a..init", "'js-gate' needs a call or an option, such as tracker.init or tracker.init/privacy.maskAll", 1, "a..init")]
    [InlineData("recorder A\n  js-look-alike a.init value=1", "A look-alike says what to use instead: use=…, to the end of the line", 1, "js-look-alike a.init value=1")]
    [InlineData("recorder A\n  js-setting a.init protects=text safe=true", "'js-setting' needs an option of a call, such as tracker.init/privacy.maskAll", 1, "a.init")]
    [InlineData("recorder A\n  js-setting a.init/b protects=text", "A setting names its safe value: safe=VALUE, or safe=BEST|ALSO-SAFE", 1, "js-setting a.init/b protects=text")]
    [InlineData("recorder A\n  js-identify a.identify arguments=0,x", "'x' is not the position of an argument; the first is 0", 1, "0,x")]
    [InlineData("consent A\n  script-gate data-x", "'script-gate' needs a class or attribute, such as .class, [attribute] or [attribute=value]", 1, "data-x")]
    [InlineData("consent A\n  auto-blocks x", "'auto-blocks' needs an address without https:, such as host.example/path/*.js", 1, "x")]
    [InlineData("consent A\n  guard P:A.B.C x=1", "'x' is not known after 'guard'; expected purpose=…, evidence=…, since=…, until=…", 1, "x")]
    [InlineData("consent A\n  lifetime P:A.B.C", "A lifetime says what it is the lifetime of: of=P:… for a member, or kept-by=M:… for a call with a key", 1, "lifetime P:A.B.C")]
    [InlineData("consent A\n  lifetime P:A.B.C of=P:A.B.D kept-by=M:A.B.E", "A lifetime says what it is the lifetime of: of=P:… for a member, or kept-by=M:… for a call with a key", 1, "lifetime P:A.B.C of=P:A.B.D kept-by=M:A.B.E")]
    [InlineData("consent A\n  lifetime P:A.B.C of=Cookie", "'of' needs a documentation id, such as P:Namespace.Type.Member", 1, "Cookie")]
    [InlineData("consent A\n  lifetime P:A.B.C of=P:A.B.D default=year asked-by=P:A.B.E", "'year' is no number of days; expected default=365d", 1, "year")]
    [InlineData("consent A\n  lifetime P:A.B.C of=P:A.B.D default=365d", "'default' and 'asked-by' belong together: the default counts where code writes the member", 1, "lifetime P:A.B.C of=P:A.B.D default=365d")]
    [InlineData("consent A\n  lifetime P:A.B.C kept-by=M:A.B.D default=365d asked-by=P:A.B.E", "A default needs of=P:…: without code that keeps a choice nothing is kept", 1, "lifetime P:A.B.C kept-by=M:A.B.D default=365d asked-by=P:A.B.E")]
    public void A_line_that_is_not_understood_is_an_error_at_its_word(string file, string message, int line, string word)
    {
        var text = SourceText.From(file);

        var document = CatalogParser.Parse(text);

        var error = Assert.Single(document.Errors);
        Assert.Equal(message, error.Message);
        Assert.Equal(word, text.ToString(error.Span));
        Assert.Equal(line, text.Lines.GetLinePosition(error.Span.Start).Line);
        Assert.All(document.Recorders, static recorder => Assert.Empty(recorder.Facts));
        Assert.All(document.Recorders, static recorder => Assert.Empty(recorder.ScriptFacts));
        Assert.Empty(document.Platforms);
        Assert.Empty(document.Consent);
        Assert.Empty(document.Lifetimes);
    }

    [Fact]
    public void A_lifetime_knows_what_it_is_the_lifetime_of()
    {
        var document = Parse("consent A\n  lifetime P:N.Cookie.Life of=P:N.Options.Choice default=365d asked-by=P:N.Options.Ask\n  lifetime P:N.Cookie.Life kept-by=M:N.Store.Keep(System.String)");

        Assert.Empty(document.Errors);
        Assert.Collection(
            document.Lifetimes,
            static fact => Assert.Equal(("Choice.Life", 365, "P:N.Options.Ask"), (fact.DisplayName, fact.DefaultDays, fact.AskedBy)),
            static fact => Assert.Equal(("Cookie.Life", "M:N.Store.Keep(System.String)"), (fact.DisplayName, fact.KeptBy)));
    }

    [Fact]
    public void A_bad_line_leaves_the_others_in_force()
    {
        var document = Parse("recorder A\n  stop M:N.T.Stop\n  nonsense\n  start M:N.T.Start # why\n");

        Assert.Single(document.Errors);
        Assert.Collection(
            Assert.Single(document.Recorders).Facts,
            static fact => Assert.IsType<StopFact>(fact),
            static fact => Assert.IsType<StartFact>(fact));
    }

    [Theory]
    [InlineData("recorder A\n  masks text\n  shows inputs\n  masks inputs text", 3, "text")]
    [InlineData("recorder A\n  setting P:A.B.C protects=text safe=true\n  setting P:A.B.C protects=media safe=true", 2, "P:A.B.C")]
    [InlineData("recorder A\n  js-stop t.stop\nrecorder B\n  js-stop t.stop\nrecorder A\n  js-stop t.stop", 5, "t.stop")]
    [InlineData("consent A\n  guard P:A.B.C\n  guard P:A.B.C purpose=x", 2, "P:A.B.C")]
    public void What_a_file_says_twice_is_an_error_at_the_second(string file, int line, string word)
    {
        var text = SourceText.From(file);
        var error = Assert.Single(CatalogParser.Parse(text).Errors);

        Assert.Equal(word, text.ToString(error.Span));
        Assert.Equal(line, text.Lines.GetLinePosition(error.Span.Start).Line);
        Assert.Contains("already; keep one of them", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recorder A\n  start M:A.B.C value=1\n  start M:A.B.C value=2")]
    [InlineData("recorder A\n  js-identify t argument=a arguments=0\n  js-identify t argument=b arguments=0")]
    [InlineData("recorder A\n  setting P:A.B.C protects=text safe=true until=2\n  setting P:A.B.C protects=text safe=true since=2")]
    public void The_same_subject_may_stand_in_lines_that_say_another_thing(string file) => Assert.Empty(Parse(file).Errors);

    [Fact]
    public void A_fact_knows_its_recorder_and_its_names()
    {
        var recorder = Assert.Single(Parse("recorder A\n  start M:N.Outer.T.Begin``1(System.Action{N.O})\n  start M:N.T.#ctor(N.O)").Recorders);

        Assert.All(recorder.Facts, fact => Assert.Same(recorder, fact.Recorder));
        Assert.Equal(["Begin", "T"], recorder.Facts.Select(static f => f.SimpleName));
        Assert.Equal(["T.Begin", "T"], recorder.Facts.Select(static f => f.DisplayName));
        Assert.Equal("T:N.Outer.T", recorder.Facts[0].ContainingTypeId);
    }

    [Fact]
    public void A_former_namespace_repeats_every_member()
    {
        var recorder = Assert.Single(Parse("recorder A\n  formerly Old now=New.Name\n  api T:New.Name.O\n  start M:New.Name.T.Begin(New.Name.O,System.Action{New.Name.O},NotNew.Name.O)").Recorders);

        Assert.Equal<string>(["T:New.Name.O", "T:Old.O"], recorder.ApiTypes.ToArray());
        Assert.Equal("M:Old.T.Begin(Old.O,System.Action{Old.O},NotNew.Name.O)", recorder.Facts[1].Id);
        Assert.Equal("T:Old.T", recorder.Facts[1].ContainingTypeId);
    }

    [Fact]
    public void Nothing_but_comments_says_nothing()
    {
        var document = Parse("# a\r\n\r\n   # b\r\n");

        Assert.Empty(document.Errors);
        Assert.Empty(document.Recorders);
    }

    private static CatalogDocument Parse(string file) => CatalogParser.Parse(SourceText.From(file));
}
