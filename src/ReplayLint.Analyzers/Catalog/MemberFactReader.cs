namespace ReplayLint.Catalog;

/// <summary>Reads what a line says about a member of a recorder's .NET API.</summary>
internal static class MemberFactReader
{
    public static Fact? Read(FactLine line) => line.Verb switch
    {
        "start" => line.Finish(new StartFact(line.Subject)
        {
            When = line.Choice("when", StartCondition.Rate, StartCondition.Options),
            Value = line.Text("value"),
            Gate = line.Text("gate"),
        }),
        "stop" => line.Finish(new StopFact(line.Subject) { Value = line.Text("value") }),
        "events" => line.Finish(new EventsFact(line.Subject)),
        "configure" => line.Finish(new ConfigureFact(line.Subject)),
        "unmask" => line.Finish(new UnmaskFact(line.Subject) { Value = line.Text("value") }),
        "identify" => line.Finish(new IdentifyFact(line.Subject)
        {
            Direct = line.List("direct", ','),
            Any = line.List("any", ','),
            IsDirect = line.Flag("always"),
            User = line.List("user", ','),
        }),
        "look-alike" => ReadLookAlike(line),
        "setting" => ReadSetting(line),
        _ => null,
    };

    /// <summary>What a setting is there for; reports when that, or its safe value, is missing.</summary>
    public static Protects ReadProtects(FactLine line)
    {
        var protects = line.Choice(
            "protects",
            Protects.Inputs,
            Protects.Text,
            Protects.Media,
            Protects.Network,
            Protects.Rate,
            Protects.Consent,
            Protects.Identity,
            Protects.Retention);
        if (!line.Has("protects"))
            line.Error("A setting says what it protects: protects=inputs, text, media, network, rate, consent, identity or retention");
        else if (protects is not (Protects.Rate or Protects.Retention) && line.List("safe", '|').IsEmpty)
            line.Error("A setting names its safe value: safe=VALUE, or safe=BEST|ALSO-SAFE");

        return protects;
    }

    /// <summary>In what a setting that is a number says how long recordings are kept.</summary>
    public static RetentionUnit ReadUnit(FactLine line) =>
        line.Choice("unit", RetentionUnit.Days, RetentionUnit.Hours, RetentionUnit.Minutes, RetentionUnit.Seconds);

    /// <summary>What to use instead of a look-alike; reports when the line does not say it.</summary>
    public static string ReadUse(FactLine line)
    {
        if (!line.Has("use"))
            line.Error("A look-alike says what to use instead: use=…, to the end of the line");

        return line.Text("use") ?? "";
    }

    private static LookAlikeFact? ReadLookAlike(FactLine line) => line.Finish(new LookAlikeFact(line.Subject) { Use = ReadUse(line) });

    private static SettingFact? ReadSetting(FactLine line) => line.Finish(new SettingFact(line.Subject)
    {
        Protects = ReadProtects(line),
        Safe = line.List("safe", '|'),
        Doubtful = line.List("doubtful", '|'),
        Default = line.Text("default"),
        Full = line.Number("full"),
        OnError = line.Flag("on-error"),
        Unit = ReadUnit(line),
        Of = line.List("of", '|', CatalogGrammar.Kinds),
    });
}
