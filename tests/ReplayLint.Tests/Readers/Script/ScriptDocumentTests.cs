using System.Collections.Immutable;
using ReplayLint.Readers.Script;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>What a script calls, writes and loads.</summary>
public class ScriptDocumentTests
{
    [Theory]
    [InlineData("reco('init');", "reco")]
    [InlineData("reco.init();", "reco.init")]
    [InlineData("window.reco.init();", "reco.init")]
    [InlineData("self.reco.init();", "reco.init")]
    [InlineData("globalThis['reco'].init();", "reco.init")]
    [InlineData("window.window.reco();", "reco")]
    [InlineData("window['reco']('x');", "reco")]
    [InlineData("window.rj?.('identify');", "rj")]
    [InlineData("window.reco?.init?.();", "reco.init")]
    [InlineData("_queue.push(['x']);", "_queue.push")]
    [InlineData("(window._queue = window._queue || []).push(['x']);", "_queue.push")]
    [InlineData("new Tracker({});", "new Tracker")]
    [InlineData("new Tracker({}).start();", "new Tracker().start, new Tracker")]
    [InlineData("const tracker = new Tracker({}); tracker.start();", "new Tracker, new Tracker().start")]
    [InlineData("const ph = window.reco; ph.init();", "reco.init")]
    [InlineData("const ph = window.reco || {}; ph.init();", "reco.init")]
    [InlineData("var q = window._q = window._q || []; q.push(1);", "_q.push")]
    [InlineData("const { init } = window.reco; init();", "reco.init")]
    [InlineData("(function (w, n) { w[n].start(); })(window, 'reco');", ", reco.start")]
    [InlineData("(function (w) { w.reco(); }).call(this, window);", ", reco")]
    [InlineData("(0, reco.init)();", "reco.init")]
    [InlineData("RUM.onReady(function () { RUM.init({}); });", "RUM.onReady, RUM.init")]
    [InlineData("make().start();", "make().start, make")]
    [InlineData("a[i]();", "")]
    [InlineData("`${reco.init()}`;", "reco.init")]
    [InlineData("x = reco.init();", "reco.init")]
    [InlineData("function f(a = reco.init()) { }", "reco.init")]
    [InlineData("<!-- old\nreco.init();\n//-->", "reco.init")]
    [InlineData("return reco.init();", "reco.init")]
    [InlineData("await reco.init();", "reco.init")]
    public void A_call_is_known_by_its_path(string script, string paths) =>
        Assert.Equal(paths, string.Join(", ", Parse(script).Calls.Select(static call => call.Path.Text)));

    [Theory]
    [InlineData("function f(reco) { reco.init(); }")]
    [InlineData("const reco = { init() { } }; { reco.init(); }")]
    [InlineData("import './x'; function reco() { } reco();")]
    [InlineData("this.init();")]
    public void A_local_name_is_no_global(string script) => Assert.True(Assert.Single(Parse(script).Calls).Path.IsLocal);

    [Theory]
    [InlineData("import reco from 'reco-js'; reco.init();", "reco.init", "default.init")]
    [InlineData("import * as Reco from 'reco-js'; Reco.init();", "Reco.init", "init")]
    [InlineData("import { init as recoInit } from 'reco-js'; recoInit();", "recoInit", "init")]
    [InlineData("import { rum } from 'reco-js'; rum.init();", "rum.init", "rum.init")]
    [InlineData("import { Tracker } from 'reco-js'; new Tracker();", "new Tracker", "new Tracker")]
    [InlineData("import Tracker from 'reco-js'; const t = new Tracker(); t.start();", "new Tracker().start", "new default().start")]
    [InlineData("const { rum } = require('reco-js'); rum.init();", "rum.init", "rum.init")]
    [InlineData("const { rum: r } = require('reco-js'); r.init();", "r.init", "rum.init")]
    [InlineData("const Reco = require('reco-js'); Reco.init();", "Reco.init", "init")]
    [InlineData("const reco = require('reco-js').default; reco.init();", "reco.init", "default.init")]
    [InlineData("var reco_1 = __importDefault(require('reco-js')); reco_1.default.init();", "reco_1.default.init", "default.init")]
    [InlineData("import('reco-js').then(m => m.default.init());", "m.default.init", "default.init")]
    [InlineData("import('reco-js').then(({ default: reco }) => { reco.init(); });", "reco.init", "default.init")]
    [InlineData("const { init } = await import('reco-js'); init();", "init", "init")]
    public void An_import_names_package_and_export(string script, string path, string exported)
    {
        var call = Parse(script).Calls.Last(static call => call.Path is { Package: not null, Text: not ("require" or "import().then") });

        Assert.Equal((path, "reco-js", exported), (call.Path.Text, call.Path.Package, call.Path.Exported));
    }

    [Fact]
    public void Spans_are_those_of_the_text()
    {
        const string Script = "if (a) { window.reco?.init('key', { mask: !0, 'text': x }); }";
        var document = Parse(Script);
        var call = Assert.Single(document.Calls);
        var options = call.Arguments[1];

        Assert.Equal("window.reco?.init", Text(call.CalleeSpan));
        Assert.Equal("window.reco?.init('key', { mask: !0, 'text': x })", Text(call.Span));
        Assert.Equal("'key'", Text(call.Arguments[0].Span));
        Assert.Equal(["mask", "'text'"], options.Properties.Select(property => Text(property.KeySpan)));
        Assert.Equal(["mask: !0", "'text': x"], options.Properties.Select(property => Text(property.Span)));
        Assert.Equal(["!0", "x"], options.Properties.Select(property => Text(property.Value.Span)));

        string Text(Microsoft.CodeAnalysis.Text.TextSpan span) => Script.Substring(span.Start, span.Length);
    }

    [Theory]
    [InlineData("'a'", "'a'")]
    [InlineData("`a`", "'a'")]
    [InlineData("1.5", "1.5")]
    [InlineData("-1", "-1")]
    [InlineData("1e2", "100")]
    [InlineData("true", "true")]
    [InlineData("!0", "true")]
    [InlineData("!1", "false")]
    [InlineData("!true", "false")]
    [InlineData("null", "null")]
    [InlineData("void 0", "undefined")]
    [InlineData("undefined", "undefined")]
    [InlineData("{ a: 1, 'b': [!1, x.y], c, d() { } }", "{a:1,b:[false,x.y],c=c,d:fn}")]
    [InlineData("{ a: 1, ...rest }", "{a:1,…}")]
    [InlineData("{ [k]: 1 }", "{…}")]
    [InlineData("['disable', 1]", "['disable',1]")]
    [InlineData("[...a, 1]", "[1,…]")]
    [InlineData("'a' + 'b'", "'ab'")]
    [InlineData("'https://' + host + '/x'", "'https://'+host+'/x'")]
    [InlineData("`https://${host}/x`", "'https://'+host+'/x'")]
    [InlineData("ok ? 'a' : 'b'", "('a'|'b')")]
    [InlineData("window.cfg || {}", "(cfg|{})")]
    [InlineData("make(1)", "make(1)")]
    [InlineData("new Plugin({ rate: 1 })", "new Plugin({rate:1})")]
    [InlineData("Tool.replay({ mask: !1 })", "Tool.replay({mask:false})")]
    [InlineData("() => 1", "fn")]
    [InlineData("function () { }", "fn")]
    [InlineData("_____", "_____")]
    [InlineData("a++", "?")]
    [InlineData("/x/", "?")]
    [InlineData("Object.freeze({ a: 1 })", "{a:1}")]
    [InlineData("known", "{a:1}")]
    [InlineData("known.a", "1")]
    [InlineData("known.b", "known.b")]
    [InlineData("twice", "'x'")]
    [InlineData("changed", "{a:1,…}")]
    [InlineData("rewritten", "rewritten")]
    [InlineData("circular", "{a:{a:{a:{a:circular}}}}")]
    public void A_value_is_what_its_text_proves(string value, string expected)
    {
        const string Constants = "const known = { a: 1 }, first = 'x', twice = first, changed = { a: 1 }; changed.b = 2; let rewritten = 1; rewritten = 2; const circular = { a: circular };";

        var call = Parse($"{Constants} probe({value});").Calls.Last(static call => call.Path.Text == "probe");

        Assert.Equal(expected, Write(call.Arguments[0]));
    }

    [Fact]
    public void A_followed_constant_remembers_where_it_is_used()
    {
        const string Script = "const options = { a: 1 }; probe(options);";
        var value = Assert.Single(Parse(Script).Calls).Arguments[0];

        Assert.Equal("{ a: 1 }", Script.Substring(value.Span.Start, value.Span.Length));
        Assert.Equal("options", Script.Substring(value.Site.Start, value.Site.Length));
    }

    [Fact]
    public void Queues_are_readable()
    {
        var calls = Parse("_q.push(['Plugin::disable']); _m.push(['setVariable', 'a', 'b']);").Calls;

        Assert.Equal(["['Plugin::disable']", "['setVariable','a','b']"], calls.Select(static call => Write(call.Arguments[0])));
    }

    [Theory]
    [InlineData("window._capture_on_startup = false", "_capture_on_startup=false")]
    [InlineData("window['_capture'] = !1", "_capture=false")]
    [InlineData("var autoStart = false", "autoStart=false")]
    [InlineData("autoStart = false", "autoStart=false")]
    [InlineData("window._settings = { id: 1 }", "_settings={id:1}")]
    [InlineData("reco.config.mask = true", "reco.config.mask=true")]
    [InlineData("const o = {}; o.mask = true", "o.mask=true")]
    [InlineData("(function (h) { h._settings = { id: _____ }; })(window)", "_settings={id:_____}")]
    [InlineData("var a = window._q = window._q || []", "_q=(_q|[]); _q=(_q|[])")]
    [InlineData("function f() { var local = 1; local = 2; }", "")]
    [InlineData("let lexical = 1", "")]
    [InlineData("import 'x'; var own = 1", "")]
    [InlineData("Object.assign(window.a, { b: 1 })", "")]
    [InlineData("x += 1", "")]
    public void An_assignment_names_its_target_and_value(string script, string expected) =>
        Assert.Equal(expected, string.Join("; ", Parse(script).Assignments.Select(static assignment => $"{assignment.Path.Text}={Write(assignment.Value)}")));

    [Theory]
    [InlineData("s.src = 'https://a.example/x.js'", "Src https://a.example/x.js")]
    [InlineData("s.src = '//a.example/' + id + '.js'", "Src //a.example/")]
    [InlineData("s.src = `https://a.example/${id}`", "Src https://a.example/")]
    [InlineData("const u = 'https://a.example/x.js'; s.src = u", "Src https://a.example/x.js")]
    [InlineData("const c = { host: 'https://a.example/' }; s.src = c.host + id", "Src https://a.example/")]
    [InlineData("s.setAttribute('src', 'https://a.example/x.js')", "Src https://a.example/x.js")]
    [InlineData("Object.assign(s, { src: 'https://a.example/x.js' })", "Src https://a.example/x.js")]
    [InlineData("new Image().src = 'https://a.example/x.gif'", "Other https://a.example/x.gif")]
    [InlineData("var i = document.createElement('img'); i.src = 'https://a.example/x.gif'", "Other https://a.example/x.gif")]
    [InlineData("import 'reco-js'", "Import reco-js")]
    [InlineData("import reco from 'https://a.example/x.js'", "Import https://a.example/x.js")]
    [InlineData("import('./x.js')", "Import ./x.js")]
    [InlineData("require('reco-js')", "Import reco-js")]
    [InlineData("fetch('https://a.example/x')", "CallArgument https://a.example/x fetch")]
    [InlineData("$.getScript('https://a.example/x.js')", "CallArgument https://a.example/x.js $.getScript")]
    [InlineData("document.write('<script src=\"https://a.example/x.js\"></' + 'script>')", "CallArgument <script src=\"https://a.example/x.js\"></ document.write")]
    [InlineData("reco.init('k', { api_host: 'https://a.example' })", "CallArgument https://a.example reco.init")]
    [InlineData("(function (w, u) { var s = w.createElement('script'); s.src = u; })(document, 'https://a.example/x.js')", "LoaderArgument https://a.example/x.js")]
    [InlineData("function load(u) { s.src = u; } load('https://a.example/x.js')", "LoaderArgument https://a.example/x.js")]
    [InlineData("const hosts = ['https://a.example', 'https://b.example']", "Other https://a.example; Other https://b.example")]
    [InlineData("const csp = \"script-src https://a.example\"", "Other script-src https://a.example")]
    [InlineData("if (location.href.includes('a.example/x')) f()", "Other a.example/x")]
    [InlineData("console.log('see https://a.example')", "Other see https://a.example")]
    [InlineData("// https://a.example\nf('plain')", "")]
    [InlineData("s.src = 'a.example/x/' + id", "Src a.example/x/")]
    public void A_load_tells_how_its_text_is_used(string script, string expected) =>
        Assert.Equal(expected, string.Join("; ", Parse(script).Loads.Select(static load => $"{load.Use} {load.Text} {load.Callee?.Text}".Trim())));

    [Fact]
    public void The_usual_loaders_are_understood()
    {
        var first = Parse(ScriptShapes.Other[0]);
        Assert.Equal(("https://tag.example.com/tag/", LoadUse.Src), (first.Loads[0].Text, first.Loads[0].Use));
        Assert.Contains(first.Assignments, static assignment => assignment.Path is { Text: "reco", IsLocal: false });
        Assert.Contains(first.Calls, static call => call.Path.Text == "" && call.Arguments is [_, _, { Text: "reco" }, { Text: "script" }, { Text: "_____" }]);

        var second = Parse(ScriptShapes.Other[1]);
        Assert.Equal([("https://static.example.com/c/reco-", LoadUse.LoaderArgument)], second.Loads.Select(static load => (load.Text, load.Use)));
        Assert.Equal("{id:_____,sv:6}", Write(second.Assignments.Single(static assignment => assignment.Path.Text == "_settings").Value));

        var third = Parse(ScriptShapes.Other[2]);
        Assert.Equal("{api_host:'https://eu.example.com',masking:{inputs:true}}", Write(third.Calls.Single(static call => call.Path.Text == "reco.init").Arguments[1]));

        var fourth = Parse(ScriptShapes.Other[3]);
        Assert.Equal(
            "{dsn:'https://x@y/1',integrations:[Tool.replay({maskAllText:false,…})],rate:-0.5}",
            Write(fourth.Calls.Single(static call => call.Path.Exported == "init").Arguments[0]));
    }

    [Theory]
    [InlineData("x = { a: ; s.src = 'https://a.example/x.js';", 9, "Src https://a.example/x.js")]
    [InlineData("f('https://a.example/x.js'); }", 29, "CallArgument https://a.example/x.js")]
    [InlineData("@if (x) { import('./x.js') }", 1, "Import ./x.js")]
    [InlineData("// it's 'https://b.example'\n/* 'https://c.example' */ = 'https://a.example'", 54, "Other https://a.example")]
    [InlineData("import x from 'y'; ) const it's = 1;\nvar a = \"https://a.example\"", 19, "Other https://a.example")]
    public void A_script_that_cannot_be_parsed_still_gives_its_addresses(string script, int offset, string expected)
    {
        var document = ScriptDocument.Parse(script);

        Assert.True(document.ParseFailed);
        Assert.Equal(offset, document.ErrorOffset);
        Assert.Empty(document.Calls);
        Assert.Equal(expected, string.Join("; ", document.Loads.Select(static load => $"{load.Use} {load.Text}")));
    }

    private static ScriptDocument Parse(string script)
    {
        var document = ScriptDocument.Parse(script);
        Assert.False(document.ParseFailed, $"{script} at {document.ErrorOffset}");
        return document;
    }

    private static string Write(ScriptValue value) => value.Kind switch
    {
        ScriptValueKind.Text => $"'{value.Text}'",
        ScriptValueKind.Number or ScriptValueKind.Boolean or ScriptValueKind.Null => value.Text!,
        ScriptValueKind.Object => "{" + List(value.Properties.Select(static property => $"{property.Key}{(property.IsShorthand ? "=" : ":")}{Write(property.Value)}"), value.IsOpen) + "}",
        ScriptValueKind.Array => "[" + List(value.Items.Select(Write), value.IsOpen) + "]",
        ScriptValueKind.Path => value.Path?.Text ?? "",
        ScriptValueKind.Call => $"{value.Path?.Text}({List(value.Items.Select(Write), value.IsOpen)})",
        ScriptValueKind.Function => "fn",
        ScriptValueKind.Concatenation => string.Join("+", value.Items.Select(Write)),
        ScriptValueKind.Choice => "(" + string.Join("|", value.Items.Select(Write)) + ")",
        _ => "?",
    };

    private static string List(IEnumerable<string> parts, bool isOpen) => string.Join(",", isOpen ? parts.Append("…") : parts);
}
