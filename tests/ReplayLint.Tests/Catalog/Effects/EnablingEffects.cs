using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>C# in which it makes a difference by what a recorder's replay is known to be referenced and switched on.</summary>
internal static class EnablingEffects
{
    /// <summary>A name by which code switches the replay on.</summary>
    public static IEnumerable<EffectCase> EnabledBy(StatedFact stated)
    {
        var used = stated.Recorder.Facts
            .Where(static fact => fact is IdentifyFact && fact.Id.StartsWith("P:", StringComparison.Ordinal) || fact is StartFact { Value: null } or ConfigureFact)
            .Where(static fact => new ApiCode(EffectRunner.ForApis).FindOrNull(fact.Id) is not null)
            .OrderBy(static fact => fact is IdentifyFact ? 0 : fact is StartFact ? 1 : 2)
            .First(fact => !fact.Recorder.EnabledBy.Contains(fact.SimpleName));
        yield return Use(stated.Recorder, used, EffectRunner.ForApis, true, stated.Word);
        if (!used.Id.Split('.', ':', '(').Intersect(stated.Recorder.EnabledBy).Any())
            yield return Use(stated.Recorder, used, EffectRunner.ForApis, false);

        // A method of the project that has the name of a start is none.
        if (stated.Recorder.Facts.OfType<StartFact>().FirstOrDefault(start => !stated.Recorder.EnabledBy.Contains(start.SimpleName)) is { } start && stated.Recorder.Facts.Any(static fact => fact is StopFact))
            yield return new EffectCase("RPL1005", false, ("Code.cs", $"class Code {{ void {start.SimpleName}() {{ }} [ReplayLint.RevokesConsent] void Withdraw() {{ }} }}")) { References = EffectRunner.ForApis, Text = stated.Recorder.Name };
    }

    /// <summary>A type by whose presence the replay is known to be referenced.</summary>
    public static IEnumerable<EffectCase> Api(StatedFact stated)
    {
        // An assembly with a member of the API and without this type is another edition of the package.
        var type = stated.Stated.Recorders[0].ApiTypes[0];
        var root = type[2..].Split('.')[0] + ".";
        var used = stated.Recorder.Facts
            .Where(fact => fact.ContainingTypeId[2..].StartsWith(root, StringComparison.Ordinal) && !fact.Id.Contains(type[2..], StringComparison.Ordinal))
            .Where(static fact => fact is IdentifyFact && fact.Id.StartsWith("P:", StringComparison.Ordinal) || fact is StartFact { Value: null, When: StartCondition.Always } or ConfigureFact)
            .OrderBy(static fact => fact is IdentifyFact ? 0 : fact is StartFact ? 1 : 2)
            .First();
        string[] needed = used is ConfigureFact ? [used.Id, .. stated.Recorder.Facts.OfType<SettingFact>().Where(setting => setting.Protects == Protects.Consent && used.Id.Contains(setting.ContainingTypeId[2..], StringComparison.Ordinal)).Select(static setting => setting.Id)] : [used.Id];
        yield return Use(stated.Recorder, used, StubApi.Of("string", needed).RemoveAll(IsRecorders), false, [.. stated.Recorder.EnabledBy]);

        // A project that references this package alone.
        var alone = EffectRunner.ForEachApi.First(references => new ApiCode(references).FindOrNull(type) is not null);
        yield return Use(stated.Recorder, used, alone, true, [.. stated.Recorder.EnabledBy]);
    }

    /// <summary>A former namespace.</summary>
    public static IEnumerable<EffectCase> Formerly(StatedFact stated)
    {
        var old = stated.Word + ".";
        var start = stated.Recorder.Facts.OfType<StartFact>().First(fact => fact.Value is not null && fact.Id.Contains(old, StringComparison.Ordinal));
        var code = new ApiCode(EffectRunner.ForFormerApis);
        yield return ApiEffects.Project("RPL1001", true, code, stated.Recorder, ApiEffects.Statement(code, start, isOn: true));
    }

    private static EffectCase Use(Recorder recorder, Fact used, ImmutableArray<MetadataReference> references, bool fires, params string[] mentions)
    {
        var code = new ApiCode(references) { IsIndirect = true };
        var (rule, statement) = (used, code.Find(used.Id)) switch
        {
            (_, IPropertySymbol property) => ("RPL4001", $"{code.Receiver(property)}.{property.Name} = {code.Parameter(property.Type, "email")};"),
            (ConfigureFact, IMethodSymbol method) when method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate) => ("RPL1003", ApiEffects.Configuring(code, method, recorder, isOpen: true)),
            (ConfigureFact, IMethodSymbol method) => ("RPL1003", code.Call(method, static parameter => $"new {ApiCode.Name(parameter.Type)}()")),
            (StartFact start, _) => ("RPL5001", ApiEffects.Statement(code, start, isOn: true)),
            _ => throw new InvalidOperationException(used.Id),
        };
        var source = $"class Mentioned {{ {string.Concat(mentions.Select(static name => $"object {name}; "))}}}\nclass Code {{ {code.Method("void Run", statement)} }}";
        return new EffectCase(rule, fires, ("Code.cs", source)) { References = code.AllReferences, Text = recorder.Name };
    }

    private static bool IsRecorders(MetadataReference reference) => EffectRunner.ForApis.Contains(reference) && !TestReferences.Framework.Contains(reference);
}
