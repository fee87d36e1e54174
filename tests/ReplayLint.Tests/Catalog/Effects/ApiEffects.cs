using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>C# in which what the catalogue says about a recorder's .NET API makes a difference.</summary>
internal static class ApiEffects
{
    /// <summary>A member that starts the recorder.</summary>
    public static IEnumerable<EffectCase> Start(StatedFact stated)
    {
        var fact = Known(stated.Fact<StartFact>());

        // Behind a gate the start alone is none; that a policy is missing is said in either case.
        var (rule, text) = fact.Gate is null ? ("RPL1001", null) : ("RPL5001", fact.Recorder.Name);
        if (fact is { Gate: not null, Value: null })
            yield return Started(fact, "RPL1001", fires: false, isOn: true);

        yield return Started(fact, fact.Value is null ? rule : "RPL1001", fires: true, isOn: true) with { Text = text, Severity = ScriptEffects.SeverityOf(fact) };
        if (fact.Gate is null)
            yield return Started(fact, "RPL1001", fires: false, isOn: true, isGuarded: true);

        if (fact.When != StartCondition.Always || fact.Value is not null)
            yield return Started(fact, rule, fires: false, isOn: false);
    }

    /// <summary>A member that ends recording.</summary>
    public static IEnumerable<EffectCase> Stop(StatedFact stated)
    {
        var fact = Known(stated.Fact<StopFact>());
        var references = ReferencesOf(fact);
        var start = fact.Recorder.Facts.OfType<StartFact>().Where(start => new ApiCode(references).FindOrNull(start.Id) is not null).OrderBy(static start => start.Gate is not null).First();
        foreach (var stops in (bool[])[false, true])
        {
            var starting = new ApiCode(references);
            var stopping = new ApiCode(references);
            var stop = stops ? Use(stopping, fact, fact.Value) : "";
            var source = starting.Class(fact.Recorder.EnabledBy, Statement(starting, start, isOn: true)) + $"\nclass Withdrawal {{ {stopping.Method("[ReplayLint.RevokesConsent] void Forget", stop)} }}";
            yield return new EffectCase("RPL1005", !stops, ("Code.cs", source)) { References = references, Text = fact.Recorder.Name };
        }
    }

    /// <summary>A call that looks like a gate.</summary>
    public static IEnumerable<EffectCase> LookAlike(StatedFact stated)
    {
        var fact = Known(stated.Fact<LookAlikeFact>());
        foreach (var starts in (bool[])[true, false])
        {
            var code = Code(fact);
            var look = code.Call((IMethodSymbol)code.Find(fact.Id), static _ => null);
            var start = fact.Recorder.Facts.OfType<StartFact>().First(start => start is { Gate: null, Value: null } && code.FindOrNull(start.Id) is not null);
            yield return Project("RPL1004", starts, code, fact.Recorder, starts ? look + Statement(code, start, isOn: true) : look) with { Text = fact.Use };
        }
    }

    /// <summary>A call that shows content, or a value that does.</summary>
    public static IEnumerable<EffectCase> Unmask(StatedFact stated)
    {
        var fact = Known(stated.Fact<UnmaskFact>());
        yield return Case("RPL2003", true, fact.Value);
        if (fact.Value is not null)
            yield return Case("RPL2003", false, null);

        EffectCase Case(string rule, bool fires, string? value)
        {
            var code = Code(fact);
            return Project(rule, fires, code, fact.Recorder, Use(code, fact, value)) with { Severity = ScriptEffects.SeverityOf(fact) };
        }
    }

    /// <summary>A member that says who the user is.</summary>
    public static IEnumerable<EffectCase> Identify(StatedFact stated)
    {
        var fact = Known(stated.Fact<IdentifyFact>());
        if (Code(fact).Find(fact.Id) is IPropertySymbol property)
        {
            yield return Written("RPL4001", true, "email") with { Severity = ScriptEffects.SeverityOf(fact) };
            yield return Written("RPL4001", fact.IsDirect, "given");
            if (fact.IsUser)
            {
                foreach (var project in Linked(Written("RPL4003", true, "given"), fact.Recorder))
                    yield return project;
            }

            EffectCase Written(string rule, bool fires, string name)
            {
                var code = Code(fact);
                return Project(rule, fires, code, fact.Recorder, code.Write(property, code.Parameter(property.Type, name)));
            }

            yield break;
        }

        // Editions of a package may name a parameter in two ways.
        var known = ((IMethodSymbol)Code(fact).Find(fact.Id)).Parameters.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in fact.Direct.Where(known.Contains))
            yield return Called("RPL4001", true, parameter, "given");

        foreach (var parameter in fact.Any.Where(known.Contains))
        {
            yield return Called("RPL4001", true, parameter, "email") with { Severity = ScriptEffects.SeverityOf(fact) };
            yield return Called("RPL4001", false, parameter, "given");
        }

        foreach (var project in fact.User.Where(known.Contains).SelectMany(parameter => Linked(Called("RPL4003", true, parameter, "given"), fact.Recorder)))
            yield return project;

        EffectCase Called(string rule, bool fires, string parameter, string value)
        {
            var code = Code(fact);
            var text = EffectRunner.Compile(code.References).GetSpecialType(SpecialType.System_String);
            var call = code.Call((IMethodSymbol)code.Find(fact.Id), other => other.Name == parameter
                ? other.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object
                    ? code.Parameter(text, value)
                    : $"new System.Collections.Generic.Dictionary<string, object> {{ [\"x\"] = {code.Parameter(text, value)} }}"
                : other.Type.SpecialType == SpecialType.System_String ? "\"\"" : $"default({ApiCode.Name(other.Type)})");
            return Project(rule, fires, code, fact.Recorder, call) with { Text = parameter };
        }
    }

    /// <summary>A call that takes options without starting the recorder.</summary>
    public static IEnumerable<EffectCase> Configure(StatedFact stated)
    {
        var fact = Known(stated.Fact<ConfigureFact>());
        foreach (var isOpen in (bool[])[true, false])
        {
            var code = Code(fact);
            yield return Project("RPL1003", isOpen, code, fact.Recorder, Configuring(code, (IMethodSymbol)code.Find(fact.Id), fact.Recorder, isOpen));
        }
    }

    /// <summary>A call with a switch that is open, or closed.</summary>
    public static string Configuring(ApiCode code, IMethodSymbol method, Recorder recorder, bool isOpen)
    {
        var (taker, setting) = method.Parameters.SelectMany(parameter => Settings(code, recorder, parameter.Type).Select(setting => (parameter, setting))).First(static taken => taken.setting.Protects == Protects.Consent);
        var value = isOpen ? code.Unsafe(setting) : ApiCode.Literal(((IPropertySymbol)code.Find(setting.Id)).Type, setting.Safe[0]);
        return code.Call(method, parameter => parameter.Name == taker.Name ? code.Options(parameter.Type, (setting, value)) : null);
    }

    /// <summary>A call that gives out what was recorded.</summary>
    public static IEnumerable<EffectCase> Events(StatedFact stated)
    {
        var fact = Known(stated.Fact<EventsFact>());
        var code = Code(fact);
        var method = (IMethodSymbol)code.Find(fact.Id);
        var start = stated.Recorder.Facts.OfType<StartFact>().First();
        var call = code.Call(method, static parameter => $"default({ApiCode.Name(parameter.Type)})").TrimEnd(';');
        var project = Project("RPL5002", true, code, fact.Recorder, Statement(code, start, isOn: true), $"new Store().Add({call});");
        yield return project with { Files = [.. project.Files, ("Store.cs", "class Store { public void Add(object item) { } }")] };
    }

    /// <summary>A project that uses this code, and mentions what switches the recorder on.</summary>
    public static EffectCase Project(string rule, bool fires, ApiCode code, Recorder recorder, params string[] statements) =>
        new(rule, fires, ("Code.cs", code.Class(recorder.EnabledBy, statements))) { References = code.References };

    /// <summary>Code against the assemblies that have the member.</summary>
    public static ApiCode Code(Fact fact) => new(ReferencesOf(fact));

    /// <summary>The fact itself, or, where only a former package has the member, the same fact under the former name.</summary>
    public static T Known<T>(T fact)
        where T : Fact =>
        fact.Recorder.Facts.OfType<T>()
            .Where(other => other.Id == fact.Id || other.SimpleName == fact.SimpleName)
            .OrderBy(other => other.Id == fact.Id ? 0 : 1)
            .FirstOrDefault(static other => AllReferences.Any(references => new ApiCode(references).FindOrNull(other.Id) is not null))
        ?? throw new InvalidOperationException($"No assembly or stub of the tests has {fact.Id}.");

    private static readonly ImmutableArray<ImmutableArray<MetadataReference>> AllReferences = [EffectRunner.ForApis, EffectRunner.ForFormerApis];

    private static ImmutableArray<MetadataReference> ReferencesOf(Fact fact) => AllReferences.First(references => new ApiCode(references).FindOrNull(fact.Id) is not null);

    /// <summary>A statement that starts the recorder, or uses the member in a way that does not.</summary>
    public static string Statement(ApiCode code, StartFact start, bool isOn, params (SettingFact Setting, string Value)[] settings)
    {
        switch (code.Find(start.Id))
        {
            case IPropertySymbol property:
                return code.Write(property, isOn ? ApiCode.Literal(property.Type, start.Value!) : code.Parameter(property.Type));

            case IMethodSymbol method when start.Value is not null:
                return Use(code, start, isOn ? start.Value : null);

            case IMethodSymbol method:
                var rates = start.When == StartCondition.Rate ? start.Recorder.Facts.OfType<SettingFact>().Where(static s => s is { Protects: Protects.Rate, OnError: false }).Take(1).Where(rate => !settings.Any(set => set.Setting == rate)).Select(rate => (rate, isOn ? ScriptCode.Fraction(rate) : "0")) : [];
                var all = rates.Concat(settings).ToArray();
                var type = Roots(code, start.Recorder).FirstOrDefault();
                return code.Call(method, parameter => !Settings(code, start.Recorder, parameter.Type).Any() ? null : start.When == StartCondition.Options && !isOn ? "null" : code.Options(parameter.Type, all), type);

            default:
                throw new InvalidOperationException(start.Id);
        }
    }

    /// <summary>The settings to which a parameter of the type leads.</summary>
    public static IEnumerable<SettingFact> Settings(ApiCode code, Recorder recorder, ITypeSymbol type) =>
        recorder.Facts.OfType<SettingFact>().Where(setting => code.OptionsOf(type, setting) is not null);

    /// <summary>The types of options that the recorder's own calls take.</summary>
    private static IEnumerable<ITypeSymbol> Roots(ApiCode code, Recorder recorder) =>
        recorder.Facts.OfType<StartFact>()
            .Select(start => code.FindOrNull(start.Id)).OfType<IMethodSymbol>()
            .Where(static method => method.TypeParameters.IsEmpty && method.ContainingType.TypeParameters.IsEmpty)
            .SelectMany(static method => method.Parameters)
            .SelectMany(parameter => recorder.Facts.OfType<SettingFact>().Select(setting => code.OptionsOf(parameter.Type, setting)))
            .OfType<ITypeSymbol>();

    private static EffectCase Started(StartFact fact, string rule, bool fires, bool isOn, bool isGuarded = false)
    {
        var code = Code(fact);
        var statement = Statement(code, fact, isOn);
        return Project(rule, fires, code, fact.Recorder, isGuarded ? $"if (Privacy.Answer) {{ {statement} }}" : statement);
    }

    /// <summary>A statement that uses the member, with this value or with one that is not known.</summary>
    private static string Use(ApiCode code, Fact fact, string? value)
    {
        switch (code.Find(fact.Id))
        {
            case IPropertySymbol property:
                return code.Write(property, value is null ? code.Parameter(property.Type) : ApiCode.Literal(property.Type, value));

            case IFieldSymbol field:
                var members = field.ContainingType.ContainingNamespace.GetTypeMembers().Where(static type => type.TypeKind == TypeKind.Enum);
                var chosen = value is null ? "null" : members.Where(type => type.GetMembers(value).Any()).Select(type => ApiCode.Literal(type, value)).First();
                var owner = field.Type.ContainingNamespace.GetTypeMembers("BindableObject").Single();
                return $"{code.Parameter(owner)}.SetValue({ApiCode.Name(field.ContainingType)}.{field.Name}, {chosen});";

            case IMethodSymbol method:
                return code.Call(method, parameter => value is not null && parameter.Type.TypeKind == TypeKind.Enum && parameter.Type.GetMembers(value).Any() ? ApiCode.Literal(parameter.Type, value) : null);

            default:
                throw new InvalidOperationException(fact.Id);
        }
    }

    private static IEnumerable<EffectCase> Linked(EffectCase project, Recorder recorder)
    {
        yield return project with { Files = [.. project.Files, WebProject.Policy(recorder, "ErrorDiagnosis", "RetentionDays = 30")] };
        yield return project with { Fires = false, Files = [.. project.Files, WebProject.Policy(recorder, "Support", "RetentionHours = 4")] };
    }
}
