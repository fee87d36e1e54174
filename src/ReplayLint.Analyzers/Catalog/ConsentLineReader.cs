using System.Collections.Immutable;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>Reads the lines of sections about consent.</summary>
internal sealed class ConsentLineReader
{
    private readonly ImmutableArray<ConsentPlatform>.Builder _platforms = ImmutableArray.CreateBuilder<ConsentPlatform>();
    private readonly ImmutableArray<ConsentFact>.Builder _members = ImmutableArray.CreateBuilder<ConsentFact>();
    private readonly ImmutableArray<LifetimeFact>.Builder _lifetimes = ImmutableArray.CreateBuilder<LifetimeFact>();
    private readonly List<PlatformFact> _facts = [];
    private string _name = "";

    public ImmutableArray<ConsentPlatform> Platforms => _platforms.ToImmutable();

    public ImmutableArray<ConsentFact> Members => _members.ToImmutable();

    public ImmutableArray<LifetimeFact> Lifetimes => _lifetimes.ToImmutable();

    public void Begin(string name) => _name = name;

    public void End()
    {
        if (_facts.Count > 0)
            _platforms.Add(new ConsentPlatform(_name, _facts));

        _facts.Clear();
    }

    public void Read(FactLine line)
    {
        ConsentFactKind? kind = line.Verb switch
        {
            "guard" => ConsentFactKind.Guard,
            "ensures" => ConsentFactKind.Ensures,
            "revokes" => ConsentFactKind.Revokes,
            "callback" => ConsentFactKind.Callback,
            "granted" => ConsentFactKind.Granted,
            "not-guard" => ConsentFactKind.NotGuard,
            "stand-in" => ConsentFactKind.StandIn,
            _ => null,
        };

        if (kind is { } member)
        {
            var read = new ConsentFact(member, line.Subject)
            {
                Parameter = line.Text("parameter") ?? line.Text("purpose"),
                Instead = line.Text("instead"),
                IsOpposite = line.Flag("opposite"),
                ReadBy = line.List("read-by", '|'),
            };

            if (line.Finish(read) is { } fact)
                _members.Add(fact);

            return;
        }

        if (line.Verb == "lifetime")
        {
            if (ReadLifetime(line) is { } lifetime)
                _lifetimes.Add(lifetime);

            return;
        }

        foreach (var subject in line.Subjects)
        {
            if (ReadPlatformFact(line, subject.Text) is { } fact)
                _facts.Add(fact);
        }
    }

    private static LifetimeFact? ReadLifetime(FactLine line)
    {
        var fact = new LifetimeFact(line.Subject)
        {
            Of = line.Member("of"),
            KeptBy = line.Member("kept-by"),
            AskedBy = line.Member("asked-by"),
            DefaultDays = line.Days("default"),
        };

        if (line.Has("of") == line.Has("kept-by"))
            line.Error("A lifetime says what it is the lifetime of: of=P:… for a member, or kept-by=M:… for a call with a key");
        else if (line.Has("default") != line.Has("asked-by"))
            line.Error("'default' and 'asked-by' belong together: the default counts where code writes the member");
        else if (line.Has("default") && !line.Has("of"))
            line.Error("A default needs of=P:…: without code that keeps a choice nothing is kept");

        return line.Finish(fact);
    }

    private static double NoUnit(FactLine line)
    {
        line.Error("A lifetime is counted in a unit: unit=months, days, hours, minutes, seconds or milliseconds");
        return 0;
    }

    private static PlatformFact? ReadPlatformFact(FactLine line, string subject) => line.Verb switch
    {
        "script-gate" => line.Finish(new ScriptGateFact(MarkupAtom.TryParse(subject)!) { Type = line.Text("type") }),
        "script" => line.Finish(new PlatformScriptFact(HostPattern.TryParse(subject)!)),
        "statistics-category" => line.Finish(new StatisticsCategoryFact(subject)),
        "essential-category" => line.Finish(new EssentialCategoryFact(subject)),
        "auto-blocks" => line.Finish(new AutoBlockFact(HostPattern.TryParse(subject)!) { Requires = line.List("requires", '|') }),
        "js-guard" when JsPath.TryParse(subject) is { } path => line.Finish(new JsGuardFact(path)),
        "js-lifetime" when JsPath.TryParse(subject) is { } path => line.Finish(new JsLifetimeFact(path)
        {
            DaysPerUnit = line.Text("unit") switch
            {
                "months" => 365.25 / 12,
                "days" => 1,
                "hours" => 1.0 / 24,
                "minutes" => 1.0 / 1440,
                "seconds" => 1.0 / 86_400,
                "milliseconds" => 1.0 / 86_400_000,
                _ => NoUnit(line),
            },
            NameArgument = line.Has("key") ? line.Positions("key").FirstOrDefault() : null,
        }),
        "js-callback" => line.Finish(new JsCallbackFact(subject)),
        _ => null,
    };
}
