using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Readers;
using System.Collections.Immutable;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>C# in which what the catalogue says about an option makes a difference: at a safe value, at another, and when it is not set.</summary>
internal static class ApiSettingEffects
{
    public static IEnumerable<EffectCase> Of(StatedFact stated)
    {
        var fact = ApiEffects.Known(stated.Fact<SettingFact>());
        return fact.OnError ? OnError(fact) : fact.Protects == Protects.Consent ? Consent(fact) : Written(fact).Concat(NotWritten(fact));
    }

    private static IEnumerable<EffectCase> Written(SettingFact fact)
    {
        yield return Write(fact, true, static (code, setting) => code.Unsafe(setting)) with { Severity = ScriptEffects.SeverityOf(fact) };
        foreach (var safe in fact.Safe)
            yield return Write(fact, false, (code, setting) => ApiCode.Literal(((IPropertySymbol)code.Find(setting.Id)).Type, safe));
    }

    private static EffectCase Write(SettingFact fact, bool fires, Func<ApiCode, SettingFact, string> value)
    {
        var code = ApiEffects.Code(fact);
        return ApiEffects.Project(ScriptSettingEffects.RuleOf(fact), fires, code, fact.Recorder, code.Write((IPropertySymbol)code.Find(fact.Id), value(code, fact))) with { Text = fact.DisplayName };
    }

    private static IEnumerable<EffectCase> NotWritten(SettingFact fact)
    {
        if (fact.Default is null || (!fact.Masks() && fact.Protects != Protects.Rate) || StartTaking(fact) is not { } start)
            yield break;

        var loosens = SettingValue.OfText(fact.Default).Loosens(fact);
        var code = ApiEffects.Code(fact);
        var project = ApiEffects.Project(fact.Masks() ? "RPL2002" : "RPL3001", loosens && !fact.Safe.IsEmpty, code, fact.Recorder, ApiEffects.Statement(code, start, isOn: true, Beside(code, fact)));
        if (fact.Masks() || start.When != StartCondition.Rate)
            yield return project with { Text = fact.Masks() ? $"'{fact.SimpleName}'" : fact.DisplayName };
    }

    /// <summary>Another option of the same object at a safe value: an object that nobody makes is not switched on.</summary>
    private static (SettingFact Setting, string Value)[] Beside(ApiCode code, SettingFact fact) =>
        fact.Recorder.Facts.OfType<SettingFact>()
            .Where(other => other.ContainingTypeId == fact.ContainingTypeId && other.Id != fact.Id && other.Masks())
            .Take(1)
            .Select(other => (other, ApiCode.Literal(((IPropertySymbol)code.Find(other.Id)).Type, other.Safe[0])))
            .ToArray();

    /// <summary>A switch: it is open only where the others of the same options are, and closed it is no finding.</summary>
    private static IEnumerable<EffectCase> Consent(SettingFact fact)
    {
        foreach (var value in fact.Safe.Add(""))
        {
            var code = ApiEffects.Code(fact);
            var taker = fact.Recorder.Facts.Where(static other => other is StartFact { Value: null } or ConfigureFact).First(other => TakerOf(code, other, fact) is not null);
            var method = (IMethodSymbol)code.Find(taker.Id);
            var parameter = TakerOf(code, taker, fact)!;
            var written = value.Length == 0 ? code.Unsafe(fact) : ApiCode.Literal(((IPropertySymbol)code.Find(fact.Id)).Type, value);
            var others = ApiEffects.Settings(code, fact.Recorder, parameter.Type).Where(other => other.Protects == Protects.Consent && other.Id != fact.Id).Select(other => (other, code.Unsafe(other)));
            yield return ApiEffects.Project("RPL1003", value.Length == 0, code, fact.Recorder, code.Call(method, p => p.Name == parameter.Name ? code.Options(p.Type, [(fact, written), .. others]) : null)) with { Text = fact.DisplayName };
        }
    }

    /// <summary>A rate of sessions with an error: what a fix for the other rate writes, and what a purpose may forbid.</summary>
    private static IEnumerable<EffectCase> OnError(SettingFact fact)
    {
        foreach (var other in fact.Recorder.Facts.OfType<SettingFact>().Where(other => other is { Protects: Protects.Rate, OnError: false } && other.ContainingTypeId == fact.ContainingTypeId))
            yield return Write(other, true, static (code, setting) => code.Unsafe(setting)) with { Text = fact.SimpleName + "=" };

        if (StartTaking(fact) is not { } start)
            yield break;

        foreach (var purpose in (string[])["ExperienceImprovement", "ErrorDiagnosis"])
        {
            var code = ApiEffects.Code(fact);
            var method = (IMethodSymbol)code.Find(start.Id);
            var project = ApiEffects.Project("RPL5004", purpose == "ExperienceImprovement", code, fact.Recorder, code.Call(method, parameter => code.OptionsOf(parameter.Type, fact) is null ? null : code.Options(parameter.Type, (fact, ScriptCode.Fraction(fact)))));
            yield return project with { Files = [.. project.Files, WebProject.Policy(fact.Recorder, purpose, "RetentionDays = 30")] };
        }
    }

    /// <summary>A start of the recorder that takes the option.</summary>
    private static StartFact? StartTaking(SettingFact fact) =>
        fact.Recorder.Facts.OfType<StartFact>().FirstOrDefault(start => start.Value is null && TakerOf(ApiEffects.Code(fact), start, fact) is not null);

    private static IParameterSymbol? TakerOf(ApiCode code, Fact call, SettingFact setting) =>
        code.FindOrNull(call.Id) is IMethodSymbol { TypeParameters.IsEmpty: true } method ? method.Parameters.FirstOrDefault(parameter => code.OptionsOf(parameter.Type, setting) is not null) : null;
}
