using System.Collections.Immutable;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>Reads the lines of sections about consent.</summary>
internal sealed class ConsentLineReader
{
    private readonly ImmutableArray<ConsentPlatform>.Builder _platforms = ImmutableArray.CreateBuilder<ConsentPlatform>();
    private readonly ImmutableArray<ConsentFact>.Builder _members = ImmutableArray.CreateBuilder<ConsentFact>();
    private readonly List<PlatformFact> _facts = [];
    private string _name = "";

    public ImmutableArray<ConsentPlatform> Platforms => _platforms.ToImmutable();

    public ImmutableArray<ConsentFact> Members => _members.ToImmutable();

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
            _ => null,
        };

        if (kind is { } member)
        {
            var read = new ConsentFact(member, line.Subject)
            {
                Parameter = line.Text("parameter") ?? line.Text("purpose"),
                Instead = line.Text("instead"),
                IsOpposite = line.Flag("opposite"),
            };

            if (line.Finish(read) is { } fact)
                _members.Add(fact);

            return;
        }

        foreach (var subject in line.Subjects)
        {
            if (ReadPlatformFact(line, subject.Text) is { } fact)
                _facts.Add(fact);
        }
    }

    private static PlatformFact? ReadPlatformFact(FactLine line, string subject) => line.Verb switch
    {
        "script-gate" => line.Finish(new ScriptGateFact(MarkupAtom.TryParse(subject)!) { Type = line.Text("type") }),
        "essential-category" => line.Finish(new EssentialCategoryFact(subject)),
        "auto-blocks" => line.Finish(new AutoBlockFact(HostPattern.TryParse(subject)!) { Requires = line.List("requires", '|') }),
        "js-guard" when JsPath.TryParse(subject) is { } path => line.Finish(new JsGuardFact(path)),
        "js-callback" => line.Finish(new JsCallbackFact(subject)),
        _ => null,
    };
}
