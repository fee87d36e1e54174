using ReplayLint.Catalog;
using ReplayLint.Catalog.Json;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Configuration files in which what the catalogue says about an option makes a difference.</summary>
internal static class ConfigurationEffects
{
    /// <summary>An option of a section, at a safe value and at another.</summary>
    public static IEnumerable<EffectCase> Setting(StatedFact stated)
    {
        var fact = stated.ScriptFact<JsonSettingFact>();
        var unprotected = fact.Safe.Contains("true") ? "false" : fact.Safe.Contains("false") ? "true" : fact.Protects == Protects.Rate ? $"{fact.Full}" : $"\"{ScriptCode.Anything}\"";
        yield return Written(true, unprotected, fact.Requires);
        foreach (var safe in fact.Safe)
            yield return Written(false, ScriptCode.Literal(safe).Replace('\'', '"'), fact.Requires);

        if (!fact.Requires.IsEmpty)
            yield return Written(false, unprotected, []);

        EffectCase Written(bool fires, string value, IEnumerable<string> beside)
        {
            var option = fact.Place.Option.Reverse().Aggregate(value, static (inner, key) => $"{{ \"{key}\": {inner} }}");
            var section = $"{{ {string.Concat(beside.Take(1).Select(static key => $"\"{key}\": \"x\", "))}{option[1..]}";
            var file = fact.Place.Section.Reverse().Aggregate(section, static (inner, key) => $"{{ \"{key}\": {inner} }}");
            var isEverywhere = fact.Place.IsAnywhere ? $"{{ \"Shop\": {file} }}" : file;
            var mentions = $"class Mentioned {{ {string.Concat(fact.Recorder.EnabledBy.Select(static name => $"object {name}; "))}}}";
            return new EffectCase(ScriptSettingEffects.RuleOf(fact), fires, ("Code.cs", mentions), ("appsettings.json", isEverywhere)) { References = EffectRunner.ForApis, Severity = ScriptEffects.SeverityOf(fact) };
        }
    }
}
