using Microsoft.CodeAnalysis;
using ReplayLint.Catalog.Script;
using ReplayLint.Catalog;
using ReplayLint.Readers;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Scripts in which what the catalogue says about an option makes a difference: at a safe value, at another, and when it is not set.</summary>
internal static class ScriptSettingEffects
{
    public static IEnumerable<EffectCase> Of(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsSettingFact>();
        var start = ScriptEffects.StartTaking(fact);
        if (fact.OnError)
            return OnError(fact, start!);

        return fact.Protects == Protects.Consent ? Consent(fact, start!) : Written(fact, start).Concat(NotWritten(fact, start));
    }

    /// <summary>The rule that judges what is written to a setting.</summary>
    public static string RuleOf(ISetting setting) => setting.Protects switch
    {
        Protects.Inputs or Protects.Text or Protects.Media => "RPL2001",
        Protects.Network => "RPL2006",
        Protects.Rate => "RPL3001",
        Protects.Identity => "RPL4001",
        Protects.Consent => "RPL1003",
        _ => "RPL5002",
    };

    private static IEnumerable<EffectCase> Written(JsSettingFact fact, JsStartFact? start)
    {
        var value = ScriptCode.Unsafe(fact);
        yield return Case(true, value) with { Severity = ScriptEffects.SeverityOf(fact) };

        foreach (var safe in fact.Safe)
            yield return Case(false, ScriptCode.Literal(safe));

        // Where another option protects as well, this one says nothing.
        foreach (var other in fact.Unless)
            yield return Case(false, value, (fact.Path.Call, other, "true"));

        foreach (var shows in fact.ShowsInputs)
        {
            var script = ScriptCode.Script([start!], ScriptCode.Start(start!, (fact.Path.Call, fact.Path.Option!, ScriptCode.Literal(shows))));
            var exposed = new EffectCase("RPL2004", true, ("wwwroot/index.html", $"<script>\n{script}</script><input name=\"cardNumber\">"));
            yield return exposed with { Severity = DiagnosticSeverity.Warning };
        }

        EffectCase Case(bool fires, string written, params (string Call, string Path, string Value)[] others)
        {
            var statement = start is not null
                ? ScriptCode.Start(start, [(fact.Path.Call, fact.Path.Option!, written), .. others])
                : ScriptCode.Call(fact, [(fact.Path.Option!, written), .. others.Select(static other => (other.Path, other.Value))]);
            return ScriptEffects.Case(RuleOf(fact), fires, [fact, .. Facts(start)], statement) with { Text = fact.DisplayName };
        }
    }

    private static IEnumerable<EffectCase> NotWritten(JsSettingFact fact, JsStartFact? start)
    {
        if (start is null || fact.Default is null)
            yield break;

        var loosens = SettingValue.OfText(fact.Default).Loosens(fact);
        var statement = ScriptCode.Start(start, fact.Path.Call == start.Path.Call ? [] : [(fact.Path.Call, "other", "1")]);
        if (fact.Masks())
            yield return ScriptEffects.Case("RPL2002", loosens, [fact, start], statement) with { Text = $"'{fact.SimpleName}'" };
        else if (fact.Protects == Protects.Rate && start.When != StartCondition.Rate)
            yield return ScriptEffects.Case("RPL3001", loosens && !fact.Safe.IsEmpty, [fact, start], statement) with { Text = fact.DisplayName };
    }

    /// <summary>A switch: open it is a finding of its own, closed it holds recording back.</summary>
    private static IEnumerable<EffectCase> Consent(JsSettingFact fact, JsStartFact start)
    {
        // What makes the call record at all is no switch of it.
        if (start.With.Contains(fact.Path.Option!))
        {
            yield return ScriptEffects.Case("RPL1001", true, [fact, start], Start("true"));
            yield return ScriptEffects.Case("RPL1001", false, [fact, start], Start("false"));
            yield break;
        }

        yield return ScriptEffects.Case("RPL1003", true, [fact, start], Start(ScriptCode.Unsafe(fact))) with { Text = fact.DisplayName };
        foreach (var safe in fact.Safe)
        {
            yield return ScriptEffects.Case("RPL1003", false, [fact, start], Start(ScriptCode.Literal(safe)));
            yield return ScriptEffects.Case("RPL1001", false, [fact, start], Start(ScriptCode.Literal(safe)));
        }

        string Start(string value) => ScriptCode.Start(start, (fact.Path.Call, fact.Path.Option!, value));
    }

    /// <summary>A rate of sessions with an error: what a fix for the other rate writes, and what a purpose may forbid.</summary>
    private static IEnumerable<EffectCase> OnError(JsSettingFact fact, JsStartFact start)
    {
        var others = fact.Recorder.ScriptFacts.OfType<JsSettingFact>().Where(other => other.Protects == Protects.Rate && !other.OnError && other.Path.Call == fact.Path.Call).ToList();
        foreach (var other in others)
            yield return ScriptEffects.Case("RPL3001", true, [fact, start], ScriptCode.Start(start, (fact.Path.Call, other.Path.Option!, ScriptCode.Unsafe(other)))) with { Text = fact.SimpleName + "=" };

        if (others.Exists(static other => other.Default is not "0"))
            yield break;

        foreach (var purpose in (string[])["ExperienceImprovement", "ErrorDiagnosis"])
        {
            var judged = ScriptEffects.Case("RPL5004", purpose == "ExperienceImprovement", [fact, start], ScriptCode.Start(start, (fact.Path.Call, fact.Path.Option!, ScriptCode.Fraction(fact))));
            yield return judged with { Files = [.. judged.Files, WebProject.Policy(fact.Recorder, purpose, "RetentionDays = 30")] };
        }
    }

    private static JsFact[] Facts(JsStartFact? start) => start is null ? [] : [start];
}
