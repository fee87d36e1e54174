using ReplayLint.Consent;
using ReplayLint.Readers.Script;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>What is known about consent in scripts.</summary>
public class ScriptConsentTests
{
    public static TheoryData<string, string, char> Shapes()
    {
        var rows = new TheoryData<string, string, char>();
        foreach (var (name, script, expected) in ScriptShapes.Numbered)
            rows.Add(name, script, expected);

        return rows;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_state_of_a_place_is_what_the_script_proves(string name, string script, char expected)
    {
        var document = ScriptDocument.Parse(script);
        var starts = document.Calls.Where(static call => call.Path.Text == "start").Cast<ScriptPlace>().ToList();

        // "addEventListener('load', start)" calls by name: the shape is the same with a function around it.
        if (starts.Count == 0)
        {
            document = ScriptDocument.Parse(script + " function start() { begin(); }");
            starts = [.. document.Calls.Where(static call => call.Path.Text == "begin")];
        }

        Assert.False(document.ParseFailed, name);
        Assert.NotEmpty(starts);
        Assert.Equal(expected, starts.Min(static call => call.Consent).ToString()[0]);
    }

    [Fact]
    public void Loads_and_assignments_have_a_state_too()
    {
        var document = ScriptDocument.Parse("if (hasConsent()) { s.src = 'https://a.example/x.js'; window.flag = true; import('pkg'); } window.other = false;");

        Assert.Equal([ConsentState.Granted, ConsentState.Granted], document.Loads.Select(static load => load.Consent));
        Assert.Equal(
            [("s.src", ConsentState.Granted), ("flag", ConsentState.Granted), ("other", ConsentState.NotGranted)],
            document.Assignments.Select(static assignment => (assignment.Path.Text, assignment.Consent)));
    }

    [Fact]
    public void A_text_that_a_loader_is_given_has_the_state_of_its_own_call()
    {
        var document = ScriptDocument.Parse("""
            function load(url) { var s = document.createElement('script'); s.src = url; }
            if (hasConsent()) load('https://a.example/x.js');
            load('https://b.example/y.js');
            """);

        Assert.Equal(
            [(LoadUse.LoaderArgument, ConsentState.Granted), (LoadUse.LoaderArgument, ConsentState.NotGranted)],
            document.Loads.Select(static load => (load.Use, load.Consent)));
    }

    [Theory]
    [InlineData("function load() { start(); }", "load", false, true)]
    [InlineData("export function load() { start(); }", "load", true, false)]
    [InlineData("function load() { start(); } export { load };", "load", true, false)]
    [InlineData("export const load = () => start();", "load", true, false)]
    [InlineData("export default function () { start(); }", "default", true, false)]
    [InlineData("export default { methods: { load() { start(); } } };", "default.methods.load", true, false)]
    [InlineData("module.exports = function () { start(); };", "module.exports", true, false)]
    [InlineData("exports.load = function () { start(); };", "exports.load", true, false)]
    [InlineData("function load() { start(); } module.exports = { load };", "load", true, true)]
    [InlineData("window.App = { load: function () { start(); } };", "App.load", false, true)]
    [InlineData("window.load = () => start();", "load", false, true)]
    [InlineData("(function () { function load() { start(); } window.load = load; })();", "load", false, true)]
    [InlineData("(function () { function load() { start(); } })();", "load", false, false)]
    [InlineData("class Tracker { load() { start(); } }", "Tracker.load", false, true)]
    [InlineData("function b() { start(); } function a() { b(); }", "a", false, true)]
    public void A_function_that_is_never_called_is_named(string script, string name, bool isExported, bool isGlobal)
    {
        var document = ScriptDocument.Parse(script);
        var start = Assert.Single(document.Calls, static call => call.Path.Text == "start");

        var function = Assert.Single(start.DefinedIn);
        Assert.Equal((name, isExported, isGlobal), (function.Name, function.IsExported, function.IsGlobal));
        Assert.Equal(ConsentState.Unknown, start.Consent);
    }

    [Theory]
    [InlineData("function load() { start(); }", 'G', 'G')]
    [InlineData("function load() { start(); }", 'N', 'N')]
    [InlineData("function load() { if (hasConsent()) start(); }", 'N', 'G')]
    [InlineData("function a() { start(); } function load() { a(); }", 'G', 'G')]
    [InlineData("function load() { start(); } load();", 'G', 'N')]
    public void Who_knows_the_callers_can_ask_again(string script, char calledAt, char expected)
    {
        var document = ScriptDocument.Parse(script);
        var start = Assert.Single(document.Calls, static call => call.Path.Text == "start");

        var outside = calledAt == 'G' ? ConsentState.Granted : ConsentState.NotGranted;
        Assert.Equal(expected, document.ConsentAt(start, function => function.Name == "load" ? outside : null).ToString()[0]);
    }

    [Fact]
    public void Where_only_declared_guards_count_a_name_is_an_unrecognised_one()
    {
        var names = ConsentNames.Of(ReplayLint.Catalog.RecorderCatalog.BuiltIn);

        var document = ScriptDocument.Parse("if (hasConsent()) start(); if (enabled) start();", names, declaredOnly: true);

        Assert.Equal(
            [ConsentState.Unknown, ConsentState.NotGranted],
            document.Calls.Where(static call => call.Path.Text == "start").Select(static call => call.Consent));
    }
}
