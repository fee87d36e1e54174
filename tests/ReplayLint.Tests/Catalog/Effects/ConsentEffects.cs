using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>C# in which what the catalogue says about members that deal with consent makes a difference.</summary>
internal static class ConsentEffects
{
    private const string Begin = "recorder.StartRecording();";

    /// <summary>Names prove nothing, so that what the catalogue declares does.</summary>
    private static readonly ImmutableDictionary<string, string> DeclaredOnly = ImmutableDictionary<string, string>.Empty.Add("replaylint.consent_guards", "declared");

    /// <summary>A member that is true after consent.</summary>
    public static IEnumerable<EffectCase> Guard(StatedFact stated)
    {
        var id = stated.Stated.Consent.Single().Id;
        foreach (var asks in (bool[])[true, false])
        {
            var code = Code(id, "bool");
            var answer = Read(code, id);
            yield return Project("RPL1001", !asks, code, asks ? $"if ({answer}) {Begin}" : $"_ = {answer}; {Begin}") with { Configuration = DeclaredOnly };
        }
    }

    /// <summary>An enum value that stands for consent.</summary>
    public static IEnumerable<EffectCase> Granted(StatedFact stated)
    {
        var id = stated.Stated.Consent.Single().Id;
        foreach (var isGranted in (bool[])[true, false])
        {
            var code = Code(id, "bool");
            var field = (IFieldSymbol)code.Find(id);
            var value = isGranted ? field.Name : field.ContainingType.GetMembers().OfType<IFieldSymbol>().First(other => other.HasConstantValue && other.Name != field.Name).Name;
            yield return Project("RPL1001", !isGranted, code, $"if ({code.Parameter(field.ContainingType)} == {ApiCode.Name(field.ContainingType)}.{value}) {Begin}") with { Configuration = DeclaredOnly };
        }
    }

    /// <summary>A call that returns only with consent.</summary>
    public static IEnumerable<EffectCase> Ensures(StatedFact stated)
    {
        var id = stated.Stated.Consent.Single().Id;
        foreach (var first in (bool[])[true, false])
        {
            var code = Code(id, "void");
            var call = code.Call((IMethodSymbol)code.Find(id), static _ => null);
            yield return Project("RPL1001", !first, code, first ? call + Begin : Begin + call);
        }
    }

    /// <summary>A call that runs a delegate after consent.</summary>
    public static IEnumerable<EffectCase> Callback(StatedFact stated)
    {
        var id = stated.Stated.Consent.Single().Id;
        foreach (var inside in (bool[])[true, false])
        {
            var code = Code(id, "void");
            var call = code.Call((IMethodSymbol)code.Find(id), parameter => parameter.Type.TypeKind == TypeKind.Delegate ? $"() => {{ {(inside ? Begin : "")} }}" : null);
            yield return Project("RPL1001", !inside, code, inside ? call : call + Begin);
        }
    }

    /// <summary>A call that takes consent back.</summary>
    public static IEnumerable<EffectCase> Revokes(StatedFact stated)
    {
        var id = stated.Stated.Consent.Single().Id;
        foreach (var stops in (bool[])[false, true])
        {
            var code = Code(id, "void");
            var call = code.Call((IMethodSymbol)code.Find(id), static _ => null);
            yield return Project("RPL1005", !stops, code, call, stops ? "recorder.StopRecording();" : "") with { Severity = DiagnosticSeverity.Warning, Text = "Smartlook" } is var project
                ? project with { Files = [.. project.Files, ("Start.cs", $"class Starting {{ void Begin({Parameter}) {{ if (Privacy.Answer) {Begin} }} }}")] }
                : throw new InvalidOperationException();
        }
    }

    /// <summary>A member that looks like a guard.</summary>
    public static IEnumerable<EffectCase> NotGuard(StatedFact stated)
    {
        var fact = stated.Stated.Consent.Single();
        var code = Code(fact.Id, "bool");
        if (fact.ReadBy.IsEmpty)
        {
            yield return Project("RPL1004", true, code, $"if ({Truth(code, fact.Id)}) {Begin}") with { Text = fact.Instead ?? fact.SimpleName };
            yield break;
        }

        // It makes the application ask; nobody reads the answer.
        var property = (IPropertySymbol)code.Find(fact.Id);
        yield return Project("RPL1004", true, code, code.Write(property, "_ => true"), Begin) with { Text = fact.ReadBy[0] };
        code = Code(fact.Id, "bool");
        yield return Project("RPL1004", false, code, code.Write(property, "_ => true"), Begin, $"object {fact.ReadBy[0]} = null;") with { Text = fact.ReadBy[0] };
    }

    /// <summary>A member that answers another question.</summary>
    public static IEnumerable<EffectCase> StandIn(StatedFact stated)
    {
        var id = stated.Stated.Consent.Single().Id;
        var code = Code(id, "bool");
        var truth = Truth(code, id);
        var source = code.Class(["ISmartlook"]) + $"\nclass Guards {{ {code.Method("[ReplayLint.ConsentGuard] bool HasConsent", $"return {truth};")} }}";
        yield return new EffectCase("RPL1008", true, ("Code.cs", source)) { References = code.References };
    }

    /// <summary>A property that decides for how long a choice is kept.</summary>
    public static IEnumerable<EffectCase> Lifetime(StatedFact stated)
    {
        var fact = stated.Stated.Lifetimes.Single();
        foreach (var days in (int[])[400, 90])
        {
            var code = Code(fact.Id, "System.TimeSpan");
            var property = (IPropertySymbol)code.Find(fact.Id);
            var value = property.Type.ToDisplayString().Contains("DateTimeOffset", StringComparison.Ordinal) ? $"System.DateTimeOffset.Now.AddDays({days})" : $"System.TimeSpan.FromDays({days})";
            yield return Project("RPL1007", days == 400, code, Keep(code, fact, property, value));
        }

        if (fact.AskedBy is not { } asked)
            yield break;

        var asking = Code(asked, "bool");
        yield return Project("RPL1007", true, asking, asking.Write((IPropertySymbol)asking.Find(asked), "_ => true")) with { Text = $"{fact.DefaultDays} days by default" };
    }

    private static string Parameter => "Xamarin.Smartlook.ISmartlook recorder";

    private static string Keep(ApiCode code, LifetimeFact fact, IPropertySymbol property, string value)
    {
        if (fact.Of is { } of)
        {
            var owner = (IPropertySymbol)code.Find(of);
            return $"{code.Receiver(owner)}.{owner.Name}.{property.Name} = {value};";
        }

        var keeper = (IMethodSymbol)code.Find(fact.KeptBy!);
        return code.Call(keeper, parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, property.ContainingType)
            ? $"new {ApiCode.Name(property.ContainingType)} {{ {property.Name} = {value} }}"
            : parameter.Ordinal == 0 ? "\"cookie-consent\"" : "\"yes\"");
    }

    /// <summary>Reads a member of which nothing but that it is a truth is known.</summary>
    private static string Read(ApiCode code, string id) => code.Find(id) is IMethodSymbol method
        ? $"{code.Receiver(method)}.{method.Name}({string.Join(", ", method.Parameters.Select(parameter => code.Parameter(parameter.Type)))})"
        : $"{code.Receiver(code.Find(id))}.{MemberId.SimpleName(id)}";

    /// <summary>The same as a truth, where the member itself is none.</summary>
    private static string Truth(ApiCode code, string id)
    {
        var member = code.Find(id);
        var indexer = member is IPropertySymbol { IsIndexer: true } property ? $"{code.Receiver(property)}[\"x\"]" : null;
        var type = member is IMethodSymbol method ? method.ReturnType : ((IPropertySymbol)member).Type;
        var read = indexer ?? Read(code, id);
        return type.SpecialType == SpecialType.System_Boolean ? read : type.SpecialType == SpecialType.System_String ? $"{read} == \"yes\"" : $"{read}.Equals(true)";
    }

    private static ApiCode Code(string id, string type)
    {
        var code = new ApiCode(EffectRunner.ForApis);
        if (code.FindOrNull(id) is null)
            code = new ApiCode(StubApi.Of(type, id));

        return code;
    }

    private static EffectCase Project(string rule, bool fires, ApiCode code, params string[] statements)
    {
        var recorder = code.FindOrNull("T:Xamarin.Smartlook.ISmartlook");
        if (recorder is not null)
            code.Parameter((ITypeSymbol)recorder, "recorder");

        return new EffectCase(rule, fires, ("Code.cs", code.Class([], statements))) { References = code.References };
    }
}
