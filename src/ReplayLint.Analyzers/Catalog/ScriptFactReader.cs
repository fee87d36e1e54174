using ReplayLint.Catalog.Json;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>Reads what a line says about a recorder in pages and scripts.</summary>
internal static class ScriptFactReader
{
    /// <summary>One fact for each subject of the line; none when the line says nothing about pages and scripts.</summary>
    public static IEnumerable<ScriptFact> Read(FactLine line)
    {
        foreach (var subject in line.Subjects)
        {
            if (Read(line, subject.Text) is { } fact)
                yield return fact;
        }
    }

    private static ScriptFact? Read(FactLine line, string subject) => line.Verb switch
    {
        "script" => line.Finish(new SourceFact(HostPattern.TryParse(subject)!)
        {
            Requires = line.List("requires", '|'),
            Except = line.Text("except"),
            Starts = line.Flag("starts", otherwise: true),
        }),
        "domain" => line.Finish(new DomainFact(HostPattern.TryParse(subject)!)),
        "npm" => line.Finish(new PackageFact(subject) { Global = line.Text("global") }),
        "global" => line.Finish(new GlobalFact(subject) { Also = line.List("also", ',') }),
        "masks" => line.Finish(new DefaultFact(Content(subject), IsMasked: true)),
        "shows" => line.Finish(new DefaultFact(Content(subject), IsMasked: false)),
        "masks-field" => line.Finish(new MaskedKindFact(Protects.Inputs, subject)),
        "masks-text" => line.Finish(new MaskedKindFact(Protects.Text, subject)),
        "never-captures" => line.Finish(new NeverCapturedFact(subject)),
        "console-only" => line.Finish(new ConsoleOnlyFact(Content(subject))),
        "markup-mask" => ReadMarkup(line, MarkupEffect.Mask, subject),
        "markup-block" => ReadMarkup(line, MarkupEffect.Block, subject),
        "markup-ignore" => ReadMarkup(line, MarkupEffect.Ignore, subject),
        "markup-unmask" => ReadMarkup(line, MarkupEffect.Unmask, subject),
        "json-setting" => ReadJson(line, JsonKey.TryParse(subject)!),
        _ when JsPath.TryParse(subject) is { } path => ReadJs(line, path),
        _ => null,
    };

    private static JsonSettingFact? ReadJson(FactLine line, JsonKey key)
    {
        if (key.Section.IsEmpty && !line.Has("requires"))
            line.Error("An option of any section needs a key that stands beside it: requires=KEY");

        return line.Finish(new JsonSettingFact(key)
        {
            Requires = line.List("requires", '|'),
            Protects = MemberFactReader.ReadProtects(line),
            Safe = line.List("safe", '|'),
            Doubtful = line.List("doubtful", '|'),
            Default = line.Text("default"),
            Full = line.Number("full"),
            OnError = line.Flag("on-error"),
            Unit = MemberFactReader.ReadUnit(line),
            Of = line.List("of", '|', CatalogGrammar.Kinds),
        });
    }

    private static MarkupFact? ReadMarkup(FactLine line, MarkupEffect effect, string subject) =>
        line.Finish(new MarkupFact(effect, MarkupAtom.TryParse(subject)!) { Option = line.Text("option"), Only = ReadOnly(line) });

    private static Protects? ReadOnly(FactLine line) => line.Has("only") ? line.Choice("only", Protects.Inputs, Protects.Text) : null;

    private static JsFact? ReadJs(FactLine line, JsPath path)
    {
        JsFact? fact = line.Verb switch
        {
            "js-start" => new JsStartFact(path) { With = line.List("with", '|'), When = line.Choice("when", StartCondition.Rate) },
            "js-stop" => new JsStopFact(path),
            "js-gate" => new JsGateFact(path),
            "js-grant" => new JsGrantFact(path),
            "js-look-alike" => ReadLookAlike(line, path),
            "js-setting" => new JsSettingFact(path)
            {
                Protects = MemberFactReader.ReadProtects(line),
                Safe = line.List("safe", '|'),
                Default = line.Text("default"),
                Full = line.Number("full"),
                OnError = line.Flag("on-error"),
                Unit = MemberFactReader.ReadUnit(line),
                Unless = line.List("unless", '|'),
                Of = line.List("of", '|', CatalogGrammar.Kinds),
                ShowsInputs = line.List("shows-inputs", '|'),
            },
            "js-mark" => new JsMarkFact(path)
            {
                Effect = line.Choice("effect", MarkupEffect.Mask, MarkupEffect.Block, MarkupEffect.Ignore),
                IsClass = line.List("names", '|', ["class", "selector"]).Contains("class"),
                Only = ReadOnly(line),
            },
            "js-unmask" => new JsUnmaskFact(path) { Unless = line.List("unless", '|') },
            "js-identify" => new JsIdentifyFact(path) { Arguments = line.Positions("arguments"), Properties = line.List("properties", ','), User = line.List("user", ',') },
            "js-share" => new JsShareFact(path) { Default = line.Text("default"), Safe = line.Text("safe") },
            _ => null,
        };

        return fact is null
            ? null
            : line.Finish(fact with { Argument = line.Text("argument"), Value = line.Text("value"), Requires = line.List("requires", '|') });
    }

    private static JsLookAlikeFact ReadLookAlike(FactLine line, JsPath path)
    {
        var use = MemberFactReader.ReadUse(line);
        if (line.Has("instead") && !line.Has("argument"))
            line.Error("'instead' takes the place of an argument: argument=…");

        return new JsLookAlikeFact(path) { Use = use, Instead = line.Text("instead") };
    }

    private static Protects Content(string word) => (Protects)Enum.Parse(typeof(Protects), word, ignoreCase: true);
}
