using System.Globalization;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>Facts that are almost like one of the catalogue and wrong: a letter too many, another value.</summary>
internal static class Mutations
{
    public static IEnumerable<SourcedFact> Of(SourcedFact fact) => fact switch
    {
        SettingFact setting => Misspelt(setting).Concat(setting.Default is { } value ? [setting with { Default = Other(value) }] : []),
        IdentifyFact identify => Misspelt(identify).Concat(identify.Any.IsEmpty ? [] : [identify with { Any = [.. identify.Any.Select(Misspell)] }]),
        Fact member => Misspelt(member),
        JsFact call => OfCall(call),
        MarkupFact markup => MarkupAtom.TryParse(Misspell(markup.Atom)) is { } atom ? [markup with { Atom = atom }] : [],
        SourceFact source => HostPattern.TryParse(Misspell(source.Pattern.Text)) is { } pattern ? [source with { Pattern = pattern }] : [],
        DomainFact domain => HostPattern.TryParse(Misspell(domain.Pattern.Text)) is { } pattern ? [domain with { Pattern = pattern }] : [],
        GlobalFact global => [global with { Name = Misspell(global.Name) }],
        PackageFact package => [package with { Name = Misspell(package.Name) }],
        DefaultFact state => [state with { IsMasked = !state.IsMasked }],
        NeverCapturedFact never => [never with { Field = Misspell(never.Field) }],
        MaskedKindFact kind => [kind with { Kind = Misspell(kind.Kind) }],
        _ => [],
    };

    private static IEnumerable<Fact> Misspelt(Fact fact)
    {
        var name = fact.Id.Contains(".#ctor", StringComparison.Ordinal) ? fact.SimpleName + ".#ctor" : fact.SimpleName;
        yield return fact with { Id = fact.Id.Replace("." + name, "." + Misspell(fact.SimpleName) + name[fact.SimpleName.Length..], StringComparison.Ordinal) };
    }

    private static IEnumerable<JsFact> OfCall(JsFact fact)
    {
        var (call, option) = (fact.Path.Call, fact.Path.Option);
        yield return fact with { Path = fact.Path with { Call = MisspellLast(call) } };
        if (option is not null && !char.IsDigit(option[0]))
            yield return fact with { Path = fact.Path with { Option = MisspellLast(option) } };

        if (option is not null && char.IsDigit(option[0]))
            yield return fact with { Path = fact.Path with { Option = "9" } };

        if (fact.Argument is { } argument)
            yield return fact with { Argument = Misspell(argument) };

        if (fact.Value is { } given && IsWord(given))
            yield return fact with { Value = Misspell(given) };

        switch (fact)
        {
            case JsSettingFact setting:
                if (setting.Default is { } value)
                    yield return setting with { Default = Other(value) };

                if (setting.Safe.FirstOrDefault(IsWord) is { } safe)
                    yield return setting with { Safe = [Misspell(safe)] };
                break;
            case JsStartFact { With.IsEmpty: false } start:
                yield return start with { With = [.. start.With.Select(MisspellLast)] };
                break;
            case JsIdentifyFact { Argument: null, Arguments.IsEmpty: false } identify:
                yield return identify with { Arguments = [99] };
                break;
            case JsShareFact { Default: { } shared } share:
                yield return share with { Default = Other(shared) };
                break;
        }
    }

    private static string MisspellLast(string path)
    {
        var dot = path.LastIndexOf('.');
        return path[..(dot + 1)] + Misspell(path[(dot + 1)..]);
    }

    private static string Misspell(MarkupAtom atom) =>
        atom.IsClass ? "." + Misspell(atom.Value)
        : atom.Value.Length > 0 ? $"[{atom.Attribute}={Misspell(atom.Value)}]"
        : $"[{Misspell(atom.Attribute)}]";

    private static string Misspell(string name) => name.Insert((name.Length + 1) / 2, "q");

    private static string Other(string value) => value switch
    {
        "true" => "false",
        "false" => "true",
        "null" or "[]" => "true",
        _ when double.TryParse(value, CultureInfo.InvariantCulture, out var number) => Code.NodeText.Number(number + 1),
        _ => Misspell(value),
    };

    private static bool IsWord(string value) => value.Any(char.IsLetter) && value is not ("true" or "false" or "null");
}
