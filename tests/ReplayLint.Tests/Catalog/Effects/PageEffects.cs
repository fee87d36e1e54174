using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Pages in which what the catalogue says about addresses, names and packages of a recorder makes a difference.</summary>
internal static class PageEffects
{
    /// <summary>A guard that answers yes to everything: a finding in a project that has to do with a recorder, and in no other.</summary>
    private const string FalseGuard = "class Privacy { public bool HasConsent => true; }";

    /// <summary>The address of the recorder's script.</summary>
    public static IEnumerable<EffectCase> Script(StatedFact stated)
    {
        var fact = stated.ScriptFact<SourceFact>();
        yield return new EffectCase("RPL1001", fact.Starts, WebProject.Markup(WebProject.Load(fact))) { Severity = ScriptEffects.SeverityOf(fact) };
        if (fact is { Starts: true, Requires.IsEmpty: false })
            yield return new EffectCase("RPL1001", false, WebProject.Markup($"<script src=\"{WebProject.Address(fact.Pattern)}\"></script>"));

        if (fact is { Starts: true, Except: { } except })
            yield return new EffectCase("RPL1001", false, WebProject.Markup($"<script src=\"{WebProject.Address(fact.Pattern)}{except}\"></script>"));

        yield return new EffectCase("RPL1008", true, ("Privacy.cs", $"class Snippet {{ string Address = \"{WebProject.Address(fact.Pattern)}\"; }} {FalseGuard}"));
    }

    /// <summary>The domain that a content security policy names.</summary>
    public static IEnumerable<EffectCase> Domain(StatedFact stated)
    {
        var fact = stated.ScriptFact<DomainFact>();
        var settings = Allowing(fact);
        yield return new EffectCase("RPL9006", true, settings);
        if (fact.Recorder.ScriptFacts.OfType<SourceFact>().FirstOrDefault() is { } source)
            yield return new EffectCase("RPL9006", false, settings, WebProject.Markup(WebProject.Load(source)));
    }

    /// <summary>The package that a script imports.</summary>
    public static IEnumerable<EffectCase> Package(StatedFact stated)
    {
        var fact = stated.ScriptFact<PackageFact>();
        if (fact.Global is { } global)
        {
            var used = CallsBelow(fact.Recorder, global).First();
            foreach (var package in (string[])[fact.Name, "nothing-of-the-kind"])
                yield return Use(used, package == fact.Name, $"import * as own from '{package}';\nown", global.Length);
        }
        else if (fact.Recorder.ScriptFacts.OfType<DomainFact>().FirstOrDefault() is { } domain)
        {
            yield return new EffectCase("RPL9006", false, Allowing(domain), WebProject.Script($"import * as own from '{fact.Name}';"));
        }
    }

    /// <summary>The name by which scripts know the recorder.</summary>
    public static IEnumerable<EffectCase> Global(StatedFact stated)
    {
        var fact = stated.ScriptFact<GlobalFact>();
        foreach (var name in fact.Also.Add(fact.Name))
        {
            // A name that tells is one by which a page is known to concern a recorder.
            if (name.Length >= 4)
                yield return new EffectCase("RPL1008", true, WebProject.Markup($"<!-- {name} -->"), ("Privacy.cs", FalseGuard));
        }

        foreach (var other in fact.Also)
            yield return Use(CallsBelow(fact.Recorder, fact.Name).First(), true, other, fact.Name.Length);

        if (fact.Recorder.ScriptFacts.Any(static other => other is SourceFact { Starts: true, Requires.IsEmpty: true }))
        {
            const string Loader = "// posthog\n(function (w, d, n, t) {{ var s = d.createElement(t); s.src = address(); d.head.append(s); }})(window, document, '{0}', 'script');";
            yield return new EffectCase("RPL1001", true, WebProject.Script(string.Format(System.Globalization.CultureInfo.InvariantCulture, Loader, fact.Name)));
        }

        // A name that a package exports beside its default.
        foreach (var package in fact.Recorder.ScriptFacts.OfType<PackageFact>().Where(static package => package.Global is not null))
        {
            if (CallsBelow(fact.Recorder, fact.Name).FirstOrDefault() is { } used)
                yield return Use(used, true, $"import {{ {fact.Name} }} from '{package.Name}';\n{fact.Name}", fact.Name.Length);
        }
    }

    /// <summary>A script that uses a call below a name that is written in another way.</summary>
    private static EffectCase Use(JsFact used, bool fires, string name, int length)
    {
        var (rule, statement) = used switch
        {
            JsStartFact start => ("RPL1001", ScriptCode.Start(start)),
            JsGrantFact => ("RPL1001", ScriptCode.Call(used)),
            JsSettingFact setting => (ScriptSettingEffects.RuleOf(setting), ScriptCode.Call(setting, (setting.Path.Option!, ScriptCode.Unsafe(setting)))),
            _ => throw new InvalidOperationException($"{used.Path} shows nothing."),
        };
        return new EffectCase(rule, fires, WebProject.Script($"// posthog {string.Join(" ", used.Requires)}\n{name}{statement[length..]};"));
    }

    /// <summary>What the vendor keeps, held against a policy.</summary>
    public static IEnumerable<EffectCase> Retention(StatedFact stated)
    {
        var recorder = stated.Recorder;
        if (stated.Stated.Recorders[0].Retention is not { } kept)
        {
            // Whose recordings go nowhere by themselves leaves them to the project.
            var page = WebProject.Script(ScriptCode.Script([], WebProject.Start(recorder).Statement));
            const string Store = "class Store { public void Save(string events) { } } class HttpPostAttribute : System.Attribute { } class Api { [HttpPost] public void Replay(string events) => new Store().Save(events); }";
            yield return new EffectCase("RPL5002", true, page, ("Api.cs", Store)) { Text = recorder.Name };
            yield break;
        }

        yield return new EffectCase("RPL5003", true, WebProject.Policy(recorder, "ErrorDiagnosis", $"RetentionDays = {kept.MinimumDays - 1}")) { Severity = kept.IsUnverified ? Microsoft.CodeAnalysis.DiagnosticSeverity.Info : Microsoft.CodeAnalysis.DiagnosticSeverity.Warning };
        yield return new EffectCase("RPL5003", false, WebProject.Policy(recorder, "ErrorDiagnosis", $"RetentionDays = {kept.MaximumDays}"));
    }

    /// <summary>What no code can set.</summary>
    public static IEnumerable<EffectCase> ConsoleOnly(StatedFact stated)
    {
        // That how much is recorded is out of sight is said at each start.
        var (statement, facts) = WebProject.Start(stated.Recorder);
        yield return ScriptEffects.Case("RPL3002", true, facts, statement);
    }

    private static (string Path, string Text) Allowing(DomainFact fact) =>
        ("appsettings.json", $$"""{ "Csp": { "ScriptSrc": "'self' https://{{fact.Pattern.Text.Replace("*", "cdn", StringComparison.Ordinal)}}" } }""");

    /// <summary>The calls of the recorder below a name, those that start it first.</summary>
    private static IEnumerable<JsFact> CallsBelow(Recorder recorder, string name) =>
        recorder.ScriptFacts.OfType<JsFact>()
            .Where(fact => fact is JsStartFact or JsGrantFact or JsSettingFact { Protects: not Protects.Consent, OnError: false } && (fact.Path.Call == name || fact.Path.Call.StartsWith(name + ".", StringComparison.Ordinal)))
            .OrderBy(static fact => fact is JsStartFact ? 0 : fact is JsGrantFact ? 1 : 2);
}
