using ReplayLint.Catalog.Script;
using ReplayLint.Catalog.Tests.Npm;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>Looks for what the catalogue says of a recorder in pages and scripts in the packages of its vendor.</summary>
internal sealed class ScriptProver
{
    private readonly PackageContent _content;
    private readonly CallProver _calls;
    private readonly DefaultProver _defaults;
    private readonly Recorder _recorder;

    public ScriptProver(Recorder recorder, PackageContent content)
    {
        _recorder = recorder;
        _content = content;
        _calls = new CallProver(recorder, content);
        _defaults = new DefaultProver(content);
    }

    public Finding Prove(ScriptFact fact)
    {
        var holding = _content.Set.Holding;
        if (holding == Holding.Uses && fact is not (SourceFact or DomainFact or GlobalFact or PackageFact or JsFact { Argument: not null }))
            return Finding.Declared(Unprovable.Hosted);

        var finding = Finding.All(Parts(fact));
        if (finding.Verdict != Verdict.Open)
            return finding;

        if (fact is SourceFact or DomainFact)
            return Finding.Declared(Unprovable.Address, finding.Text);

        // What a package that only loads the vendor's script does not hold may still be in that script.
        return holding == Holding.Everything ? finding : Finding.Declared(Unprovable.Hosted, finding.Text);
    }

    private IEnumerable<Finding> Parts(ScriptFact fact) => fact switch
    {
        _ when fact is not JsFact && Statements.Default.Prove(fact, _content) is { } stated => [stated],
        PackageFact package => [_content.Set.Packages.FirstOrDefault(other => other.Name == package.Name) is { } found ? Finding.Proven(found.Id) : Finding.Disproven($"{package.Name} is not among the packages of {_recorder.Name} in package.json")],
        GlobalFact global => global.Also.Prepend(global.Name).Select(_calls.ProveRoot),
        SourceFact source => [Found(_content.WithAddress(source.Pattern), source.Pattern.Text)],
        DomainFact domain => [Found(_content.WithAddress(domain.Pattern), domain.Pattern.Text)],
        MarkupFact markup => ProveAtom(markup),
        JsFact call => ProveCall(call),
        DefaultFact state => [ProveState(state)],
        ConsoleOnlyFact => [Finding.Declared(Unprovable.Console)],
        _ => [Finding.Open("no statement of it was found")],
    };

    private IEnumerable<Finding> ProveAtom(MarkupFact fact)
    {
        // A single word may be anything: it counts only as a style sheet writes it.
        var name = fact.Atom.IsClass ? fact.Atom.Value : fact.Atom.Attribute;
        yield return Found(_content.WithWord(name.Contains('-', StringComparison.Ordinal) ? name : "." + name), fact.Atom.Text);
        if (fact.Atom is { IsClass: false, Value.Length: > 0 })
            yield return Found(_content.WithWord(fact.Atom.Value), fact.Atom.Text);
    }

    private IEnumerable<Finding> ProveCall(JsFact fact)
    {
        yield return _calls.ProveCall(fact.Path.Call);
        if (fact.Path.Option is { } option)
            yield return _calls.ProveOption(fact.Path.Call, option);

        if (fact.Argument is { } argument)
            yield return Found(_content.WithText(argument), $"the argument {argument}");

        foreach (var value in Values(fact).Where(IsWord).Distinct())
            yield return Found(_content.WithText(value), $"the value {value}");

        switch (fact)
        {
            case JsStartFact { With.IsEmpty: false } start:
                yield return start.With.Select(name => _calls.ProveOptionOrCall(fact.Path.Call, name)).MinBy(static found => found.Verdict)!;
                break;
            case JsIdentifyFact { Argument: null, Arguments.IsEmpty: false } identify:
                yield return _calls.ProvePosition(fact.Path.Call, identify.Arguments.Max());
                break;
            case JsSettingFact { Default: { } value }:
                yield return Statements.Default.Prove(fact, _content) ?? _defaults.Prove(_calls.Options(fact.Path), fact.Path, value);
                break;
            case JsShareFact { Default: { } value }:
                yield return _defaults.Prove(_calls.Options(fact.Path), fact.Path, value);
                break;
            case JsLookAlikeFact { Instead: { } instead }:
                yield return Found(_content.WithText(instead), $"the argument {instead}");
                break;
        }
    }

    /// <summary>The values that the fact names, as the recorder has to know them.</summary>
    private static IEnumerable<string> Values(JsFact fact) => fact switch
    {
        JsSettingFact setting => [.. setting.Safe, .. setting.ShowsInputs],
        JsShareFact share => new[] { share.Value, share.Safe }.OfType<string>(),
        { Value: { } value } => [value],
        _ => [],
    };

    private static bool IsWord(string value) => value.Any(char.IsLetter) && value is not ("true" or "false" or "null");

    /// <summary>What is masked when nothing is configured follows from the defaults of the options about it.</summary>
    private Finding ProveState(DefaultFact state)
    {
        var settings = _recorder.ScriptFacts.OfType<JsSettingFact>().Where(setting => setting is { Default: not null, Of.IsEmpty: true, Until: null }).ToList();
        foreach (var setting in settings)
        {
            // What records canvases or copies images is about a part of the media only.
            if (setting.Protects == Protects.Media && setting.Safe.Contains("false"))
                continue;

            bool? isMasked = setting.Protects == state.Content
                ? setting.Safe.Contains(setting.Default!)
                : state.Content == Protects.Inputs && !setting.ShowsInputs.IsEmpty ? !setting.ShowsInputs.Contains(setting.Default!) : null;
            if (isMasked is null || Prove(setting) is not { Verdict: Verdict.Proven } proven)
                continue;

            return isMasked == state.IsMasked ? proven : Finding.Disproven($"{setting.DisplayName} is {setting.Default} when nothing is set");
        }

        return Finding.Open("no option about it has a proven default");
    }

    private static Finding Found(string? where, string what) => where is null ? Finding.Open($"{what} was not found") : Finding.Proven(where);
}
