using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Scripts in which what the catalogue says about calls and their options makes a difference.</summary>
internal static class ScriptEffects
{
    private const string Identifier = "user.email";

    /// <summary>A call that starts a recorder.</summary>
    public static IEnumerable<EffectCase> Start(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsStartFact>();
        var text = ScriptCode.Start(fact);
        yield return Case("RPL1001", true, [fact], text) with { Severity = SeverityOf(fact) };
        yield return Case("RPL1001", false, [fact], WebProject.Guarded(text));

        foreach (var with in fact.With)
        {
            // Each of what it asks for will do; without any it is none.
            if (!ScriptCode.IsFunction(fact, with))
                yield return Case("RPL1001", true, [fact], ScriptCode.Start(fact, (fact.Path.Call, with, "true")));
            else if (fact.When == StartCondition.Always || RateIsOfCall(fact))
                yield return Case("RPL1001", true, [fact], ScriptCode.Start(fact, (fact.Path.Call, "plugins", $"[new {with}()]")));

            yield return Case("RPL1001", false, [fact], ScriptCode.Call(fact));
        }

        if (fact.When == StartCondition.Rate)
        {
            foreach (var rate in fact.Recorder.ScriptFacts.OfType<JsSettingFact>().Where(setting => setting.Protects == Protects.Rate && setting.Path.Call == fact.Path.Call))
                yield return Case("RPL1001", false, [fact], ScriptCode.Call(fact, (rate.Path.Option!, "0")));
        }

        foreach (var silent in Otherwise(fact, text))
            yield return silent with { Rule = "RPL1001" };
    }

    /// <summary>A call that ends recording.</summary>
    public static IEnumerable<EffectCase> Stop(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsStopFact>();
        var (start, facts) = WebProject.Start(fact.Recorder);
        yield return Withdrawal(fires: true, "");
        yield return Withdrawal(fires: false, ScriptCode.Call(fact) + ";");

        // What another script of the project stops may be stopped then.
        var elsewhere = WebProject.Script(ScriptCode.Script([fact], $"function end() {{ {ScriptCode.Call(fact)}; }}"));
        yield return Withdrawal(fires: true, "") is var alone ? alone with { Severity = DiagnosticSeverity.Info, Files = [.. alone.Files, elsewhere] } : alone;

        EffectCase Withdrawal(bool fires, string stop) =>
            Case("RPL1005", fires, [fact, .. facts], WebProject.Guarded(start), $"function withdrawConsent() {{ localStorage.removeItem('cookie-consent'); {stop} }}") with { Text = fact.Recorder.Name };
    }

    /// <summary>What holds recording back.</summary>
    public static IEnumerable<EffectCase> Gate(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsGateFact>();
        if (fact.Path.Option is { } option)
        {
            var start = StartTaking(fact)!;
            yield return Case("RPL1001", true, [start], ScriptCode.Start(start));
            yield return Case("RPL1001", false, [start], ScriptCode.Start(start, (fact.Path.Call, option, "() => answered()")));
            yield break;
        }

        var (statement, facts) = WebProject.Start(fact.Recorder);
        yield return Case("RPL1001", true, [fact, .. facts], statement);
        yield return Case("RPL1001", false, [fact, .. facts], ScriptCode.Call(fact), statement);
    }

    /// <summary>What opens a gate.</summary>
    public static IEnumerable<EffectCase> Grant(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsGrantFact>();
        yield return Case("RPL1001", true, [fact], ScriptCode.Call(fact)) with { Severity = SeverityOf(fact) };
        yield return Case("RPL1001", false, [fact], WebProject.Guarded(ScriptCode.Call(fact)));
        foreach (var silent in Otherwise(fact, ScriptCode.Call(fact)))
            yield return silent with { Rule = "RPL1001" };
    }

    /// <summary>What looks like a gate.</summary>
    public static IEnumerable<EffectCase> LookAlike(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsLookAlikeFact>();
        var (statement, facts) = WebProject.Start(fact.Recorder);
        if (fact.Path.Option is { } option)
        {
            var value = ScriptCode.Literal(fact.Value ?? "true");
            yield return StartTaking(fact) is { } start
                ? Case("RPL1004", true, [start, fact], ScriptCode.Start(start, (fact.Path.Call, option, value))) with { Text = fact.Use }
                : Case("RPL1004", true, [fact, .. facts], ScriptCode.Call(fact, (option, value)), statement) with { Text = fact.Use };
        }
        else
        {
            yield return Case("RPL1004", true, [fact, .. facts], ScriptCode.Call(fact), statement) with { Text = fact.Use };
            yield return Case("RPL1004", false, [fact, .. facts], statement);
        }

        if (fact.Instead is { } instead)
            yield return Case("RPL1004", true, [fact, .. facts], ScriptCode.Call(fact), statement) with { Text = instead };
    }

    /// <summary>An option that shows content.</summary>
    public static IEnumerable<EffectCase> Unmask(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsUnmaskFact>();
        var option = fact.Path.Option!;
        var (shown, nothing) = fact.Unless.Any(other => other.StartsWith(option + ".", StringComparison.Ordinal)) ? ("{ text: true }", "null") : ("'.shown'", "''");
        yield return Case("RPL2003", true, [fact], ScriptCode.Call(fact, (option, shown))) with { Severity = SeverityOf(fact) };
        yield return Case("RPL2003", false, [fact], ScriptCode.Call(fact, (option, nothing)));
        foreach (var other in fact.Unless)
        {
            // One that is part of the option is given along with it.
            (string, string)[] options = other.StartsWith(option + ".", StringComparison.Ordinal) ? [(other, "true")] : [(option, shown), (other, "true")];
            yield return Case("RPL2003", false, [fact], ScriptCode.Call(fact, options));
        }
    }

    /// <summary>An option that names what is masked or left out.</summary>
    public static async Task<IEnumerable<EffectCase>> Mark(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsMarkFact>();
        var exposure = fact.Only is { } only
            ? await Exposure.FindAsync(fact.Recorder, only, fact.Path.Call) ?? throw new InvalidOperationException($"{fact.Recorder.Name} never shows what {fact.Path} is about.")
            : await Exposure.AnyAsync(fact.Recorder, fact.Path.Call);
        var option = (fact.Path.Call, fact.Path.Option!, fact.IsClass ? "'mine'" : "'.mine'");
        return
        [
            exposure.Case(fires: true, "class=\"other\"", null, option),
            exposure.Case(fires: false, "class=\"mine\"", null, option),
        ];
    }

    /// <summary>A call that says who the user is.</summary>
    public static IEnumerable<EffectCase> Identify(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsIdentifyFact>();
        foreach (var position in fact.Arguments)
        {
            yield return Case("RPL4001", true, [fact], Identifying(fact, Position(position), Identifier)) with { Severity = SeverityOf(fact) };
            yield return Case("RPL4001", false, [fact], Identifying(fact, Position(position), "page.title"));
        }

        foreach (var pattern in fact.Properties)
        {
            // What may be a name is one where the value says so; what can only be one is, whatever its value is called.
            var isOpen = pattern.EndsWith('*');
            var path = isOpen ? pattern[..^1] + (pattern is "*" || pattern.EndsWith(".*", StringComparison.Ordinal) ? "x" : "") : pattern;
            yield return Case("RPL4001", true, [fact], Identifying(fact, path, isOpen ? Identifier : "given")) with { Severity = SeverityOf(fact) };
            yield return Case("RPL4001", false, [fact], Identifying(fact, path, "''"));
        }

        foreach (var user in fact.User)
        {
            foreach (var purpose in (string[])["ErrorDiagnosis", "Support"])
            {
                var linked = Case("RPL4003", purpose == "ErrorDiagnosis", [fact], Identifying(fact, user, "account.key"));
                yield return linked with { Files = [.. linked.Files, WebProject.Policy(fact.Recorder, purpose, "RetentionDays = 30")] };
            }
        }

        var written = fact.Arguments.IsEmpty ? Identifying(fact, fact.Properties[0].Replace("*", "x", StringComparison.Ordinal), Identifier) : Identifying(fact, Position(fact.Arguments[0]), Identifier);
        foreach (var silent in Otherwise(fact, written))
            yield return silent with { Rule = "RPL4001" };
    }

    /// <summary>An option that shares recordings for advertising.</summary>
    public static IEnumerable<EffectCase> Share(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsShareFact>();
        yield return Case("RPL4002", true, [fact], ScriptCode.Call(fact, (fact.Path.Option!, ScriptCode.Literal(fact.Value!))));
        if (fact.Safe is { } safe)
            yield return Case("RPL4002", false, [fact], ScriptCode.Call(fact, (fact.Path.Option!, ScriptCode.Literal(safe))));
    }

    /// <summary>A page with these statements and the words that the facts ask for.</summary>
    public static EffectCase Case(string rule, bool fires, JsFact[] facts, params string[] statements) =>
        new(rule, fires, WebProject.Page(ScriptCode.Script(facts, statements)));

    /// <summary>How severe a finding is that rests on the fact.</summary>
    public static DiagnosticSeverity? SeverityOf(SourcedFact fact) => fact.IsUnverified ? DiagnosticSeverity.Info : null;

    /// <summary>The start that takes an option, itself or in a function that it is given.</summary>
    public static JsStartFact? StartTaking(JsFact option) =>
        option.Recorder.ScriptFacts.OfType<JsStartFact>().Where(start => start.Argument == option.Argument).OrderBy(start => start.Path.Call == option.Path.Call ? 0 : 1).FirstOrDefault(start =>
            start.Path.Call == option.Path.Call || start.With.Any(name => option.Path.Call == name || option.Path.Call.EndsWith("." + name, StringComparison.Ordinal)));

    private static bool RateIsOfCall(JsStartFact fact) =>
        fact.Recorder.ScriptFacts.Any(other => other is JsSettingFact { Protects: Protects.Rate } rate && rate.Path.Call == fact.Path.Call);

    /// <summary>What is no call of the fact: without the words that it asks for, with another argument, with another value.</summary>
    private static IEnumerable<EffectCase> Otherwise(JsFact fact, string statement)
    {
        if (!fact.Requires.IsEmpty && !fact.Requires.Any(word => statement.Contains(word, StringComparison.OrdinalIgnoreCase)))
            yield return Case("", false, [], statement);

        if (fact.Argument is { } argument)
            yield return Case("", false, [fact], statement.Replace($"'{argument}'", "'nothingOfTheKind'", StringComparison.Ordinal));

        if (fact is { Value: { } value, Path.Option: null })
            yield return Case("", false, [fact], statement.Replace(ScriptCode.Literal(value), "'nothingOfTheKind'", StringComparison.Ordinal));
    }

    /// <summary>The call with an identifier; where the same call starts the recorder, with what it takes to.</summary>
    private static string Identifying(JsIdentifyFact fact, string path, string value) =>
        fact.Recorder.ScriptFacts.OfType<JsStartFact>().FirstOrDefault(start => start.Path == fact.Path && start.Argument == fact.Argument) is { } start
            ? ScriptCode.Start(start, (fact.Path.Call, path, value))
            : ScriptCode.Call(fact, (path, value));

    private static string Position(int position) => position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
